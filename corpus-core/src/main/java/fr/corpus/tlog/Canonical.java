package fr.corpus.tlog;

import fr.corpus.hash.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/** Spellings of which each value has exactly one, so that a document cannot be changed without changing what it says. */
final class Canonical {

    private static final int MAX_DIGITS = 19;

    private Canonical() {}

    /** RFC 4648 section 4 with padding and zero trailing bits; empty if the text is anything else. */
    static Optional<byte[]> base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
            return base64(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** RFC 4648 section 4 with padding. */
    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The base64 of 32 bytes. */
    static Optional<Digest> digest(String text) {
        return base64(text).filter(bytes -> bytes.length == Digest.BYTES).map(Digest::of);
    }

    /** ASCII decimal digits without leading zeros, at most 2^63 - 1. */
    static OptionalLong number(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.length() > MAX_DIGITS || text.length() > 1 && text.charAt(0) == '0') {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Valid UTF-8 without control characters below U+0020 other than line feed; empty if the bytes are anything else. */
    static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.chars().allMatch(c -> c >= ' ' || c == '\n') ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
