package fr.corpus.releaselog;

import fr.corpus.hash.Digest;
import fr.corpus.tlog.SignedNote;

/**
 * Says that a release must no longer be used, which one takes its place, and what was removed. Immutable.
 *
 * @param manifest manifest digest of the release that is retracted
 * @param supersededBy manifest digest of the release that takes its place
 * @param documents the documents that were removed, by their ids of 20 bytes
 * @param reservations the reservations on whose account, by their ids of 16 bytes
 * @param registryNote the registry's signed checkpoint that has them
 * @param timeMillis when the log took it, milliseconds since 1970 UTC
 */
public record RetractionEntry(
        Digest manifest,
        Digest supersededBy,
        IdSet documents,
        Reservations reservations,
        SignedNote registryNote,
        long timeMillis)
        implements ReleaseLogEntry {

    public RetractionEntry {
        if (manifest.equals(supersededBy)) {
            throw new IllegalArgumentException("a release cannot take its own place: " + manifest.hex());
        }
    }

    @Override
    public RetractionEntry at(long millis) {
        return new RetractionEntry(manifest, supersededBy, documents, reservations, registryNote, millis);
    }

    @Override
    public boolean saysTheSame(ReleaseLogEntry other) {
        return other instanceof RetractionEntry that
                && manifest.equals(that.manifest)
                && supersededBy.equals(that.supersededBy)
                && documents.equals(that.documents)
                && reservations.equals(that.reservations)
                && registry().equals(that.registry());
    }

    @Override
    public byte[] bytes() {
        return ReleaseLogEntryJson.write(this);
    }
}
