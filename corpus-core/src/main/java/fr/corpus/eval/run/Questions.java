package fr.corpus.eval.run;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.pack.FewShot;
import fr.corpus.eval.pack.Pack;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.Prompt;
import fr.corpus.eval.pack.StoredPack;
import fr.corpus.eval.pack.Task;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The questions of a run in their order: by prompt, then by item. Immutable.
 *
 * @param all of them
 * @param examples solved examples before each question
 * @param preamble names what is read before the questions (docs/formats/eval-run.md); empty when nothing is
 */
record Questions(List<Asked> all, int examples, Optional<String> preamble) {

    private static final int DIGITS = 16;

    Questions {
        all = List.copyOf(all);
    }

    /**
     * The questions that are wanted.
     *
     * @throws RecipeException if a prompt is not known, or some item cannot have as many examples as are wanted
     */
    static Questions of(StoredPack stored, RunRequest request, RunMethod method) throws IOException {
        Pack pack = stored.pack();
        int count = examples(pack, request);
        Optional<String> system = request.preamble().system();
        if (isBare(pack, method) && (count > 0 || system.isPresent())) {
            throw new RecipeException(UserMessage.of("eval.run-bare-sentences"));
        }
        List<PackItem> items = stored.items(request.data()).items();
        Map<PackItem, List<PackItem>> drawn =
                drawn(stored, items, count, request.sampling().seed());
        List<Asked> questions = new ArrayList<>();
        for (Prompt prompt : prompts(pack, request, method)) {
            for (PackItem item : items) {
                questions.add(new Asked(
                        item,
                        prompt,
                        prompt.render(item),
                        system,
                        drawn.getOrDefault(item, List.of()),
                        pack.extraction()));
            }
        }
        return new Questions(
                questions,
                count,
                count == 0 && system.isEmpty() ? Optional.empty() : Optional.of(name(count, system, drawn)));
    }

    /**
     * How the model is asked to write: a completion after examples ends at the blank line before another one, unless the user says where.
     */
    Sampling sampling(RunRequest request, RunMethod method) {
        boolean wouldGoOn = method == RunMethod.COMPLETION
                && examples > 0
                && request.sampling().stop().isEmpty();
        return wouldGoOn ? request.sampling().withStop(List.of(Asked.GAP)) : request.sampling();
    }

    /** How many examples precede a question. */
    static int examples(Pack pack, RunRequest request) {
        return request.preamble().examples().orElse(pack.fewShot().count());
    }

    /** Sentences that are weighed as they stand need no prompt. */
    private static boolean isBare(Pack pack, RunMethod method) {
        return method == RunMethod.LIKELIHOOD && pack.task() == Task.MINIMAL_PAIRS;
    }

    private static Map<PackItem, List<PackItem>> drawn(StoredPack stored, List<PackItem> items, int count, long seed)
            throws IOException {
        Map<PackItem, List<PackItem>> drawn = new LinkedHashMap<>();
        if (count == 0) {
            return drawn;
        }
        if (stored.pack().task() == Task.INSTRUCTIONS) {
            throw new RecipeException(
                    UserMessage.of("eval.run-no-answers", stored.pack().reference()));
        }
        FewShot shots = FewShot.of(stored.examples(items), seed);
        for (PackItem item : items) {
            List<PackItem> own = shots.examples(item, count);
            if (own.size() < count) {
                throw new RecipeException(UserMessage.of(
                        "eval.run-few-examples", stored.pack().reference(), count, item.id(), own.size()));
            }
            drawn.put(item, own);
        }
        return drawn;
    }

    private static String name(int count, Optional<String> system, Map<PackItem, List<PackItem>> drawn) {
        StringBuilder lines = new StringBuilder();
        lines.append(system.map(told -> Sha256.of(told).hex()).orElse("")).append('\n');
        drawn.forEach((item, examples) -> lines.append(item.id())
                .append(' ')
                .append(examples.stream().map(one -> one.digest().hex()).collect(Collectors.joining(",")))
                .append('\n'));
        return count + "-shot-" + Sha256.of(lines.toString()).hex().substring(0, DIGITS);
    }

    private static Set<Prompt> prompts(Pack pack, RunRequest request, RunMethod method) {
        if (isBare(pack, method)) {
            return Set.of(Prompt.SENTENCES);
        }
        if (request.allPrompts()) {
            return new LinkedHashSet<>(pack.prompts());
        }
        Set<Prompt> chosen = new LinkedHashSet<>();
        for (String name : request.prompts()) {
            chosen.add(pack.prompt(name).orElseThrow(() -> unknown(pack, name)));
        }
        return chosen.isEmpty() ? Set.of(pack.prompts().get(0)) : chosen;
    }

    private static RecipeException unknown(Pack pack, String name) {
        String known = String.join(", ", pack.prompts().stream().map(Prompt::id).toList());
        return new RecipeException(UserMessage.of("eval.run-no-prompt", pack.reference(), name, known));
    }
}
