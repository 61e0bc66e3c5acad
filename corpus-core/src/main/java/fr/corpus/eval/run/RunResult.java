package fr.corpus.eval.run;

import fr.corpus.energy.MeasuredEnergy;
import fr.corpus.error.UserMessage;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a session of a run came to. Immutable.
 *
 * @param total questions of the whole run
 * @param answered of these, in all sessions
 * @param earlier of these, in earlier sessions
 * @param failures of this session: how many questions by the code of what went wrong
 * @param lastFailure why the last of them failed
 * @param stopped why the session gave up before its end
 * @param cut answers that ended because they reached the most tokens allowed
 * @param method how answers were had
 * @param measured energy of this machine in this session; nothing when the server is another machine
 * @param outputs file of output records, in the order of the pack
 */
public record RunResult(
        int total,
        int answered,
        int earlier,
        Map<String, Integer> failures,
        Optional<UserMessage> lastFailure,
        Optional<UserMessage> stopped,
        int cut,
        RunMethod method,
        Optional<MeasuredEnergy> measured,
        Path outputs) {

    public RunResult {
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
    }

    /** Whether every question was answered. */
    public boolean isComplete() {
        return answered == total;
    }

    /** Questions without an answer. */
    public int missing() {
        return total - answered;
    }
}
