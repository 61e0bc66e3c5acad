package fr.corpus.eval.format;

import fr.corpus.error.RecipeException;
import fr.corpus.internal.io.FileInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Output records as JSONL (docs/formats/eval-output.md). Thread-safe. */
public final class OutputRecords {

    private static final String LETTERS = "letters";

    private OutputRecords() {}

    /**
     * The records of a file, compressed or not.
     *
     * @throws RecipeException if a line is not a record
     */
    public static List<OutputRecord> read(Path file) throws IOException {
        List<OutputRecord> records = new ArrayList<>();
        String name = file.toString();
        try (InputStream in = FileInput.open(file)) {
            JsonLines.read(in, name, (line, value) -> {
                try {
                    records.add(parse(value));
                } catch (RecordFault e) {
                    throw e.at(name + ":" + line);
                }
            });
        }
        return records;
    }

    /**
     * A record from its object; unknown fields are passed over, since tools add their own.
     *
     * @throws RecordFault if it is none
     */
    public static OutputRecord parse(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new RecordFault("not-object");
        }
        Optional<String> pack = text(map, "pack");
        return new OutputRecord(
                text(map, "item_id").orElseThrow(() -> RecordFault.missing("item_id")),
                pack.map(id -> text(map, "pack_version")
                        .map(version -> id + "@" + version)
                        .orElse(id)),
                new OutputRecord.PromptUsed(text(map, "prompt_id"), text(map, "prompt_sha256"), text(map, "preamble")),
                text(map, "output").orElse(""),
                choices(map.get("choices")),
                LETTERS.equals(map.get("choices_of")),
                new OutputRecord.Usage(whole(map, "tokens_in"), whole(map, "tokens_out"), number(map, "latency_s")),
                new OutputRecord.ModelRun(
                        text(map, "model"), text(map, "revision"), sampling(map.get("sampling")), text(map, "run_id")),
                text(map, "finish_reason"));
    }

    /** The object of a record; what is unknown is left out. */
    public static Map<String, Object> json(OutputRecord record) {
        Map<String, Object> json = new TreeMap<>();
        json.put("item_id", record.itemId());
        record.pack().ifPresent(reference -> {
            int at = reference.indexOf('@');
            json.put("pack", at < 0 ? reference : reference.substring(0, at));
            if (at >= 0) {
                json.put("pack_version", reference.substring(at + 1));
            }
        });
        record.prompt().id().ifPresent(id -> json.put("prompt_id", id));
        record.prompt().sha256().ifPresent(hex -> json.put("prompt_sha256", hex));
        record.prompt().preamble().ifPresent(name -> json.put("preamble", name));
        json.put("output", record.output());
        if (!record.choices().isEmpty()) {
            json.put(
                    "choices",
                    record.choices().stream().map(OutputRecords::choice).toList());
            if (record.letters()) {
                json.put("choices_of", LETTERS);
            }
        }
        record.finishReason().ifPresent(reason -> json.put("finish_reason", reason));
        record.usage().tokensIn().ifPresent(tokens -> json.put("tokens_in", tokens));
        record.usage().tokensOut().ifPresent(tokens -> json.put("tokens_out", tokens));
        record.usage().latencySeconds().ifPresent(seconds -> json.put("latency_s", seconds));
        record.model().name().ifPresent(name -> json.put("model", name));
        record.model().revision().ifPresent(revision -> json.put("revision", revision));
        record.model().runId().ifPresent(id -> json.put("run_id", id));
        if (!record.model().sampling().isEmpty()) {
            json.put("sampling", record.model().sampling());
        }
        return json;
    }

    private static Map<String, Object> choice(ChoiceLikelihood choice) {
        Map<String, Object> json = new TreeMap<>();
        json.put("loglikelihood", choice.logLikelihood());
        choice.unconditioned().ifPresent(value -> json.put("unconditioned", value));
        choice.tokens().ifPresent(tokens -> json.put("tokens", tokens));
        return json;
    }

    private static List<ChoiceLikelihood> choices(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new RecordFault("choices-kind");
        }
        List<ChoiceLikelihood> choices = new ArrayList<>();
        for (Object one : list) {
            if (one instanceof Number likelihood) {
                choices.add(ChoiceLikelihood.of(likelihood.doubleValue()));
            } else if (one instanceof Map<?, ?> map) {
                OptionalLong tokens = whole(map, "tokens");
                if (tokens.orElse(0) > Integer.MAX_VALUE) {
                    throw new RecordFault("field-not-whole", "choices.tokens");
                }
                choices.add(new ChoiceLikelihood(
                        number(map, "loglikelihood").orElseThrow(() -> RecordFault.missing("choices.loglikelihood")),
                        number(map, "unconditioned"),
                        tokens.isPresent() ? OptionalInt.of((int) tokens.getAsLong()) : OptionalInt.empty()));
            } else {
                throw new RecordFault("choices-kind");
            }
        }
        return choices;
    }

    private static Map<String, Object> sampling(@Nullable Object value) {
        Map<String, Object> sampling = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, setting) -> {
                if (setting != null) {
                    sampling.put(String.valueOf(name), setting);
                }
            });
        }
        return sampling;
    }

    private static Optional<String> text(Map<?, ?> map, String field) {
        Object value = map.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String || value instanceof Long) {
            return Optional.of(String.valueOf(value));
        }
        throw new RecordFault("field-not-text", field);
    }

    private static OptionalDouble number(Map<?, ?> map, String field) {
        Object value = map.get(field);
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        throw new RecordFault("field-not-number", field);
    }

    private static OptionalLong whole(Map<?, ?> map, String field) {
        Object value = map.get(field);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value instanceof Long number && number >= 0) {
            return OptionalLong.of(number);
        }
        throw new RecordFault("field-not-whole", field);
    }
}
