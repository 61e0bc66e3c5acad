package fr.corpus.eval.run;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.pack.Pack;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.Prompt;
import fr.corpus.eval.pack.StoredPack;
import fr.corpus.eval.pack.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The questions of a run in their order: by prompt, then by item. Thread-safe. */
final class Questions {

    private Questions() {}

    static List<Asked> of(StoredPack stored, RunRequest request, RunMethod method) throws IOException {
        List<PackItem> items = stored.items(request.data()).items();
        List<Asked> questions = new ArrayList<>();
        for (Prompt prompt : prompts(stored.pack(), request, method)) {
            items.forEach(item -> questions.add(Asked.of(item, prompt)));
        }
        return questions;
    }

    /** Sentences that are weighed as they stand need no prompt. */
    private static Set<Prompt> prompts(Pack pack, RunRequest request, RunMethod method) {
        if (method == RunMethod.LIKELIHOOD && pack.task() == Task.MINIMAL_PAIRS) {
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
