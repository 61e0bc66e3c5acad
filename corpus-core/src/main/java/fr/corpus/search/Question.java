package fr.corpus.search;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.NearWork;
import fr.corpus.optout.WorkFingerprint;
import java.util.List;
import java.util.Optional;

/**
 * What a release is asked for; each part is looked for by itself, and a document that any of them finds is told. Immutable.
 *
 * @param work a work, by its fingerprint, which was made here
 * @param keys addresses and identifiers
 * @param titles words of titles
 * @param authors words of names
 * @param phrases phrases that must all be in the text of one document
 */
public record Question(
        Optional<WorkFingerprint> work,
        List<Key> keys,
        List<Phrase> titles,
        List<Phrase> authors,
        List<Phrase> phrases) {

    /**
     * A question.
     *
     * @throws RecipeException if nothing is asked for
     */
    public Question {
        keys = List.copyOf(keys);
        titles = List.copyOf(titles);
        authors = List.copyOf(authors);
        phrases = List.copyOf(phrases);
        for (Key key : keys) {
            if (key.type() == KeyType.SAMPLE || key.type() == KeyType.ISCC) {
                throw new IllegalArgumentException("not an exact key of a release: " + key);
            }
        }
        if (work.isEmpty() && keys.isEmpty() && titles.isEmpty() && authors.isEmpty() && phrases.isEmpty()) {
            throw new RecipeException(UserMessage.of("search.nothing"));
        }
    }

    /** Whether words are asked for, which an index finds and keys do not. */
    boolean asksWords() {
        return !titles.isEmpty() || !authors.isEmpty() || !phrases.isEmpty();
    }

    /**
     * Whether a work is asked for that is too short for samples, so that every document, as far as it is short, must be compared with its
     * Text-Code.
     */
    public boolean comparesEveryDocument() {
        return work.filter(NearWork::comparesEveryDocument).isPresent();
    }

    /** Whether something is asked for that keys find. */
    boolean asksKeys() {
        return work.isPresent() || !keys.isEmpty();
    }
}
