package fr.corpus.eval.pack;

import fr.corpus.hash.Digest;
import java.util.List;

/**
 * Items and where they came from. Immutable.
 *
 * @param items the items, in the order of the file
 * @param files the official files read, none for items that a pack carries
 * @param known whether the digests of the files are among those that the pack knows
 */
public record ImportedItems(List<PackItem> items, List<ReadFile> files, Agreement known) {

    public ImportedItems {
        items = List.copyOf(items);
        files = List.copyOf(files);
    }

    static ImportedItems carried(List<PackItem> items) {
        return new ImportedItems(items, List.of(), Agreement.KNOWN);
    }

    /**
     * One official file.
     *
     * @param name name without folder
     * @param bytes size
     * @param digest SHA-256
     */
    public record ReadFile(String name, long bytes, Digest digest) {}

    /** What the pack knows of a digest. */
    public enum Agreement {
        /** It is one of those that the pack lists, or the pack carries its items. */
        KNOWN,
        /** The pack lists none: the digest is recorded, nothing more can be said. */
        UNKNOWN,
        /** The pack lists others: this is another edition of the file. */
        OTHER;

        /** The word in {@code import.json}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
