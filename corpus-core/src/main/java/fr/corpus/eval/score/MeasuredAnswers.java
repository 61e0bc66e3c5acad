package fr.corpus.eval.score;

import fr.corpus.energy.MeasuredEnergy;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.report.ReportJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a machine was measured to spend while it answered, other programs included (docs/formats/eval-run.md, “energy.json”). Immutable.
 *
 * @param answers that were had while it was measured
 * @param energy what was measured meanwhile
 */
public record MeasuredAnswers(long answers, MeasuredEnergy energy) {

    public MeasuredAnswers {
        if (answers < 0 || !(energy.seconds() >= 0)) {
            throw new IllegalArgumentException("need answers and seconds from 0");
        }
    }

    /**
     * What a file tells.
     *
     * @throws RecipeException if the file tells no such thing
     */
    public static MeasuredAnswers read(Path file) throws IOException {
        return of(ReportJson.parse(ReportJson.bytes(file), file))
                .orElseThrow(() -> new RecipeException(UserMessage.of("eval.measured-none", file.toString())));
    }

    /** What {@link #json} wrote; empty when it is something else. */
    static Optional<MeasuredAnswers> of(Map<String, @Nullable Object> json) {
        OptionalDouble seconds = JsonValues.number(json.get("seconds"));
        Optional<Long> answers =
                json.get("answers") instanceof Long count && count >= 0 ? Optional.of(count) : Optional.empty();
        OptionalDouble processor = joules(json.get("processorJoules"));
        OptionalDouble graphics = joules(json.get("graphicsJoules"));
        return answers.isEmpty() || !(seconds.orElse(-1) >= 0)
                ? Optional.empty()
                : Optional.of(new MeasuredAnswers(
                        answers.get(), new MeasuredEnergy(seconds.getAsDouble(), processor, graphics)));
    }

    private static OptionalDouble joules(@Nullable Object value) {
        OptionalDouble number = JsonValues.number(value);
        return number.orElse(-1) >= 0 ? number : OptionalDouble.empty();
    }

    /** The object of a file. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("answers", answers);
        json.put("seconds", energy.seconds());
        json.put("processorJoules", orNull(energy.processorJoules()));
        json.put("graphicsJoules", orNull(energy.graphicsJoules()));
        return json;
    }

    private static @Nullable Object orNull(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : null;
    }

    /** Watt-hours of one answer, of processors and their memory; empty when unknown. */
    public OptionalDouble processorWattHours() {
        return each(energy.processorJoules());
    }

    /** Watt-hours of one answer, of graphics processors; empty when unknown. */
    public OptionalDouble graphicsWattHours() {
        return each(energy.graphicsJoules());
    }

    private OptionalDouble each(OptionalDouble joules) {
        return joules.isPresent() && answers > 0
                ? OptionalDouble.of(joules.getAsDouble() / MeasuredEnergy.JOULES_PER_WATT_HOUR / answers)
                : OptionalDouble.empty();
    }
}
