package fr.corpus.release;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a release says of itself beyond its rows. Immutable. Nothing here may depend on time, machine, threads or paths.
 *
 * @param name name of the recipe
 * @param corpusVersion version of the library, whose changelog says when release bytes change
 * @param seed the recipe's seed
 * @param languages wanted languages, ISO 639-3
 * @param recipe the resolved recipe as JSON, every default filled in
 * @param components what was at work and in which version: tokenizers, models, tables; by name
 * @param inputs what was read from each source, in the order of the recipe
 */
public record ReleaseInfo(
        String name,
        String corpusVersion,
        long seed,
        List<String> languages,
        String recipe,
        Map<String, String> components,
        List<Input> inputs) {

    /**
     * What was read from a source. Immutable.
     *
     * @param source its id
     * @param read records read, well formed or not
     * @param textBytes the texts read, in UTF-8 bytes
     */
    public record Input(String source, long read, long textBytes) {}

    public ReleaseInfo {
        languages = List.copyOf(languages);
        components = Map.copyOf(components);
        inputs = List.copyOf(inputs);
    }

    /** The components in the order of their names. */
    @Override
    public Map<String, String> components() {
        return new TreeMap<>(components);
    }
}
