package fr.corpus.bench;

/** Documents that a filter should drop, a kind for each filter. */
enum Junk {
    ENGLISH,
    GERMAN,
    SPANISH,
    ADVERTISEMENT,
    BULLETS,
    CUT_SENTENCES,
    FIGURES,
    TOO_SHORT,
    ONE_WORD_LINES,
    SYMBOLS,
    LONG_WORDS,
    REPEATED_LINES;

    String text(Composer composer, SeededRandom random) {
        int size = random.between(14, 40);
        return switch (this) {
            case ENGLISH -> composer.lines("anglais", size, " ", random);
            case GERMAN -> composer.lines("allemand", size, " ", random);
            case SPANISH -> composer.lines("espagnol", size, " ", random);
            case ADVERTISEMENT -> composer.lines("annonce", size, "\n", random);
            case BULLETS -> composer.lines("liste", 2 * size, "\n", random);
            case CUT_SENTENCES -> composer.lines("coupée", size, "\n", random);
            case FIGURES -> composer.lines("chiffres", size, "\n", random);
            case TOO_SHORT -> composer.lines("presse", 1, " ", random);
            case ONE_WORD_LINES -> composer.lines("ville", 4 * size, "\n", random);
            case SYMBOLS -> composer.compose(random).replace(" ", " # ");
            case LONG_WORDS -> composer.compose(random).replaceAll("(\\p{L}) (\\p{L})", "$1$2");
            case REPEATED_LINES -> repeatedLines(composer, random, size);
        };
    }

    private static String repeatedLines(Composer composer, SeededRandom random, int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size / 4; i++) {
            String line = composer.lines("savoir", 1, " ", random);
            for (int times = random.between(2, 4); times > 0; times--) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }
}
