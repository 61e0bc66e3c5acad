package fr.corpus.eval.run;

import fr.corpus.energy.MeasuredEnergy;
import fr.corpus.eval.format.JsonLines;
import fr.corpus.eval.score.JsonValues;
import fr.corpus.eval.score.MeasuredAnswers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The energy of the sessions of a run, each a line of the journal. Confined to one thread. */
final class RunEnergy {

    private static final String ANSWERS = "session_answers";
    private static final String SECONDS = "session_seconds";
    private static final String PROCESSOR = "processor_joules";
    private static final String GRAPHICS = "graphics_joules";

    private final List<MeasuredAnswers> sessions = new ArrayList<>();

    /** The line of a session that answered so many questions. */
    static Map<String, @Nullable Object> line(MeasuredAnswers session) {
        Map<String, @Nullable Object> line = new TreeMap<>();
        line.put(ANSWERS, session.answers());
        line.put(SECONDS, session.energy().seconds());
        line.put(PROCESSOR, orNull(session.energy().processorJoules()));
        line.put(GRAPHICS, orNull(session.energy().graphicsJoules()));
        return line;
    }

    private static @Nullable Object orNull(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : null;
    }

    /** Takes a line of the journal, of whatever kind. */
    void take(Map<String, @Nullable Object> line) {
        if (line.containsKey(SECONDS) && JsonValues.whole(line.get(ANSWERS)).isPresent()) {
            sessions.add(new MeasuredAnswers(
                    JsonValues.whole(line.get(ANSWERS)).getAsLong(),
                    new MeasuredEnergy(
                            JsonValues.number(line.get(SECONDS)).orElse(0),
                            JsonValues.number(line.get(PROCESSOR)),
                            JsonValues.number(line.get(GRAPHICS)))));
        }
    }

    /**
     * Writes the sum of the sessions that had a counter, if any session was run by this machine. A counter that one of them lacks is
     * unknown for all.
     */
    void write(Path file) throws IOException {
        List<MeasuredAnswers> measured = sessions.stream()
                .filter(one -> one.energy().processorJoules().isPresent()
                        || one.energy().graphicsJoules().isPresent())
                .toList();
        if (sessions.isEmpty()) {
            return;
        }
        MeasuredAnswers all = new MeasuredAnswers(
                measured.stream().mapToLong(MeasuredAnswers::answers).sum(),
                new MeasuredEnergy(
                        measured.stream()
                                .mapToDouble(one -> one.energy().seconds())
                                .sum(),
                        sum(measured, MeasuredEnergy::processorJoules),
                        sum(measured, MeasuredEnergy::graphicsJoules)));
        JsonLines.write(file, List.of(all.json()));
    }

    private static OptionalDouble sum(List<MeasuredAnswers> sessions, Function<MeasuredEnergy, OptionalDouble> part) {
        double sum = 0;
        for (MeasuredAnswers session : sessions) {
            OptionalDouble joules = part.apply(session.energy());
            if (joules.isEmpty()) {
                return joules;
            }
            sum += joules.getAsDouble();
        }
        return sessions.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }
}
