package fr.corpus.tlog;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Digest;
import java.util.List;

/**
 * What a witness knows of one log, and when it cosigns (C2SP tlog-witness, the rules of {@code add-checkpoint}). Immutable:
 * cosigning gives the next state, which the caller makes durable before it hands out the cosignature.
 *
 * @param log the log's key, whose name is the origin
 * @param size number of entries of the checkpoint cosigned last, 0 at first
 * @param root its root
 */
public record Witness(VerifierKey log, long size, Digest root) {

    /** What a witness answers. */
    public sealed interface Answer {

        /** It cosigns. */
        record Cosigned(NoteSignature cosignature, Witness next) implements Answer {}

        /** The request starts from another size than the witness has: ask again from this one. */
        record Conflict(long knownSize) implements Answer {}

        /** The checkpoint is not signed by the log. */
        record NotSigned() implements Answer {}

        /** The note is not a checkpoint of this log, or the request goes backwards. */
        record BadRequest() implements Answer {}

        /**
         * The tree did not only grow: the log shows different trees to different people, or the proof is wrong. With the
         * same size and another root, both signed checkpoints together are evidence.
         */
        record Inconsistent() implements Answer {}
    }

    /** A witness that has seen nothing of the log. */
    public static Witness of(VerifierKey log) {
        return new Witness(log, 0, MerkleHash.EMPTY_ROOT);
    }

    /**
     * Answers a request to cosign.
     *
     * @param oldSize the size from which the proof goes, which must be that of this witness
     * @param proof the nodes of the consistency proof, none from size 0 or for the same size
     * @param note the log's signed checkpoint
     * @param key the witness's key, for cosignatures
     * @param posixSeconds the time to state
     */
    public Answer answer(long oldSize, List<Digest> proof, SignedNote note, SignerKey key, long posixSeconds) {
        Checkpoint checkpoint;
        try {
            note.verify(List.of(log));
            checkpoint = Checkpoint.parse(note.text());
        } catch (IntegrityException e) {
            return new Answer.NotSigned();
        } catch (MalformedSourceException e) {
            return new Answer.BadRequest();
        }
        if (!checkpoint.origin().equals(log.name()) || oldSize > checkpoint.size()) {
            return new Answer.BadRequest();
        }
        if (oldSize != size) {
            return new Answer.Conflict(size);
        }
        if (!grewTo(checkpoint, proof)) {
            return new Answer.Inconsistent();
        }
        return new Answer.Cosigned(
                key.sign(note.text(), posixSeconds), new Witness(log, checkpoint.size(), checkpoint.root()));
    }

    private boolean grewTo(Checkpoint checkpoint, List<Digest> proof) {
        if (size == 0) {
            boolean emptyIsEmpty = checkpoint.size() > 0 || checkpoint.root().equals(MerkleHash.EMPTY_ROOT);
            return proof.isEmpty() && emptyIsEmpty;
        }
        return new ConsistencyProof(size, checkpoint.size(), proof).proves(root, checkpoint.root());
    }
}
