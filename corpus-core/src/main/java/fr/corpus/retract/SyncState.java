package fr.corpus.retract;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.release.DurableFiles;
import fr.corpus.releaselog.IdSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a synchronization must still know after it was cut short. Written once everything is fetched, removed when all is done.
 * Immutable.
 *
 * @param before manifest digest of the copy as it was; empty for a first copy
 * @param after manifest digest of the release that it becomes
 * @param removed the documents that it loses; empty if the copy was too damaged to tell
 */
record SyncState(Optional<Digest> before, Digest after, Optional<IdSet> removed) {

    void write(Path file) throws IOException {
        Map<String, Object> json = new TreeMap<>();
        before.ifPresent(digest -> json.put("before", digest.hex()));
        json.put("after", after.hex());
        removed.ifPresent(documents -> {
            json.put("removed", documents.count());
            json.put("removedRoot", documents.root().hex());
        });
        DurableFiles.write(file, CanonicalJson.of(json));
    }

    /** What {@link #write} wrote; empty if nothing, or anything else, is there. */
    static Optional<SyncState> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (JsonTree.parse(Files.readAllBytes(file)) instanceof Map<?, ?> json) {
                Optional<IdSet> removed = json.get("removed") instanceof Long count
                        ? Optional.of(new IdSet(count, digest(json, "removedRoot")))
                        : Optional.empty();
                Optional<Digest> before =
                        json.containsKey("before") ? Optional.of(digest(json, "before")) : Optional.empty();
                return Optional.of(new SyncState(before, digest(json, "after"), removed));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Digest digest(Map<?, ?> json, String name) {
        return Digest.parse(String.valueOf(json.get(name)));
    }
}
