package fr.corpus.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Kinds of characters for word cutting, read once from {@code characters.tsv} (Unicode 14.0): the same on every Java version.
 * Immutable.
 */
final class Characters {

    /** Unassigned, private use or a lone surrogate. */
    static final byte OTHER = 0;
    /** A letter, not upper case. */
    static final byte LETTER = 1;
    /** An upper or title case letter. */
    static final byte UPPER = 2;
    /** An ideograph, kana or bopomofo: a word by itself. */
    static final byte IDEOGRAPH = 3;
    /** A combining mark. */
    static final byte MARK = 4;
    /** A decimal digit. */
    static final byte DIGIT = 5;
    /** Another number: superscript, fraction, circled. */
    static final byte NUMBER = 6;
    /** A format character: soft hyphen, joiners, byte order mark. */
    static final byte FORMAT = 7;
    /** Punctuation. */
    static final byte PUNCTUATION = 8;
    /** A symbol. */
    static final byte SYMBOL = 9;
    /** White space or a control character. */
    static final byte SPACE = 10;

    private static final String CODES = "XLUHMDNFPSW";
    private static final byte[][] PAGES = load();
    private static final byte[] LATIN = new byte[0x250];

    static {
        for (int c = 0; c < LATIN.length; c++) {
            LATIN[c] = PAGES[c >> 8][c & 0xFF];
        }
    }

    private Characters() {}

    /** The kind of a code point. */
    static byte kind(int codePoint) {
        return codePoint < 0x250 ? LATIN[codePoint] : PAGES[codePoint >> 8][codePoint & 0xFF];
    }

    /** The code point at an index, before {@code end}; a surrogate alone stands for itself. */
    static int codePointAt(char[] text, int index, int end) {
        char c = text[index];
        if (Character.isHighSurrogate(c) && index + 1 < end && Character.isLowSurrogate(text[index + 1])) {
            return Character.toCodePoint(c, text[index + 1]);
        }
        return c;
    }

    /** Hands each line of a table that is not a comment to the consumer, cut at tabs. */
    static void readTable(String name, Consumer<String[]> row) {
        InputStream stream = Characters.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the jar lacks fr/corpus/text/" + name);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    row.accept(line.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[][] load() {
        byte[][] pages = new byte[0x1100][];
        byte[] empty = new byte[256];
        Arrays.fill(pages, empty);
        readTable("characters.tsv", row -> {
            int last = Integer.parseInt(row[1], 16);
            char code = row[2].charAt(0);
            byte kind = code == 'A' ? UPPER : (byte) CODES.indexOf(code);
            for (int c = Integer.parseInt(row[0], 16); c <= last; c++) {
                if (pages[c >> 8] == empty) {
                    pages[c >> 8] = new byte[256];
                }
                pages[c >> 8][c & 0xFF] = kind;
                if (code == 'A') {
                    kind = kind == UPPER ? LETTER : UPPER;
                }
            }
        });
        return pages;
    }
}
