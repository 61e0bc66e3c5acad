package fr.corpus.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param supersedes the releases that this one takes the place of, the last one first; none for one that was built
 * @param broadClaims claims that were too broad to be heeded as they were claimed; empty if there are none
 */
public record ReleaseInfo(
        String name,
        String corpusVersion,
        long seed,
        List<String> languages,
        String recipe,
        Map<String, String> components,
        List<Input> inputs,
        List<Superseded> supersedes,
        Optional<BroadClaims> broadClaims) {

    /**
     * What was read from a source. Immutable.
     *
     * @param source its id
     * @param read records read, well formed or not
     * @param textBytes the texts read, in UTF-8 bytes
     */
    public record Input(String source, long read, long textBytes) {}

    /** What a release that was built says of itself. */
    public ReleaseInfo(
            String name,
            String corpusVersion,
            long seed,
            List<String> languages,
            String recipe,
            Map<String, String> components,
            List<Input> inputs) {
        this(name, corpusVersion, seed, languages, recipe, components, inputs, List.of(), Optional.empty());
    }

    public ReleaseInfo {
        languages = List.copyOf(languages);
        components = Map.copyOf(components);
        inputs = List.copyOf(inputs);
        supersedes = List.copyOf(supersedes);
    }

    /** The components in the order of their names. */
    @Override
    public Map<String, String> components() {
        return new TreeMap<>(components);
    }
}
