package fr.corpus.internal.lucene;

import org.apache.lucene.analysis.fr.FrenchLightStemmer;

/**
 * The light stem of a French word (Savoy 1999, doi 10.1002/(SICI)1097-4571(1999)50:10&lt;944::AID-ASI9&gt;3.0.CO;2-Q, as Lucene
 * implements it): plural, gender and common endings go, so {@code nationaux} and {@code national} meet. Confined to one thread.
 */
public final class LightStem {

    private final FrenchLightStemmer stemmer = new FrenchLightStemmer();
    private char[] buffer = new char[64];

    /** Makes stems. */
    public LightStem() {}

    /** The stem of a word in lower case. */
    public String of(String word) {
        if (buffer.length < word.length()) {
            buffer = new char[word.length()];
        }
        word.getChars(0, word.length(), buffer, 0);
        return new String(buffer, 0, stemmer.stem(buffer, word.length()));
    }
}
