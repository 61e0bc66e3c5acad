package fr.corpus.eval.metric;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Letters, marks, numbers, punctuation and symbols of Unicode 17.0, the version of the {@code regex} package that sacreBLEU’s
 * {@code intl} tokenizer runs on: the JDK’s own version must not change a score. Thread-safe.
 */
final class UnicodeClasses {

    private static final String RESOURCE = "/fr/corpus/eval/unicode-classes.tsv";
    /** The class of each code point as the letter of its general category, or 0. */
    private static final byte[] CLASSES = new byte[Character.MAX_CODE_POINT + 1];

    static {
        InputStream file = Objects.requireNonNull(UnicodeClasses.class.getResourceAsStream(RESOURCE));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(UnicodeClasses::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnicodeClasses() {}

    private static void read(String line) {
        String[] cells = line.split("\t", 3);
        int last = Integer.parseInt(cells[2], 16);
        for (int point = Integer.parseInt(cells[1], 16); point <= last; point++) {
            CLASSES[point] = (byte) cells[0].charAt(0);
        }
    }

    static boolean isPunctuation(int point) {
        return CLASSES[point] == 'P';
    }

    static boolean isNumber(int point) {
        return CLASSES[point] == 'N';
    }

    static boolean isSymbol(int point) {
        return CLASSES[point] == 'S';
    }

    static boolean isLetterOrNumber(int point) {
        return CLASSES[point] == 'L' || CLASSES[point] == 'N';
    }

    /** Whether a code point belongs to a word: a letter, a mark or a number. */
    static boolean isWord(int point) {
        byte found = CLASSES[point];
        return found == 'L' || found == 'M' || found == 'N';
    }
}
