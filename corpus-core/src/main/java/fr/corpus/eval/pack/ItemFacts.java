package fr.corpus.eval.pack;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What every item says of itself. Immutable.
 *
 * @param id unique in the pack
 * @param variety the variety of French it tests or is written in, BCP 47, as {@code fr-CH}
 * @param tags what the item may be grouped by, as {@code phenomenon}
 * @param cluster items with the same value are not independent, as questions on one passage
 * @param rationale why the right answer is right, for people
 * @param source the work or page that attests the fact, by title
 */
public record ItemFacts(
        String id,
        String variety,
        Map<String, String> tags,
        Optional<String> cluster,
        Optional<String> rationale,
        Optional<String> source) {

    public ItemFacts {
        if (id.isBlank() || variety.isBlank()) {
            throw new ItemFault("no-identity");
        }
        tags = tags.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /** Facts of an item of which nothing but id and variety is known. */
    public static ItemFacts of(String id, String variety) {
        return new ItemFacts(id, variety, Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
