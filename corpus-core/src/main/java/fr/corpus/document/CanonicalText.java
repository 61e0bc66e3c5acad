package fr.corpus.document;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.text.Normalizer;

/**
 * The form under which two texts are the same text (version 1): what exact deduplication and document ids hash.
 *
 * <p>Unicode NFC; every run of white space (Unicode White_Space, which has the no-break spaces) and of control or
 * zero-width characters (U+200B, U+2060, U+FEFF, soft hyphen) that has white space in it becomes one space, without it
 * nothing; no space at the ends; the apostrophes ’ ʼ ′ and the grave accent sign become the ASCII apostrophe. Case, accents and hyphens count. Thread-safe.
 */
public final class CanonicalText {

    private CanonicalText() {}

    /** SHA-256 of the UTF-8 bytes of the canonical form; a lone surrogate counts as {@code ?}. */
    public static Digest digest(String text) {
        Digest digest = CanonicalBytes.digest(text, false);
        if (digest == null) {
            digest = CanonicalBytes.digest(Normalizer.normalize(text, Normalizer.Form.NFC), true);
        }
        return digest == null ? Sha256.of(of(text)) : digest;
    }

    /** The canonical form itself. */
    public static String of(String text) {
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(nfc.length());
        boolean pendingSpace = false;
        for (int i = 0; i < nfc.length(); i++) {
            char c = nfc.charAt(i);
            if (isSpace(c)) {
                pendingSpace = true;
            } else if (!isIgnored(c)) {
                if (pendingSpace && out.length() > 0) {
                    out.append(' ');
                }
                pendingSpace = false;
                out.append(isApostrophe(c) ? '\'' : c);
            }
        }
        return out.toString();
    }

    static boolean isSpace(char c) {
        if (c < 0x80) {
            return c == ' ' || c >= '\t' && c <= '\r';
        }
        return c == '\u0085' || c >= '\u00A0' && Character.isSpaceChar(c);
    }

    static boolean isIgnored(char c) {
        if (c < 0x80) {
            return c < 0x20 || c == 0x7F;
        }
        return c <= 0x9F || c == '\u00AD' || c == '\u200B' || c == '\u2060' || c == '\uFEFF';
    }

    static boolean isApostrophe(char c) {
        return c == '\u2019' || c == '\u02BC' || c == '\u2032' || c == '`';
    }
}
