package fr.corpus.eval.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the rights of a set allow us to do with its texts. */
public enum Redistribution {
    /** The texts may be carried and written into outputs. */
    BUNDLE,
    /** The user fetches the official file; outputs hold ids and digests, never texts. */
    FETCH,
    /** As {@link #FETCH}; moreover the holder asks that the texts stay out of reach, as by a gate or a canary. */
    FORBIDDEN;

    /** The word in {@code pack.yaml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether texts of items may be written into a file that we make. */
    public boolean allowsTexts() {
        return this == BUNDLE;
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Redistribution::word).toList();
    }
}
