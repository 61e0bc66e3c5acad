package fr.corpus.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A word as it is compared for presence, {@value #VERSION}: a token of {@code french@1} that has a letter or a digit, folded by
 * {@code folding@1}, but with its digits as they stand. So case, accents, ligatures, elision, punctuation and hyphens at line ends
 * do not count, {@code 20 000} and {@code 20000} are one word, and {@code 1984} is not {@code 1985}. Thread-safe.
 */
public final class WordForm {

    /** Name and version, part of the identity of an index. */
    public static final String VERSION = "words@1";

    /** Longer words are cut, in bytes of UTF-8. */
    public static final int MAX_BYTES = 128;

    private WordForm() {}

    /**
     * The form of a token.
     *
     * @param token as it stands in its text
     * @param digits whether it has a decimal digit
     * @return UTF-8, at most {@value #MAX_BYTES} bytes
     */
    public static byte[] of(String token, boolean digits) {
        String folded = digits ? withDigits(token) : Folding.fold(token);
        byte[] utf8 = (folded.isEmpty() ? token : folded).getBytes(StandardCharsets.UTF_8);
        int length = Math.min(utf8.length, MAX_BYTES);
        while (length < utf8.length && length > 0 && (utf8[length] & 0xC0) == 0x80) {
            length--;
        }
        return Arrays.copyOf(utf8, length);
    }

    private static String withDigits(String token) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int i = 0; i < token.length(); i++) {
            int digit = Character.digit(token.charAt(i), 10);
            if (digit >= 0) {
                out.append(Folding.fold(token.substring(from, i))).append((char) ('0' + digit));
                from = i + 1;
            }
        }
        return out.append(Folding.fold(token.substring(from))).toString();
    }
}
