package fr.corpus.eval.run;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.JsonLines;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.StoredPack;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run asks, written down before its first question. Immutable.
 *
 * @param stored pack
 * @param request what was wanted
 * @param method how answers are had, settled
 * @param questions all of them
 * @param sampling fields of requests but for the prompt
 */
record RunPlan(
        StoredPack stored,
        RunRequest request,
        RunMethod method,
        Questions questions,
        Map<String, @Nullable Object> sampling) {

    /** The object of {@code run.json}: whatever differs here makes another run. */
    Map<String, @Nullable Object> json() {
        StringBuilder digests = new StringBuilder();
        questions
                .all()
                .forEach(one -> digests.append(one.key())
                        .append(' ')
                        .append(one.sha256())
                        .append('\n'));
        Map<String, @Nullable Object> plan = new TreeMap<>();
        plan.put("run", 1L);
        plan.put("model", request.model());
        plan.put("pack", stored.pack().reference());
        plan.put("packSha256", stored.digest().hex());
        plan.put("questions", (long) questions.all().size());
        plan.put("questionsSha256", Sha256.of(digests.toString()).hex());
        plan.put(
                "prompts",
                questions.all().stream()
                        .map(one -> one.prompt().id())
                        .distinct()
                        .toList());
        plan.put("method", method.word());
        plan.put("sampling", sampling);
        questions.preamble().ifPresent(name -> {
            plan.put("preamble", name);
            plan.put("examples", (long) questions.examples());
            plan.put("system", request.preamble().system().orElse(null));
        });
        return plan;
    }

    /**
     * Writes it with the prompts, or sees that it is the one that the folder was begun with.
     *
     * @param answered whether the folder holds answers already
     */
    void begin(RunFolder folder, boolean answered) throws IOException {
        Map<String, @Nullable Object> begun = folder.readPlan();
        if (!begun.isEmpty()) {
            folder.agree(begun, json());
            return;
        }
        if (answered) {
            throw new RecipeException(
                    UserMessage.of("eval.run-no-plan", folder.plan().toString()));
        }
        boolean texts = stored.pack().ledger().redistribution().allowsTexts();
        List<Map<String, Object>> prompts = new ArrayList<>();
        for (Asked one : questions.all()) {
            Map<String, Object> line = new TreeMap<>();
            line.put("item_id", one.item().id());
            line.put("prompt_id", one.prompt().id());
            line.put("prompt_sha256", one.sha256());
            if (texts) {
                line.put("prompt", one.text());
            }
            if (!one.examples().isEmpty()) {
                line.put("examples", one.examples().stream().map(PackItem::id).toList());
            }
            prompts.add(line);
        }
        JsonLines.write(folder.prompts(), prompts);
        JsonLines.write(folder.plan(), List.of(json()));
    }
}
