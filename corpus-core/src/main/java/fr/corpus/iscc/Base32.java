package fr.corpus.iscc;

/** RFC 4648 section 6 without padding. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | b & 0xFF;
            held += 8;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt(buffer >>> held & 31));
            }
            buffer &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(ALPHABET.charAt(buffer << (BITS - held) & 31));
        }
        return text.toString();
    }

    /**
     * The bytes of a text in capitals or small letters.
     *
     * @throws IllegalArgumentException if a character is not of the alphabet, or the last ones do not end a byte
     */
    static byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * BITS / 8];
        int buffer = 0;
        int held = 0;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = ALPHABET.indexOf(c >= 'a' && c <= 'z' ? c - 32 : c);
            if (value < 0) {
                throw new IllegalArgumentException("not base32: \"" + c + "\"");
            }
            buffer = buffer << BITS | value;
            held += BITS;
            if (held >= 8) {
                held -= 8;
                bytes[next++] = (byte) (buffer >>> held);
                buffer &= (1 << held) - 1;
            }
        }
        if (held >= BITS || buffer != 0) {
            throw new IllegalArgumentException("not the base32 of whole bytes");
        }
        return bytes;
    }
}
