package fr.corpus.tlog;

import java.util.List;

/**
 * A checkpoint that a policy accepts. Immutable.
 *
 * @param checkpoint the log's state
 * @param log the key with which the log signed it
 * @param cosignatures the cosignatures of known witnesses that hold, with their times
 */
public record VerifiedCheckpoint(Checkpoint checkpoint, VerifierKey log, List<SignedNote.Verified> cosignatures) {

    public VerifiedCheckpoint {
        cosignatures = List.copyOf(cosignatures);
    }
}
