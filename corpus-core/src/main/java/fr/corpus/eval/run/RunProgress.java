package fr.corpus.eval.run;

import java.util.OptionalDouble;

/**
 * How far a run is. Immutable.
 *
 * @param total questions of the whole run: items times prompts
 * @param answered of these, earlier sessions included
 * @param failed in this session
 * @param asked answered or failed in this session
 * @param seconds since this session began
 */
public record RunProgress(int total, int answered, int failed, int asked, double seconds) {

    /** Questions a second in this session. */
    public OptionalDouble rate() {
        return asked > 0 && seconds > 0 ? OptionalDouble.of(asked / seconds) : OptionalDouble.empty();
    }

    /** Seconds that are left at this rate. */
    public OptionalDouble secondsLeft() {
        OptionalDouble rate = rate();
        return rate.isPresent()
                ? OptionalDouble.of((total - answered - failed) / rate.getAsDouble())
                : OptionalDouble.empty();
    }
}
