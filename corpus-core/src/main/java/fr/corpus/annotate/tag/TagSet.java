package fr.corpus.annotate.tag;

import java.util.List;

/**
 * The tags of surface tokens: the universal parts of speech, and two for contractions. Stateless; a tag is its number here.
 */
public final class TagSet {

    private static final List<String> NAMES = List.of(
            "ADJ",
            "ADP",
            "ADV",
            "AUX",
            "CCONJ",
            "DET",
            "INTJ",
            "NOUN",
            "NUM",
            "PART",
            "PRON",
            "PROPN",
            "PUNCT",
            "SCONJ",
            "SYM",
            "VERB",
            "X",
            "ADP+DET",
            "ADP+PRON");

    /** Number of tags. */
    public static final int SIZE = 19;

    static final int ADV = 2;
    static final int AUX = 3;
    static final int NOUN = 7;
    static final int PROPN = 11;
    static final int VERB = 15;

    /** A preposition and an article in one token: {@code du}. */
    public static final int ADP_DET = 17;

    /** A preposition and a pronoun in one token: {@code auquel}. */
    public static final int ADP_PRON = 18;

    private TagSet() {}

    /** The name of a tag, the parts of a contraction joined by {@code +}. */
    public static String name(int tag) {
        return NAMES.get(tag);
    }

    /** The number of a tag, or -1 when it has another name. */
    public static int number(String name) {
        return NAMES.indexOf(name);
    }
}
