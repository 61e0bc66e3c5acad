package fr.corpus.release;

import fr.corpus.hash.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a release is and holds: {@code manifest.json}. Immutable. Format: {@code docs/formats/release.md}.
 *
 * @param identity what the release says of itself
 * @param roots Merkle roots of the tables
 * @param keys the keys of what is released, unless the recipe does without
 * @param statistics figures
 * @param files every file of the release but the manifest itself and the checkpoint, sorted by path
 */
public record Manifest(
        Identity identity, Roots roots, Optional<KeySet> keys, Statistics statistics, List<FileEntry> files) {

    /** The format that this version writes, and the only one it reads. */
    public static final String FORMAT = "corpus-release@1";

    public Manifest {
        files = List.copyOf(files);
    }

    /**
     * What the release says of itself. Immutable.
     *
     * @param name name of the recipe
     * @param corpusVersion version of the library that wrote it
     * @param seed the recipe's seed
     * @param languages wanted languages
     * @param recipe the resolved recipe as canonical JSON
     * @param recipeDigest SHA-256 of that
     * @param components versions by name
     * @param supersedes the releases that this one takes the place of, the last one first; none for one that was built
     * @param broadClaims claims that were too broad to be heeded as they were claimed; empty if there are none
     */
    public record Identity(
            String name,
            String corpusVersion,
            long seed,
            List<String> languages,
            String recipe,
            Digest recipeDigest,
            Map<String, String> components,
            List<Superseded> supersedes,
            Optional<BroadClaims> broadClaims) {

        public Identity {
            supersedes = List.copyOf(supersedes);
        }
    }

    /**
     * Merkle roots (RFC 6962) over the canonical JSON of the rows of each table, in order. Immutable.
     *
     * @param data root of the data table: the root of the release
     * @param drops root of the drops table
     * @param duplicates root of the duplicates table
     */
    public record Roots(Digest data, Digest drops, Digest duplicates) {

        /** The root of a table. */
        public Digest of(Table table) {
            return switch (table) {
                case DATA -> data;
                case DROPS -> drops;
                case DUPLICATES -> duplicates;
            };
        }
    }

    /**
     * The trie over the keys of all released documents. Immutable.
     *
     * @param version of the set of keys
     * @param root of the trie
     * @param count number of different keys
     */
    public record KeySet(String version, Digest root, long count) {}

    /**
     * Figures. Immutable.
     *
     * @param counts all records
     * @param textBytesRead texts read, in UTF-8 bytes
     * @param released texts released
     * @param sources by source, in the order of the recipe
     * @param licenses released texts by licence, sorted; an empty name where no gate decided
     * @param languages released texts by identified language, sorted; an empty name where none was identified
     * @param reasons records dropped, withheld or malformed by step and reason, sorted
     */
    public record Statistics(
            Counts counts,
            long textBytesRead,
            Volume released,
            List<SourceFigures> sources,
            List<Share> licenses,
            List<Share> languages,
            List<ReasonCount> reasons) {}

    /**
     * Figures of a source. Immutable.
     *
     * @param source its id
     * @param counts its records
     * @param textBytesRead its texts read, in UTF-8 bytes
     * @param released its texts released
     */
    public record SourceFigures(String source, Counts counts, long textBytesRead, Volume released) {}

    /**
     * The part of the released texts that shares a licence or a language. Immutable.
     *
     * @param name the licence or language
     * @param volume how much it is
     */
    public record Share(String name, Volume volume) {}

    /**
     * Records that one step rejected for one reason. Immutable.
     *
     * @param step the step or reader
     * @param reason the reason's code
     * @param outcome what became of them
     * @param records how many
     */
    public record ReasonCount(String step, String reason, Outcome outcome, long records) {}
}
