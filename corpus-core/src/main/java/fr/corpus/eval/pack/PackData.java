package fr.corpus.eval.pack;

import fr.corpus.hash.Digest;
import java.util.List;
import java.util.Optional;

/**
 * Where the items are. Immutable.
 *
 * @param items number of items, if known
 * @param digest SHA-256 of {@code items.jsonl} for a pack that carries its items
 * @param official the official files, for a pack that is read from them
 * @param source where people get the official file; nothing for a pack that carries its items
 */
public record PackData(
        Optional<Long> items, Optional<Digest> digest, Optional<OfficialFile> official, Bilingual source) {

    /**
     * What is known of the official file.
     *
     * @param adapter how its rows become items
     * @param known SHA-256 values of files that were seen and agreed; empty when none is known yet
     */
    public record OfficialFile(Adapter adapter, List<Digest> known) {
        public OfficialFile {
            known = List.copyOf(known);
        }
    }
}
