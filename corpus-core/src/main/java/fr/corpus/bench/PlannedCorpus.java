package fr.corpus.bench;

/**
 * A corpus as a function of its seed: what each document is, and its text, in any order and without memory of the others.
 * Immutable; thread-safe.
 */
final class PlannedCorpus {

    /** Changes when the same seed gives other bytes. */
    static final int VERSION = 1;

    /** UTF-8 bytes of a document on average, copies and junk included; measured. */
    static final long MEAN_BYTES = 2950;

    private static final double EXACT = 0.12;
    private static final double NEAR = 0.15;
    private static final double REPEATED = 0.03;
    private static final double JUNK = 0.03;
    private static final int WORDS_PER_CHANGE = 80;
    private static final String[] LICENSES = {"etalab-2.0", "etalab-2.0", "CC-BY-4.0", "CC0-1.0"};

    private final long seed;
    private final long documents;
    private final Composer composer = new Composer(Grammar.load());

    PlannedCorpus(long seed, long documents) {
        this.seed = seed;
        this.documents = documents;
    }

    /** What a document is. */
    enum Kind {
        ORIGINAL,
        EXACT,
        NEAR,
        REPEATED,
        JUNK
    }

    long documents() {
        return documents;
    }

    String id(long document) {
        String digits = Long.toString(document);
        return "d" + "0".repeat(Math.max(0, 8 - digits.length())) + digits;
    }

    String license(long document) {
        return LICENSES[SeededRandom.of(seed ^ 0x4C49, document).below(LICENSES.length)];
    }

    Kind kind(long document) {
        double at = SeededRandom.of(seed ^ 0x4B49, document).fraction();
        if (at < EXACT) {
            return document == original(document) ? Kind.ORIGINAL : Kind.EXACT;
        }
        if (at < EXACT + NEAR) {
            return document == original(document) ? Kind.ORIGINAL : Kind.NEAR;
        }
        at -= EXACT + NEAR;
        return at < REPEATED ? Kind.REPEATED : at < REPEATED + JUNK ? Kind.JUNK : Kind.ORIGINAL;
    }

    private boolean isOriginal(long document) {
        return SeededRandom.of(seed ^ 0x4B49, document).fraction() >= EXACT + NEAR + REPEATED + JUNK;
    }

    /** The document that a copy copies; itself when a corpus is so small that no original is found. */
    long original(long copy) {
        SeededRandom random = SeededRandom.of(seed ^ 0x4F52, copy);
        for (int tries = 0; tries < 64; tries++) {
            long candidate = random.below(documents);
            if (isOriginal(candidate)) {
                return candidate;
            }
        }
        return copy;
    }

    String text(long document) {
        return switch (kind(document)) {
            case ORIGINAL -> originalText(document);
            case EXACT -> originalText(original(document));
            case NEAR -> changed(originalText(original(document)), SeededRandom.of(seed ^ 0x4E45, document));
            case REPEATED -> repeated(SeededRandom.of(seed, document));
            case JUNK -> {
                SeededRandom random = SeededRandom.of(seed, document);
                yield Junk.values()[random.below(Junk.values().length)].text(composer, random);
            }
        };
    }

    private String originalText(long document) {
        SeededRandom random = SeededRandom.of(seed, document);
        Typesetting[] styles = Typesetting.values();
        return styles[random.below(styles.length)].apply(composer.compose(random));
    }

    private String repeated(SeededRandom random) {
        String body = composer.compose(random);
        String part = body.substring(0, body.length() / 2);
        return part + "\n\n" + part + "\n\n" + part;
    }

    /** The text with one word in eighty replaced, at least one. */
    private String changed(String text, SeededRandom random) {
        String[] words = text.split(" ", -1);
        int changes = Math.max(1, words.length / WORDS_PER_CHANGE);
        for (int i = 0; i < changes; i++) {
            int at = random.below(words.length);
            // a line break inside stays, so that the number of lines does
            int line = words[at].lastIndexOf('\n') + 1;
            words[at] = words[at].substring(0, line) + composer.word(random);
        }
        return String.join(" ", words);
    }
}
