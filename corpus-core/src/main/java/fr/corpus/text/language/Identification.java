package fr.corpus.text.language;

/**
 * What language a text is in. Immutable.
 *
 * @param language ISO 639-3, or {@link LanguageIdentifier#UNKNOWN}
 * @param score how sure, from 0 to 1: about the share of texts of this kind for which the answer is right
 * @param variety the language with its variety where the model tells varieties apart ({@code oci-prv}), else the language
 * @param second the next best language; {@link LanguageIdentifier#UNKNOWN} when there is no letter
 * @param secondScore its score
 */
public record Identification(String language, double score, String variety, String second, double secondScore) {

    static final Identification NOTHING = new Identification(
            LanguageIdentifier.UNKNOWN, 0, LanguageIdentifier.UNKNOWN, LanguageIdentifier.UNKNOWN, 0);

    /** Whether any language was recognized. */
    public boolean isKnown() {
        return !LanguageIdentifier.UNKNOWN.equals(language);
    }
}
