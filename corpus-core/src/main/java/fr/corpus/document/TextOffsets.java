package fr.corpus.document;

/**
 * Turns code points of a text into UTF-16 units and back; quick when questions go forward, or for units a little back. Confined to
 * one thread.
 */
public final class TextOffsets {

    private final String text;
    private final boolean plain;
    private int units;
    private int codePoints;

    /** Offsets of a text. */
    public TextOffsets(String text) {
        this.text = text;
        plain = text.codePointCount(0, text.length()) == text.length();
    }

    /**
     * The UTF-16 unit at which a code point starts.
     *
     * @throws IndexOutOfBoundsException if the text has fewer code points
     */
    public int unitsOf(int codePoint) {
        if (plain) {
            return codePoint;
        }
        if (codePoint < codePoints / 2) {
            units = 0;
            codePoints = 0;
        }
        units = text.offsetByCodePoints(units, codePoint - codePoints);
        codePoints = codePoint;
        return units;
    }

    /** The number of code points before a UTF-16 unit. */
    public int codePointsOf(int unit) {
        if (plain) {
            return unit;
        }
        if (unit < units) {
            units = 0;
            codePoints = 0;
        }
        codePoints += text.codePointCount(units, unit);
        units = unit;
        return codePoints;
    }

    /** The part of the text between two code points. */
    public String slice(int start, int end) {
        int from = unitsOf(start);
        return text.substring(from, unitsOf(end));
    }
}
