package fr.corpus.annotate.tag;

import java.util.HashMap;
import java.util.Map;

/**
 * Forms that stand in the same places as another: an elided word as the whole one, an interrogative as its masculine singular.
 * Treebanks show some of them a few times only. Stateless.
 */
final class Variants {

    private static final Map<String, String> PLAIN = invert(
            "que qu'",
            "de d'",
            "se s'",
            "je j'",
            "me m'",
            "te t'",
            "ne n'",
            "ce c'",
            "jusque jusqu'",
            "lorsque lorsqu'",
            "puisque puisqu'",
            "quoique quoiqu'",
            "presque presqu'",
            "quel quelle quels quelles",
            "lequel laquelle lesquels lesquelles",
            "auquel auxquels auxquelles",
            "duquel desquels desquelles");

    private Variants() {}

    private static Map<String, String> invert(String... lines) {
        Map<String, String> plain = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                plain.put(words[i], words[0]);
            }
        }
        return Map.copyOf(plain);
    }

    static String plain(String lower) {
        return PLAIN.getOrDefault(lower, lower);
    }
}
