package fr.corpus.eval.pack;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One instruction that a program can verify. Immutable.
 *
 * @param id the verifier, as {@code fr:punctuation:no_comma} or {@code consigne:tutoiement}
 * @param arguments its arguments as in JSON: texts, numbers, booleans, lists, objects; null values are dropped
 */
public record Instruction(String id, Map<String, Object> arguments) {

    public Instruction {
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    }

    /** An instruction whose arguments may be null, as data sets write absent ones. */
    public static Instruction of(String id, Map<String, ? extends @Nullable Object> arguments) {
        Map<String, Object> known = new TreeMap<>();
        arguments.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return new Instruction(id, known);
    }
}
