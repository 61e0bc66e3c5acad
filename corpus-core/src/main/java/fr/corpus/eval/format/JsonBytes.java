package fr.corpus.eval.format;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.json.JsonTree;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value (RFC 8259) that another tool wrote, and in words what is wrong when it is none. Halves of surrogate pairs that stand
 * alone as {@code \\ud83d}, as a tool writes them that cuts a text between two tokens, become U+FFFD: they are no text. Thread-safe.
 */
public final class JsonBytes {

    /** How the parser says where, and which key. */
    private static final Pattern PLACE = Pattern.compile("^([0-9]+):([0-9]+): ");

    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"([^\"]*)\"");

    private static final int ESCAPE_BYTES = 6;
    private static final byte[] REPLACEMENT = "\\ufffd".getBytes(StandardCharsets.US_ASCII);

    private JsonBytes() {}

    /**
     * The value.
     *
     * @param bytes UTF-8, with or without byte order mark; changed where a lone surrogate stands
     * @param place file and line for messages
     * @throws RecipeException if it is no value: cut off, not UTF-8, NaN, or whatever it is
     */
    public static @Nullable Object parse(byte[] bytes, String place) {
        mend(bytes);
        try {
            return JsonTree.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw new RecipeException(fault(bytes, place, String.valueOf(e.getMessage())), e);
        }
    }

    private static UserMessage fault(byte[] bytes, String place, String detail) {
        if (isWide(bytes)) {
            return UserMessage.of("eval.json-utf16", place);
        }
        int wrong = firstNotUtf8(bytes);
        if (wrong >= 0) {
            return UserMessage.of("eval.json-not-utf8", place, String.valueOf(wrong + 1));
        }
        if (detail.contains("end-of-input")) {
            return UserMessage.of("eval.json-cut-off", place);
        }
        if (detail.contains("Non-standard token")) {
            return UserMessage.of("eval.json-not-finite", place, detail.replaceAll("(?s).*?'([^']*)'.*", "$1"));
        }
        Matcher twice = TWICE.matcher(detail);
        if (twice.find()) {
            return UserMessage.of("eval.json-key-twice", place, twice.group(1));
        }
        if (detail.contains("more than one JSON value")) {
            return UserMessage.of("eval.json-several", place);
        }
        if (detail.contains("a number too large")) {
            return UserMessage.of("eval.json-too-large", place);
        }
        Matcher at = PLACE.matcher(detail);
        return at.find()
                ? UserMessage.of(
                        at.group(1).equals("1") ? "eval.line-not-json" : "eval.value-not-json",
                        place,
                        at.group(2),
                        at.group(1))
                : UserMessage.of("eval.json-none", place);
    }

    /** Whether these are two bytes for each letter: no JSON value has a byte that is zero. */
    private static boolean isWide(byte[] bytes) {
        int zeros = 0;
        for (byte b : bytes) {
            zeros += b == 0 ? 1 : 0;
        }
        boolean marked = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
        return zeros > bytes.length / 4 && (marked || zeros > 1);
    }

    private static int firstNotUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(1 << 12);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isError() ? in.position() : -1;
    }

    private static void mend(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] != '\\') {
                continue;
            }
            int unit = unit(bytes, i);
            if (!Character.isSurrogate((char) unit)) {
                i++;
            } else if (Character.isHighSurrogate((char) unit)
                    && Character.isLowSurrogate((char) unit(bytes, i + ESCAPE_BYTES))) {
                i += 2 * ESCAPE_BYTES - 1;
            } else {
                System.arraycopy(REPLACEMENT, 0, bytes, i, ESCAPE_BYTES);
                i += ESCAPE_BYTES - 1;
            }
        }
    }

    /** The UTF-16 unit of an escape at a place, 0 when there is none. */
    private static int unit(byte[] bytes, int at) {
        if (at + ESCAPE_BYTES > bytes.length || bytes[at] != '\\' || bytes[at + 1] != 'u') {
            return 0;
        }
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE_BYTES; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return 0;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
