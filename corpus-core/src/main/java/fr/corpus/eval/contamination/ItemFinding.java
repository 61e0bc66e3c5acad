package fr.corpus.eval.contamination;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a release has of an item. Immutable.
 *
 * @param id of the item
 * @param cluster items of one value are not independent
 * @param parts its texts that were looked for
 */
public record ItemFinding(String id, Optional<String> cluster, List<Part> parts) {

    public ItemFinding {
        parts = List.copyOf(parts);
    }

    /**
     * One text of the item. Immutable.
     *
     * @param part the text
     * @param found what the release has of it
     */
    public record Part(ItemPart part, TextFinding found) {}

    /** What can be said of an item. */
    public enum Exposure {
        /** A text of it stands in the release. */
        EXPOSED,
        /** No text of it that is long enough does. */
        CLEAN,
        /** All its texts are too short to conclude. */
        TOO_SHORT;

        /** Its word in answers for machines. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What can be said of it.
     *
     * @param least share of a text, 0 to 1, from which it is exposed; 0 for any sequence in common
     */
    public Exposure exposure(double least) {
        if (parts.stream().anyMatch(part -> part.found().isExposed(least))) {
            return Exposure.EXPOSED;
        }
        return parts.stream().allMatch(part -> part.found().band() == Band.TOO_SHORT)
                ? Exposure.TOO_SHORT
                : Exposure.CLEAN;
    }

    /** The highest band of its texts. */
    public Band band() {
        return parts.stream()
                .map(part -> part.found().band())
                .max(Band::compareTo)
                .orElse(Band.TOO_SHORT);
    }
}
