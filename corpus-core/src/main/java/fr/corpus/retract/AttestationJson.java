package fr.corpus.retract;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.releaselog.IdSet;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An attestation as JSON and back. Reading takes key and note only; all else follows from them, is computed, and the whole must
 * then be the bytes that were read. So each attestation has one spelling and nothing in it can be changed by itself.
 */
final class AttestationJson {

    private static final int MAX_RETRACTIONS = 1000;

    private AttestationJson() {}

    static byte[] write(Attestation attestation) {
        return CanonicalJson.of(Map.of(
                "format",
                Attestation.FORMAT,
                "key",
                attestation.key().toString(),
                "limits",
                AttestationLimits.TEXT,
                "note",
                new String(attestation.note().bytes(), StandardCharsets.UTF_8),
                "statement",
                statement(attestation.statement())));
    }

    /** What is signed: the format, then the statement as canonical JSON, a line each. */
    static String text(Attestation.Statement statement) {
        String json = new String(CanonicalJson.of(statement(statement)), StandardCharsets.UTF_8);
        return Attestation.FORMAT + "\n" + json + "\n";
    }

    private static Map<String, Object> statement(Attestation.Statement statement) {
        Map<String, Object> json = new TreeMap<>();
        json.put("before", statement.before().hex());
        json.put("after", statement.after().hex());
        json.put(
                "removed",
                Map.of(
                        "count",
                        statement.removed().count(),
                        "root",
                        statement.removed().root().hex()));
        json.put("time", Instant.ofEpochSecond(statement.timeSeconds()).toString());
        statement.holder().ifPresent(holder -> json.put("holder", holder));
        json.put(
                "retractions",
                statement.retractions().entries().stream()
                        .map(entry -> Map.of(
                                "entry",
                                base64(entry.entryBytes()),
                                "proof",
                                base64(entry.proof().bytes())))
                        .toList());
        return json;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Attestation parse(byte[] bytes) {
        if (bytes.length > Attestation.MAX_BYTES) {
            throw malformed("size");
        }
        try {
            Map<?, ?> json = object(JsonTree.parse(bytes), "json");
            if (!Attestation.FORMAT.equals(json.get("format"))) {
                throw malformed("format");
            }
            SignedNote note = SignedNote.parse(text(json, "note").getBytes(StandardCharsets.UTF_8));
            String[] lines = note.text().split("\n", -1);
            if (lines.length != 3 || !lines[0].equals(Attestation.FORMAT)) {
                throw malformed("note");
            }
            Map<?, ?> said = object(JsonTree.parse(lines[1].getBytes(StandardCharsets.UTF_8)), "statement");
            Attestation attestation = new Attestation(statement(said), VerifierKey.parse(text(json, "key")), note);
            boolean same =
                    text(attestation.statement()).equals(note.text()) && Arrays.equals(write(attestation), bytes);
            if (!same) {
                throw malformed("form");
            }
            return attestation;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedSourceException(UserMessage.of("retract.attestation-malformed", "json"), e);
        }
    }

    private static Attestation.Statement statement(Map<?, ?> json) {
        Map<?, ?> removed = object(json.get("removed"), "removed");
        if (!(removed.get("count") instanceof Long count) || count < 0) {
            throw malformed("removed");
        }
        String time = text(json, "time");
        if (time.length() != "2026-11-24T12:00:00Z".length()) { // a year of four digits
            throw malformed("time");
        }
        Optional<String> holder = json.containsKey("holder") ? Optional.of(text(json, "holder")) : Optional.empty();
        return new Attestation.Statement(
                Digest.parse(text(json, "before")),
                Digest.parse(text(json, "after")),
                new IdSet(count, Digest.parse(text(removed, "root"))),
                Instant.parse(time).getEpochSecond(),
                holder,
                retractions(json.get("retractions")));
    }

    private static RetractionChain retractions(@Nullable Object json) {
        if (!(json instanceof List<?> list) || list.isEmpty() || list.size() > MAX_RETRACTIONS) {
            throw malformed("retractions");
        }
        List<LoggedEntry> entries = new ArrayList<>();
        for (Object item : list) {
            Map<?, ?> pair = object(item, "retractions");
            entries.add(LoggedEntry.parse(
                    Base64.getDecoder().decode(text(pair, "entry")),
                    Base64.getDecoder().decode(text(pair, "proof"))));
        }
        return new RetractionChain(entries);
    }

    private static Map<?, ?> object(@Nullable Object json, String field) {
        if (json instanceof Map<?, ?> map) {
            return map;
        }
        throw malformed(field);
    }

    private static String text(Map<?, ?> json, String field) {
        if (json.get(field) instanceof String text) {
            return text;
        }
        throw malformed(field);
    }

    private static MalformedSourceException malformed(String field) {
        return new MalformedSourceException(UserMessage.of("retract.attestation-malformed", field));
    }
}
