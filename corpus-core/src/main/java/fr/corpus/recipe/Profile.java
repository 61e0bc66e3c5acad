package fr.corpus.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The genre of a source: it chooses thresholds and tokens. */
public enum Profile {
    /** Web pages: the default. */
    WEB,
    /** Newspapers and magazines, often from OCR. */
    PRESS,
    /** Prose in books. */
    BOOK,
    /** Laws, decisions, official reports. */
    LAW,
    /** Plays. */
    THEATRE,
    /** Verse. */
    VERSE,
    /** Transcribed speech. */
    SPEECH,
    /** Manuals and documentation. */
    TECHNICAL,
    /** Parity with FineWeb-2, {@code fra_Latn}: its thresholds, tokens and order of rules. */
    FINEWEB2;

    /** Its name in recipes. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names, in order. */
    static List<String> keys() {
        return Arrays.stream(values()).map(Profile::key).toList();
    }
}
