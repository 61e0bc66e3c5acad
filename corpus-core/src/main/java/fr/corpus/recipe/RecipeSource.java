package fr.corpus.recipe;

import fr.corpus.document.LicenseId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One source of a recipe. Immutable.
 *
 * <p>The licence of a document is the source's, or else what the record says of itself; with neither it is unknown.
 *
 * @param id unique in the recipe; part of the identity of every document
 * @param format {@code text}, {@code jsonl}, {@code parquet} or {@code tei}
 * @param paths globs, relative to the recipe's folder or absolute, / separators
 * @param license the licence of all its documents, an id of the catalogue
 * @param licenseField the field that holds a document's licence, dotted path
 * @param profile the genre that chooses thresholds and tokenizer
 * @param fields which field is what, for jsonl and parquet: from {@code id}, {@code text}, {@code uri}, {@code title},
 *     {@code author}, {@code date}, {@code attribution}, {@code language} to a dotted path
 * @param encoding the charset of its text files when it is not to be guessed
 * @param maxMalformedPerMillion malformed records per million above which the run fails
 * @param line where it stands in the recipe
 */
public record RecipeSource(
        String id,
        String format,
        List<String> paths,
        Optional<LicenseId> license,
        Optional<String> licenseField,
        String profile,
        Map<String, String> fields,
        Optional<String> encoding,
        long maxMalformedPerMillion,
        int line) {

    public RecipeSource {
        paths = List.copyOf(paths);
        fields = Map.copyOf(fields);
    }
}
