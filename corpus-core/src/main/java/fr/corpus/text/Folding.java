package fr.corpus.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The folding under which two words match, {@code folding@1}: for duplicate detection, shingles, stop words and lexicons;
 * never for storage. Its results never change; another folding is another version. Thread-safe.
 *
 * <ul>
 *   <li>Letters become lower case without accents or marks; ligatures and old forms are spelled out (œ → oe, ﬁ → fi, ſ → s,
 *       ᵉ → e), by a table fixed to Unicode 14.0, so no locale and no Java version counts.
 *   <li>A number becomes one 0, together with a sign {@code . , / :} between digits or a space before a group of three.
 *   <li>An apostrophe of any form between letters becomes {@code '}; elsewhere it vanishes, so {@code l’} becomes {@code l}.
 *   <li>Hyphens, soft hyphens, full stops, format characters and marks vanish, with the line break and indent after a
 *       hyphen: {@code peut-être} and {@code peut-⏎être} become {@code peutetre}, {@code S.A.R.L.} becomes {@code sarl}.
 *   <li>White space, every other sign, and any sign after a number become one space between what is kept, and nothing at the
 *       ends.
 * </ul>
 */
public final class Folding {

    /** Name and version, part of the identity of an index. */
    public static final String VERSION = "folding@1";

    /**
     * Whether a character is a letter without upper case, or an ideograph, in the fixed table: the same on every Java version.
     */
    public static boolean isLowerLetter(int codePoint) {
        byte kind = Characters.kind(codePoint);
        return kind == Characters.LETTER || kind == Characters.IDEOGRAPH;
    }

    /** What a letter becomes: 0 itself, positive a code point, negative the complement of an index in {@link #TEXTS}. */
    private static final int[][] PAGES = new int[0x1100][];

    private static final String[] TEXTS;
    private static final int[] NONE = new int[256];

    static {
        Arrays.fill(PAGES, NONE);
        List<String> texts = new ArrayList<>();
        Characters.readTable("folding-1.tsv", row -> {
            int from = Integer.parseInt(row[0], 16);
            if (row.length == 2) {
                put(from, ~texts.size());
                texts.add(row[1]);
                return;
            }
            int to = Integer.parseInt(row[1], 16);
            String[] run = row[2].split(":", -1);
            for (int k = 0; k < Integer.parseInt(run[0]); k++) {
                put(from + k * Integer.parseInt(run[1]), to + k * Integer.parseInt(run[2]));
            }
        });
        TEXTS = texts.toArray(String[]::new);
    }

    private Folding() {}

    /** A word as it is compared: may be empty, when it has neither letter nor number. */
    public static String fold(String word) {
        StringBuilder out = new StringBuilder(word.length());
        new Folder().fold(word.toCharArray(), 0, word.length(), out);
        return out.toString();
    }

    /**
     * The hash of the folded word, 0 when nothing is left of it: the value found in {@link TokenizedText#folded()}. It is
     * {@link TokenHash#of} of {@link #fold}.
     */
    public static long hash(String word) {
        return new Folder().fold(word.toCharArray(), 0, word.length(), null);
    }

    /** What a letter becomes: 0 itself, positive a code point, negative for {@link #text}. */
    static int letter(int codePoint) {
        return PAGES[codePoint >> 8][codePoint & 0xFF];
    }

    /** The text that a letter with a negative code becomes. */
    static String text(int code) {
        return TEXTS[~code];
    }

    private static void put(int codePoint, int code) {
        if (PAGES[codePoint >> 8] == NONE) {
            PAGES[codePoint >> 8] = new int[256];
        }
        PAGES[codePoint >> 8][codePoint & 0xFF] = code;
    }
}
