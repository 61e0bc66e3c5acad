package fr.corpus.eval.run;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.JsonLines;
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
 * @param model the model as the server names it
 * @param method how answers are had, settled
 * @param questions all of them
 * @param sampling fields of requests but for the prompt
 */
record RunPlan(
        StoredPack stored,
        String model,
        RunMethod method,
        List<Asked> questions,
        Map<String, @Nullable Object> sampling) {

    /** The object of {@code run.json}: whatever differs here makes another run. */
    Map<String, @Nullable Object> json() {
        StringBuilder digests = new StringBuilder();
        questions.forEach(one ->
                digests.append(one.key()).append(' ').append(one.sha256()).append('\n'));
        Map<String, @Nullable Object> plan = new TreeMap<>();
        plan.put("run", 1L);
        plan.put("model", model);
        plan.put("pack", stored.pack().reference());
        plan.put("packSha256", stored.digest().hex());
        plan.put("questions", (long) questions.size());
        plan.put("questionsSha256", Sha256.of(digests.toString()).hex());
        plan.put(
                "prompts",
                questions.stream().map(one -> one.prompt().id()).distinct().toList());
        plan.put("method", method.word());
        plan.put("sampling", sampling);
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
        for (Asked one : questions) {
            Map<String, Object> line = new TreeMap<>();
            line.put("item_id", one.item().id());
            line.put("prompt_id", one.prompt().id());
            line.put("prompt_sha256", one.sha256());
            if (texts) {
                line.put("prompt", one.text());
            }
            prompts.add(line);
        }
        JsonLines.write(folder.prompts(), prompts);
        JsonLines.write(folder.plan(), List.of(json()));
    }
}
