package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.Console;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseEntry;
import fr.corpus.releaselog.ReleaseLogEntry;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.SignedNote;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** An entry of a log of releases in words, or as JSON. */
public final class LogView {

    private final Console console;

    /** Entries on this console. */
    public LogView(Console console) {
        this.console = console;
    }

    /** An entry that a policy accepts: where it stands, who signed, what it heeded. */
    public void print(LoggedEntry.Verified log) {
        Checkpoint state = log.checkpoint().checkpoint();
        Checkpoint registry = log.registry().checkpoint();
        console.print(
                "cli.log-entry",
                state.origin(),
                String.valueOf(log.index()),
                Instant.ofEpochMilli(log.entry().timeMillis()).toString(),
                log.checkpoint().log().toString());
        for (SignedNote.Verified witness : log.checkpoint().cosignatures()) {
            console.print(
                    "cli.log-witness",
                    witness.key().name(),
                    Instant.ofEpochSecond(witness.posixSeconds()).toString());
        }
        registry(registry);
    }

    /** The state of the registry that was heeded. */
    public void registry(Checkpoint registry) {
        console.print(
                "cli.log-registry",
                registry.origin(),
                registry.size(),
                registry.root().hex());
    }

    /** An entry that a policy accepts. */
    public static Map<String, Object> json(LoggedEntry.Verified log) {
        Map<String, Object> json =
                json(log.entry(), log.index(), log.checkpoint().checkpoint());
        json.put("signedBy", log.checkpoint().log().toString());
        json.put(
                "witnesses",
                log.checkpoint().cosignatures().stream()
                        .map(witness -> Map.of(
                                "name", witness.key().name(),
                                "time",
                                        Instant.ofEpochSecond(witness.posixSeconds())
                                                .toString()))
                        .toList());
        return json;
    }

    /** An entry as it stands. */
    public static Map<String, Object> json(LoggedEntry log) {
        return json(log.entry(), log.index(), log.log());
    }

    private static Map<String, Object> json(ReleaseLogEntry entry, long index, Checkpoint state) {
        Map<String, Object> json = new TreeMap<>();
        json.put("origin", state.origin());
        json.put("index", index);
        json.put("size", state.size());
        json.put("root", state.root().hex());
        json.put("time", Instant.ofEpochMilli(entry.timeMillis()).toString());
        json.put("registry", RegisteredView.checkpoint(entry.registry()));
        if (entry instanceof ReleaseEntry release) {
            json.put("match", release.rules().match());
            json.put("withhold", release.rules().withhold());
            release.supersedes().ifPresent(digest -> json.put("supersedes", digest.hex()));
        }
        return json;
    }
}
