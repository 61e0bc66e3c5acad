package fr.corpus.fingerprint;

import fr.corpus.iscc.TextCode;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The 256-bit Text-Code of a text (ISO 24138), with the two lengths that decide what it is compared with, for when the text is gone.
 * Immutable.
 *
 * @param code 64 hexadecimal digits
 * @param codePoints length of the collapsed text that the code is made of
 * @param units length of the text, in UTF-16 units
 */
public record NearCode(String code, long codePoints, int units) {

    private static final int BITS = 256;
    private static final Pattern CODE = Pattern.compile("[0-9a-f]{64}");

    public NearCode {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("no Text-Code of 256 bits: \"" + code + "\"");
        }
        if (codePoints < 0 || units < 0) {
            throw new IllegalArgumentException("lengths " + codePoints + ", " + units);
        }
    }

    /**
     * That of a text.
     *
     * @param units length of the text, in UTF-16 units
     */
    public static NearCode of(TextCode code, int units) {
        return new NearCode(HexFormat.of().formatHex(code.unit(BITS).body()), code.codePoints(), units);
    }

    /** The 32 bytes of the code. */
    public byte[] body() {
        return HexFormat.of().parseHex(code);
    }
}
