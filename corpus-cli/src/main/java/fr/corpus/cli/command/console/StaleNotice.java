package fr.corpus.cli.command.console;

import fr.corpus.release.Staleness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whoever reads a release that another has taken its place: on standard error, and in the object for machines. Every verb
 * that reads a release goes through here.
 */
public final class StaleNotice {

    private final Staleness staleness;

    private StaleNotice(Staleness staleness) {
        this.staleness = staleness;
    }

    /** Looks, and tells what a user must know. */
    public static StaleNotice of(Path release, Optional<Path> registry, Console console) throws IOException {
        Staleness staleness = Staleness.of(release, registry);
        if (staleness.state() == Staleness.State.NOTICE_UNREADABLE) {
            console.note("cli.stale-unreadable", release.toString());
        }
        staleness.retraction().ifPresent(by -> {
            console.note(
                    "cli.stale",
                    release.toString(),
                    by.documents().map(documents -> documents.count()).orElse(0L),
                    by.supersededBy().hex(),
                    Instant.ofEpochMilli(by.timeMillis()).toString());
        });
        return new StaleNotice(staleness);
    }

    /** Whether the release is known to be stale. */
    public boolean isStale() {
        return staleness.isStale();
    }

    /** Puts {@code stale} and {@code supersededBy} into an object, as far as they are known. */
    public void put(Map<String, Object> object) {
        if (staleness.state() == Staleness.State.STALE || staleness.state() == Staleness.State.CURRENT) {
            object.put("stale", staleness.isStale());
        }
        staleness
                .retraction()
                .ifPresent(by -> object.put("supersededBy", by.supersededBy().hex()));
    }
}
