package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.Console;
import fr.corpus.optout.LogEntry;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Registered;
import fr.corpus.tlog.Checkpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an acknowledged entry looks like. */
final class RegisteredView {

    private final Console console;
    private final boolean json;

    RegisteredView(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    void print(Path directory, OptOutRegistry registry, Registered registered, Optional<Path> receipt) {
        Checkpoint checkpoint = Checkpoint.parse(registry.checkpoint().text());
        if (json) {
            Map<String, Object> object = entry(registered.index(), registered.entry());
            object.put("registry", directory.toString());
            object.put("checkpoint", checkpoint(checkpoint));
            receipt.ifPresent(prefix -> object.put("receipt", files(prefix)));
            console.json(object);
            return;
        }
        console.print(
                "cli.registered",
                registered.id().hex(),
                console.text("cli.entry-" + registered.entry().type().word()),
                String.valueOf(registered.index()),
                checkpoint.origin());
        receipt.ifPresent(prefix -> console.print("cli.receipt-written", prefix.toString()));
    }

    /** The public fields of an entry. */
    static Map<String, Object> entry(long index, LogEntry entry) {
        Map<String, Object> json = new TreeMap<>();
        json.put("reservation", entry.id().hex());
        json.put("version", entry.version());
        json.put("type", entry.type().word());
        json.put("status", entry.status().word());
        json.put("index", index);
        json.put("time", Instant.ofEpochMilli(entry.stamp().timeMillis()).toString());
        json.put("mmdSeconds", entry.stamp().mmdSeconds());
        return json;
    }

    static Map<String, Object> checkpoint(OptOutRegistry registry) {
        return checkpoint(Checkpoint.parse(registry.checkpoint().text()));
    }

    static Map<String, Object> checkpoint(Checkpoint checkpoint) {
        return Map.of(
                "origin",
                checkpoint.origin(),
                "size",
                checkpoint.size(),
                "root",
                checkpoint.root().hex());
    }

    private static Map<String, Object> files(Path prefix) {
        return Map.of(
                "proof", prefix + ".tlog-proof",
                "entry", prefix + ".entry",
                "html", prefix + ".html");
    }
}
