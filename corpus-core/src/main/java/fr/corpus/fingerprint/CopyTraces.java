package fr.corpus.fingerprint;

import fr.corpus.document.Identifier;
import fr.corpus.hash.Digest;
import java.util.List;
import java.util.Optional;

/**
 * What a copy can be known again by when its text is gone: an opt-out on one copy binds the copy that was kept, also when it comes
 * after the release. Immutable.
 *
 * @param uri where the copy stands on the web or in a catalogue
 * @param author as its record gives it
 * @param bytes digest of the record's raw bytes
 * @param text digest of its canonical text, of a near copy; an exact one has that of its survivor
 * @param samples of a near copy in a release with keys: its {@link Samples} in the order of the text
 * @param code of a near copy in a release with keys: its Text-Code; releases made before it was recorded have none
 * @param identifiers as its record gives them
 */
public record CopyTraces(
        Optional<String> uri,
        Optional<String> author,
        Optional<Digest> bytes,
        Optional<Digest> text,
        Optional<List<Long>> samples,
        Optional<NearCode> code,
        List<Identifier> identifiers) {

    /** Nothing is known. */
    public static final CopyTraces NONE = new CopyTraces(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    public CopyTraces {
        samples = samples.map(List::copyOf);
        identifiers = List.copyOf(identifiers);
    }

    /** Whether it is of a near copy, whose Text-Code is not known: the release was made before codes were recorded, or without keys. */
    public boolean lacksCode() {
        return text.isPresent() && code.isEmpty();
    }

    /** The samples in the order of the text; none where they are not known. */
    public long[] sampleHashes() {
        return samples.orElse(List.of()).stream().mapToLong(Long::longValue).toArray();
    }
}
