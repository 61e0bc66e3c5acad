package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.Console;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.retract.Attestation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An attestation of deletion in words, or as JSON. */
final class AttestationView {

    private final Console console;

    AttestationView(Console console) {
        this.console = console;
    }

    void print(Attestation attestation, Optional<List<LoggedEntry.Verified>> accepted) {
        Attestation.Statement said = attestation.statement();
        console.print("cli.attested", said.removed().count(), time(said.timeSeconds() * 1000));
        console.print("cli.attested-before", said.before().hex());
        console.print("cli.attested-after", said.after().hex());
        console.print(
                "cli.attested-by", attestation.key().toString(), said.holder().orElse("–"));
        for (LoggedEntry entry : said.retractions().entries()) {
            console.print(
                    "cli.attested-retraction",
                    entry.index(),
                    entry.log().origin(),
                    time(entry.entry().timeMillis()),
                    entry.entry().registry().size());
        }
        console.print(accepted.isPresent() ? "cli.attested-accepted" : "cli.attested-unchecked");
        console.print("cli.attested-limits");
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    static Map<String, Object> json(Attestation attestation, boolean accepted) {
        Attestation.Statement said = attestation.statement();
        Map<String, Object> object = new TreeMap<>();
        object.put("format", Attestation.FORMAT);
        object.put("before", said.before().hex());
        object.put("after", said.after().hex());
        object.put("removed", said.removed().count());
        object.put("removedRoot", said.removed().root().hex());
        object.put("time", time(said.timeSeconds() * 1000));
        object.put("key", attestation.key().toString());
        said.holder().ifPresent(holder -> object.put("holder", holder));
        object.put(
                "retractions",
                said.retractions().entries().stream()
                        .map(entry -> Map.of(
                                "log", entry.log().origin(),
                                "logIndex", entry.index(),
                                "time", time(entry.entry().timeMillis())))
                        .toList());
        object.put("signature", accepted ? "accepted" : "unchecked");
        return object;
    }
}
