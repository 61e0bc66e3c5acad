package fr.corpus.search;

import java.nio.file.Path;
import java.util.List;

/**
 * What a release says to a question. Immutable.
 *
 * @param release where it stands
 * @param name its name
 * @param gates the rules of rights by which its documents were admitted, as the recipe names them
 * @param total documents that were found, told or not
 * @param isExact whether those are all; else there are more
 * @param copiesWithoutCode of a question about a short work, near copies that were left out and of which the Text-Code is not known
 * @param hits the surest of them, at most as many as were wanted
 */
public record Answer(
        Path release,
        String name,
        List<String> gates,
        long total,
        boolean isExact,
        long copiesWithoutCode,
        List<Hit> hits) {

    public Answer {
        gates = List.copyOf(gates);
        hits = List.copyOf(hits);
    }

    /** Whether something was found. */
    public boolean isFound() {
        return !hits.isEmpty();
    }
}
