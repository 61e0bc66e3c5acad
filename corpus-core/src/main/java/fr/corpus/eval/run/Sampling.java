package fr.corpus.eval.run;

import fr.corpus.eval.pack.Task;
import fr.corpus.internal.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a model is asked to write. Immutable.
 *
 * @param temperature 0 for the likeliest text
 * @param seed of the server’s draws, and of the draw of examples
 * @param maxTokens most tokens of an answer; by the task when empty
 * @param stop texts at which an answer ends
 * @param more further fields of the request by name, as JSON values; null leaves out a field that we would send
 */
public record Sampling(
        double temperature, long seed, OptionalInt maxTokens, List<String> stop, Map<String, @Nullable Object> more) {

    /** Temperature 0, seed 0, as many tokens as the task needs. */
    public static final Sampling GREEDY = new Sampling(0, 0, OptionalInt.empty(), List.of(), Map.of());

    /** Fields of a request that are ours to fill. */
    public static final List<String> RESERVED =
            List.of("echo", "logprobs", "messages", "model", "n", "prompt", "stream");

    public Sampling {
        if (!(temperature >= 0) || temperature > 100 || seed < 0 || maxTokens.isPresent() && maxTokens.getAsInt() < 1) {
            throw new IllegalArgumentException("need a temperature from 0, a seed from 0 and tokens from 1");
        }
        stop = List.copyOf(stop);
        more = Collections.unmodifiableMap(new TreeMap<>(more));
    }

    /** The same with texts at which an answer ends. */
    Sampling withStop(List<String> texts) {
        return new Sampling(temperature, seed, maxTokens, texts, more);
    }

    /**
     * The value of a further field.
     *
     * @throws IllegalArgumentException if it is no JSON value
     */
    public static @Nullable Object parseValue(String json) {
        return JsonTree.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Tokens that answers of a task may take unless the user says otherwise. */
    static int usualTokens(Task task) {
        return switch (task) {
            case MULTIPLE_CHOICE, MINIMAL_PAIRS -> 32;
            case SHORT_ANSWER -> 256;
            case GENERATION -> 1024;
            case INSTRUCTIONS -> 2048;
        };
    }

    /** The fields of a request of generation. */
    Map<String, @Nullable Object> fields(Task task) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("temperature", temperature == Math.rint(temperature) ? (Object) (long) temperature : temperature);
        fields.put("seed", seed);
        fields.put("max_tokens", (long) maxTokens.orElse(usualTokens(task)));
        if (!stop.isEmpty()) {
            fields.put("stop", stop);
        }
        return fields;
    }

    /** Adds the further fields, and takes those out that are null. */
    Map<String, @Nullable Object> with(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> all = new TreeMap<>(fields);
        all.putAll(more);
        all.values().removeIf(value -> value == null);
        return all;
    }
}
