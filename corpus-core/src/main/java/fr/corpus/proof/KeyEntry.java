package fr.corpus.proof;

import fr.corpus.document.DocumentId;
import fr.corpus.document.LicenseId;
import fr.corpus.identifier.Key;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One key of what a proof is about. Immutable.
 *
 * @param key the key
 * @param at for a sample its place among the samples of the work; else empty
 * @param proof shows that the release has the key, or has it not
 * @param documents which documents have it, in the order of their values; empty when absent, and when an exact key is that of too
 *     many to list
 */
record KeyEntry(Key key, OptionalInt at, KeyProof proof, List<Holder> documents) {

    KeyEntry {
        documents = List.copyOf(documents);
    }

    /**
     * A document that has the key. Immutable.
     *
     * @param document its id
     * @param position for a sample its place among the samples of the document, else 0
     * @param license under which it is released
     */
    record Holder(DocumentId document, int position, Optional<LicenseId> license) {

        KeyValue value() {
            return new KeyValue(document, position, KeyValue.tag(license));
        }
    }

    /** Whether the path ends at the key's own leaf. */
    boolean isPresent() {
        return proof.end() instanceof KeyProof.End.Here;
    }
}
