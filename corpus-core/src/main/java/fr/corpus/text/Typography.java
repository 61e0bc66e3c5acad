package fr.corpus.text;

/**
 * French typographic signs brought to one form; words and letters stay as they are, œ, æ and ſ too. Immutable, thread-safe;
 * normalizing twice changes nothing more. Character kinds are fixed to Unicode 14.0.
 *
 * @param apostrophes ' ʼ and the full-width apostrophe between letters, or before a digit, become ’; so do ` ´ ′ ‘ after an
 *     elided word ({@code l`eau})
 * @param spaces one space that stands before ; ! ? becomes a narrow no-break space (U+202F), before : and inside « » a
 *     no-break space (U+00A0); none is added where none stands, and none touched where code or a smiley may be meant; a
 *     no-break or thin space between groups of three digits becomes U+202F; other spaces of a certain width become a
 *     space, zero-width spaces and word joiners vanish
 * @param hyphens U+2010 and U+2011 become -; a soft hyphen vanishes, or becomes - at the end of a line
 * @param ligatures ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ are spelled out
 * @param ellipses three full stops that are no part of a longer row become …
 */
public record Typography(boolean apostrophes, boolean spaces, boolean hyphens, boolean ligatures, boolean ellipses) {

    /** All rules. */
    public static Typography all() {
        return new Typography(true, true, true, true, true);
    }

    /** The text with its signs in one form; the same instance when nothing changes. */
    public String normalize(String text) {
        return TypographyPass.apply(this, text);
    }
}
