package fr.corpus.pipeline;

import fr.corpus.read.Reader;
import fr.corpus.source.SourceFile;
import fr.corpus.step.Filter;
import fr.corpus.step.Normalizer;
import fr.corpus.text.Tokenizer;
import java.util.List;

/**
 * One source with all that its records pass before deduplication. Immutable.
 *
 * @param id id of the source in the recipe
 * @param reader reader of its format
 * @param files its files, sorted by name
 * @param tokenizer cuts the tokens that its profile's thresholds are meant for
 * @param normalizers in the order of the recipe
 * @param filters in the order of the recipe
 * @param rights which licence a document has
 * @param maxMalformedPerMillion malformed records tolerated among a million read
 */
public record SourceChain(
        String id,
        Reader reader,
        List<SourceFile> files,
        Tokenizer tokenizer,
        List<Normalizer> normalizers,
        List<Filter> filters,
        SourceRights rights,
        long maxMalformedPerMillion) {

    public SourceChain {
        files = List.copyOf(files);
        normalizers = List.copyOf(normalizers);
        filters = List.copyOf(filters);
    }
}
