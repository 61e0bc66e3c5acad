package fr.corpus.bench;

/** Makes errors in a text, letter by letter. Thread-safe. */
public enum Misreading {
    /** A letter replaced by any other, lost, or doubled, in equal parts. */
    RANDOM,
    /** A letter taken for its look-alike, as optical recognition does; for a stop if it has none. */
    OCR;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûü";
    private static final String[][] ALIKE = {
        {"e", "c"}, {"c", "e"}, {"é", "e"}, {"è", "é"}, {"à", "a"}, {"ê", "e"}, {"u", "n"}, {"n", "u"}, {"m", "rn"},
        {"l", "1"}, {"i", "l"}, {"s", "f"}, {"f", "s"}, {"h", "b"}, {"b", "h"}, {"t", "l"}, {"a", "o"}, {"o", "0"},
        {"d", "cl"}, {"r", "v"}, {"v", "y"}, {"q", "g"}, {"p", "q"}, {"g", "q"}, {"j", "i"}, {"x", "z"}, {"ç", "c"}
    };

    /**
     * The text with errors.
     *
     * @param rate the probability of an error at each letter, 0 to 1
     * @param seed same seed, same errors
     */
    public String of(String text, double rate, long seed) {
        SeededRandom random = new SeededRandom(seed);
        StringBuilder read = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            if (Character.isLetter(letter) && random.chance(rate)) {
                read.append(this == RANDOM ? anyError(letter, random) : alike(letter));
            } else {
                read.appendCodePoint(letter);
            }
        });
        return read.toString();
    }

    private static String anyError(int letter, SeededRandom random) {
        String same = Character.toString(letter);
        return switch (random.below(3)) {
            case 0 -> "";
            case 1 -> same + same;
            default -> Character.toString(LETTERS.charAt(random.below(LETTERS.length())));
        };
    }

    private static String alike(int letter) {
        String same = Character.toString(letter);
        for (String[] pair : ALIKE) {
            if (pair[0].equals(same)) {
                return pair[1];
            }
        }
        return ".";
    }
}
