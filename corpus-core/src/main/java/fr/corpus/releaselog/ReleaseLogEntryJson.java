package fr.corpus.releaselog;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.internal.json.JsonFields;
import fr.corpus.optout.ReservationId;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Entries as canonical JSON and back; what this format does not have is refused. */
final class ReleaseLogEntryJson {

    private static final long MAX_NUMBER = (1L << 53) - 1;
    private static final String RELEASE = "release";
    private static final String RETRACTION = "retraction";

    private ReleaseLogEntryJson() {}

    static byte[] write(ReleaseEntry entry) {
        Map<String, Object> json = common(RELEASE, entry);
        json.put("checkpoint", entry.release().checkpoint().text());
        json.put("recipe", entry.recipe().hex());
        json.put(
                "rules",
                Map.of("match", entry.rules().match(), "withhold", entry.rules().withhold()));
        entry.supersedes().ifPresent(digest -> json.put("supersedes", digest.hex()));
        return CanonicalJson.of(json);
    }

    static byte[] write(RetractionEntry entry) {
        Map<String, Object> json = common(RETRACTION, entry);
        json.put("retracted", entry.manifest().hex());
        json.put("supersededBy", entry.supersededBy().hex());
        json.put("documents", set(entry.documents()));
        json.put("reservations", reservations(entry.reservations()));
        return CanonicalJson.of(json);
    }

    private static Map<String, Object> common(String type, ReleaseLogEntry entry) {
        Map<String, Object> json = new TreeMap<>();
        json.put("v", ReleaseLogEntry.FORMAT);
        json.put("type", type);
        json.put("registry", new String(entry.registryNote().bytes(), StandardCharsets.UTF_8));
        json.put("time", entry.timeMillis());
        return json;
    }

    private static Map<String, Object> set(IdSet set) {
        return Map.of("count", set.count(), "root", set.root().hex());
    }

    private static Object reservations(Reservations reservations) {
        return reservations instanceof Reservations.Rooted rooted
                ? set(rooted.set())
                : ((Reservations.Listed) reservations)
                        .ids().stream().map(ReservationId::hex).toList();
    }

    static ReleaseLogEntry parse(byte[] bytes) {
        if (bytes.length > ReleaseLogEntry.MAX_BYTES) {
            throw Malformed.entry("size");
        }
        JsonFields json = JsonFields.parse(bytes, Malformed::entry);
        if (json.number("v", MAX_NUMBER) != ReleaseLogEntry.FORMAT) {
            throw json.wrong("v");
        }
        String type = json.text("type");
        ReleaseLogEntry entry = switch (type) {
            case RELEASE -> release(json);
            case RETRACTION -> retraction(json);
            default -> throw json.wrong("type");
        };
        json.end();
        return entry;
    }

    private static ReleaseEntry release(JsonFields json) {
        ReleaseCommitment release = ReleaseCommitment.parse(json.text("checkpoint"));
        JsonFields rules = json.object("rules");
        ReleaseEntry.Rules named = new ReleaseEntry.Rules(rules.text("match"), rules.text("withhold"));
        rules.end();
        Optional<Digest> supersedes = json.optionalDigest("supersedes");
        if (supersedes.filter(release.manifest()::equals).isPresent()) {
            throw json.wrong("supersedes");
        }
        return new ReleaseEntry(
                release, json.digest("recipe"), named, note(json), supersedes, json.number("time", MAX_NUMBER));
    }

    private static RetractionEntry retraction(JsonFields json) {
        try {
            return new RetractionEntry(
                    json.digest("retracted"),
                    json.digest("supersededBy"),
                    set(json.object("documents")),
                    json.isList("reservations")
                            ? new Reservations.Listed(ids(json))
                            : new Reservations.Rooted(set(json.object("reservations"))),
                    note(json),
                    json.number("time", MAX_NUMBER));
        } catch (IllegalArgumentException e) {
            throw json.wrong("reservations");
        }
    }

    private static List<ReservationId> ids(JsonFields json) {
        return json.texts("reservations").stream().map(ReservationId::new).toList();
    }

    private static IdSet set(JsonFields json) {
        IdSet set = new IdSet(json.number("count", MAX_NUMBER), json.digest("root"));
        json.end();
        return set;
    }

    /** A signed note whose text is the checkpoint of a registry. */
    private static SignedNote note(JsonFields json) {
        byte[] bytes = json.text("registry").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > ReleaseLogEntry.MAX_NOTE_BYTES) {
            throw json.wrong("registry");
        }
        SignedNote note = SignedNote.parse(bytes);
        Checkpoint.parse(note.text());
        return note;
    }
}
