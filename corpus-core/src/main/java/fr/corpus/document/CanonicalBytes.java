package fr.corpus.document;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The digest of {@link CanonicalText#of} computed in one pass, without building the canonical text: characters in pieces,
 * canonical UTF-8 bytes of each piece to SHA-256. Confined to one thread, used once.
 */
final class CanonicalBytes {

    private static final int PIECE = 4096;

    /** What ASCII characters become: themselves, a space, or 0 for those to be looked at more closely. */
    private static final byte[] ASCII = new byte[0x80];

    static {
        for (char c = 0; c < 0x80; c++) {
            boolean plain = !CanonicalText.isIgnored(c) && !CanonicalText.isApostrophe(c);
            ASCII[c] = CanonicalText.isSpace(c) ? (byte) ' ' : plain ? (byte) c : 0;
        }
    }

    private final MessageDigest sha = Sha256.newDigest();
    private final char[] piece;
    private final byte[] out;
    private final boolean knownNfc;
    /** Bytes in {@link #out}. */
    private int length;
    /** The last canonical byte, a space at the start, so that no text starts with one. */
    private byte last = ' ';

    private CanonicalBytes(int size, boolean knownNfc) {
        this.piece = new char[size];
        this.out = new byte[3 * size + 2];
        this.knownNfc = knownNfc;
    }

    /** The digest, or null when the text has a lone surrogate or, unless it is known to be in NFC, a character that may not be. */
    static @Nullable Digest digest(String text, boolean knownNfc) {
        CanonicalBytes canonical = new CanonicalBytes(Math.min(PIECE, text.length()), knownNfc);
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(from + PIECE, text.length());
            if (to < text.length() && to - from > 1 && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            text.getChars(from, to, canonical.piece, 0);
            if (!canonical.encode(to - from)) {
                return null;
            }
            from = to;
        }
        return Digest.of(canonical.sha.digest());
    }

    /** Encodes and digests a piece; answers false at a character that the caller must look at otherwise. */
    private boolean encode(int size) {
        char[] in = piece;
        byte[] to = out;
        int n = length;
        byte before = last;
        for (int i = 0; i < size; i++) {
            char c = in[i];
            byte mapped = c < 0x80 ? ASCII[c] : 0;
            if (mapped != 0) {
                if (((mapped ^ ' ') | (before ^ ' ')) != 0) {
                    to[n++] = mapped;
                    before = mapped;
                }
            } else if (c == '\u2019') {
                to[n++] = before = '\'';
            } else if (c >= 0xC0 && c < 0x2B0) {
                to[n++] = (byte) (0xC0 | c >> 6);
                to[n++] = before = (byte) (0x80 | c & 0x3F);
            } else if (c >= 0x300 && !knownNfc && !isInert(c) || isLoneSurrogate(c, i, size)) {
                return false;
            } else if (CanonicalText.isSpace(c)) {
                to[n] = ' ';
                n += before == ' ' ? 0 : 1;
                before = ' ';
            } else if (!CanonicalText.isIgnored(c)) {
                int pair = Character.isSurrogate(c) ? 1 : 0;
                int point = pair == 0 ? c : Character.toCodePoint(c, in[i + 1]);
                n = encode(CanonicalText.isApostrophe(c) ? '\'' : point, n);
                before = to[n - 1];
                i += pair;
            }
        }
        last = before;
        digest(n);
        return true;
    }

    /** Digests what is encoded, but for a space at its end: more of the text may never come. */
    private void digest(int encoded) {
        int held = encoded > 0 && out[encoded - 1] == ' ' ? 1 : 0;
        sha.update(out, 0, encoded - held);
        out[0] = ' ';
        length = held;
    }

    private int encode(int point, int at) {
        int n = at;
        if (point < 0x80) {
            out[n++] = (byte) point;
        } else if (point < 0x800) {
            out[n++] = (byte) (0xC0 | point >> 6);
            out[n++] = (byte) (0x80 | point & 0x3F);
        } else if (point < 0x10000) {
            out[n++] = (byte) (0xE0 | point >> 12);
            out[n++] = (byte) (0x80 | point >> 6 & 0x3F);
            out[n++] = (byte) (0x80 | point & 0x3F);
        } else {
            out[n++] = (byte) (0xF0 | point >> 18);
            out[n++] = (byte) (0x80 | point >> 12 & 0x3F);
            out[n++] = (byte) (0x80 | point >> 6 & 0x3F);
            out[n++] = (byte) (0x80 | point & 0x3F);
        }
        return n;
    }

    /** Low surrogates are taken together with the high one before them, so one that is met alone is lone. */
    private boolean isLoneSurrogate(char c, int at, int size) {
        return Character.isSurrogate(c)
                && !(Character.isHighSurrogate(c) && at + 1 < size && Character.isLowSurrogate(piece[at + 1]));
    }

    /**
     * Whether a character from U+0300 is of the common ones that NFC never touches: combining class 0, NFC_Quick_Check=Yes
     * (UAX #15). Cyrillic letters, general punctuation, currency, arrows, mathematics, box drawing, symbols, CJK ideographs,
     * emoji by their surrogates, and the replacement character.
     */
    static boolean isInert(char c) {
        if (c < 0x2002) {
            return c >= 0x400 && c <= 0x482;
        }
        return c <= 0x20CF
                || c >= 0x2100 && c <= 0x2125
                || c >= 0x2190 && c <= 0x2328
                || c >= 0x2330 && c <= 0x27FF
                || c >= 0x4E00 && c <= 0x9FFF
                || c >= 0xD83C && c <= 0xD83E
                || c >= 0xDC00 && c <= 0xDFFF
                || c == 0xFFFD;
    }
}
