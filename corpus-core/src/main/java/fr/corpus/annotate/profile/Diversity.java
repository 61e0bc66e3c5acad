package fr.corpus.annotate.profile;

import java.util.OptionalDouble;

/**
 * Lexical diversity that hardly depends on the length of a text. Stateless.
 *
 * <p>The ratio of types to tokens falls with every further token, so that it compares nothing but texts of one length; MTLD asks
 * instead how long a stretch keeps its ratio up.
 */
public final class Diversity {

    /** The ratio at which a stretch is full. */
    private static final double FULL = 0.72;

    private Diversity() {}

    /**
     * MTLD (McCarthy and Jarvis, Behavior Research Methods 42(2), 2010): the mean length in tokens of stretches whose ratio of types to
     * tokens stays at 0.72 or above, mean of both directions.
     *
     * @param forms the tokens, equal numbers for equal ones
     * @return empty when no token comes again, or there is none
     */
    public static OptionalDouble mtld(long[] forms) {
        double forward = factors(forms, 1);
        double backward = factors(forms, -1);
        return forward == 0 || backward == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((forms.length / forward + forms.length / backward) / 2);
    }

    private static double factors(long[] forms, int step) {
        LongSet types = new LongSet();
        int factors = 0;
        int tokens = 0;
        double ratio = 1;
        for (int i = step > 0 ? 0 : forms.length - 1; i >= 0 && i < forms.length; i += step) {
            types.add(forms[i]);
            tokens++;
            ratio = (double) types.size() / tokens;
            if (ratio < FULL) {
                factors++;
                tokens = 0;
                ratio = 1;
                types = new LongSet();
            }
        }
        return factors + (1 - ratio) / (1 - FULL);
    }
}
