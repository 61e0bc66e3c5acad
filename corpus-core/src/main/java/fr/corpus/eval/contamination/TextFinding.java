package fr.corpus.eval.contamination;

import fr.corpus.search.Match;
import java.util.List;
import java.util.Optional;

/**
 * What a release has of a text. Immutable.
 *
 * @param words its words
 * @param covered how many of them are in a sequence that stands in some document
 * @param band the share that they make
 * @param near how much the text and the document most like it have in common by samples, when it was long enough to be compared and
 *     near enough
 * @param places documents that have it, those that have most of it first, not all of them
 * @param documents how many were found; for each covered word at least one, so not all there are
 */
public record TextFinding(
        int words, int covered, Band band, Optional<Match.Shares> near, List<Place> places, int documents) {

    public TextFinding {
        places = List.copyOf(places);
    }

    /**
     * A document that has a part of the text. Immutable.
     *
     * @param exposer the document
     * @param covered words of the text that are in a sequence of this document; 0 when it is known by samples only
     */
    public record Place(Exposer exposer, int covered) {}

    /** Covered words among all, 0 to 1. */
    public double share() {
        return words == 0 ? 0 : (double) covered / words;
    }

    /** Whether one document has all words of the text as they follow each other. */
    public boolean isWhole() {
        return band != Band.TOO_SHORT && !places.isEmpty() && places.get(0).covered() == words;
    }

    /** Whether at least this share of the text, and something, is in the release, or something near it is. */
    public boolean isExposed(double least) {
        return near.isPresent() || covered > 0 && share() >= least;
    }
}
