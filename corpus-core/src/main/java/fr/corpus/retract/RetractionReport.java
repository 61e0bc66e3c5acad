package fr.corpus.retract;

import fr.corpus.hash.Digest;
import fr.corpus.release.BroadClaims;
import fr.corpus.release.Manifest;
import fr.corpus.releaselog.LoggedEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a retraction did. Immutable.
 *
 * @param release the release that was there
 * @param manifest SHA-256 of its manifest
 * @param registry the registry’s checkpoint: {@code origin size root}
 * @param withheld what is reserved, by document id; nothing when the release may stay as it is
 * @param broadClaims claims that were too broad to be heeded as they were made
 * @param copiesWithoutCode near copies of which the Text-Code is not known, though something is reserved by codes: the release was made
 *     before codes were recorded, or without keys
 * @param successor the release that takes its place
 */
public record RetractionReport(
        Path release,
        Digest manifest,
        String registry,
        List<Withheld> withheld,
        Optional<BroadClaims> broadClaims,
        long copiesWithoutCode,
        Optional<Successor> successor) {

    public RetractionReport {
        withheld = List.copyOf(withheld);
    }

    /**
     * The release that takes the place of another. Immutable.
     *
     * @param release its directory
     * @param manifest its manifest
     * @param manifestDigest SHA-256 of its manifest
     * @param partsWritten files of tables that lost or gained rows
     * @param partsTakenOver files of tables that are the same as before
     * @param retraction its entry in the log of releases, when it was entered
     * @param oldTold whether the old release now carries the notice that it is stale
     */
    public record Successor(
            Path release,
            Manifest manifest,
            Digest manifestDigest,
            int partsWritten,
            int partsTakenOver,
            Optional<LoggedEntry> retraction,
            boolean oldTold) {}

    /** How many of the withheld documents had copies, which are banned with them. */
    public long clustersBanned() {
        return withheld.stream().filter(document -> document.clusterSize() > 1).count();
    }
}
