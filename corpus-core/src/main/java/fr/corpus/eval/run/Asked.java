package fr.corpus.eval.run;

import fr.corpus.eval.pack.ExtractionRule;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.Prompt;
import fr.corpus.hash.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One item put by one prompt, after what the model reads before it. Immutable.
 *
 * @param item what is asked
 * @param prompt how
 * @param text the question, alone
 * @param system what the model is told first
 * @param examples items put by the same prompt, with their answers
 * @param rule by which answers are found
 */
record Asked(
        PackItem item,
        Prompt prompt,
        String text,
        Optional<String> system,
        List<PackItem> examples,
        ExtractionRule rule) {

    /** Between two that are not an example and its answer. */
    static final String GAP = "\n\n";

    Asked {
        examples = List.copyOf(examples);
    }

    /** {@code item#prompt}, as requests of a batch are named. */
    String key() {
        return item.id() + "#" + prompt.id();
    }

    String sha256() {
        return Sha256.of(text).hex();
    }

    /** Everything in one text: an answer stands a space after its question, a blank line between all others. */
    String whole() {
        StringBuilder whole = new StringBuilder();
        system.ifPresent(told -> whole.append(told).append(GAP));
        for (PackItem example : examples) {
            whole.append(prompt.render(example))
                    .append(' ')
                    .append(answer(example))
                    .append(GAP);
        }
        return whole.append(text).toString();
    }

    /** Everything as the messages of a chat: an example is a question of the user and an answer of the model. */
    List<Map<String, Object>> messages() {
        List<Map<String, Object>> messages = new ArrayList<>();
        system.ifPresent(told -> messages.add(message("system", told)));
        for (PackItem example : examples) {
            messages.add(message("user", prompt.render(example)));
            messages.add(message("assistant", answer(example)));
        }
        messages.add(message("user", text));
        return messages;
    }

    /** One message of a chat. */
    static Map<String, Object> message(String role, String content) {
        return Map.of("role", role, "content", content);
    }

    private String answer(PackItem example) {
        return prompt.answer(example, rule).orElseThrow(() -> new IllegalStateException("an example without answer"));
    }
}
