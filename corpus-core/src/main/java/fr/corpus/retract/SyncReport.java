package fr.corpus.retract;

import fr.corpus.hash.Digest;
import fr.corpus.release.Finding;
import fr.corpus.releaselog.IdSet;
import java.util.List;
import java.util.Optional;

/**
 * What a synchronization did. Immutable.
 *
 * @param before manifest digest of the copy as it was; empty when this is a first copy
 * @param after manifest digest of the copy as it is
 * @param removed the documents that the copy lost; empty when it was up to date
 * @param filesFetched files that were got from the origin
 * @param bytesFetched bytes that this run got from the origin
 * @param filesDeleted files that the new release has not
 * @param findings what is wrong with the files of the copy, nothing if they are those of the manifest
 * @param attestation the signed attestation, when one was asked for and the copy is sound
 */
public record SyncReport(
        Optional<Digest> before,
        Digest after,
        Optional<IdSet> removed,
        int filesFetched,
        long bytesFetched,
        int filesDeleted,
        List<Finding> findings,
        Optional<Attestation> attestation) {

    public SyncReport {
        findings = List.copyOf(findings);
    }
}
