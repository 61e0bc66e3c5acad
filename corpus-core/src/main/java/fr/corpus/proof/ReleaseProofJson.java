package fr.corpus.proof;

import fr.corpus.document.DocumentId;
import fr.corpus.document.LicenseId;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.releaselog.LoggedEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A release proof as JSON and back. Reading takes the checkpoint and the keys only; all else follows from them, is computed, and
 * the whole must then be the bytes that were read. So each proof has one spelling and nothing in it can be changed by itself.
 */
final class ReleaseProofJson {

    private ReleaseProofJson() {}

    static byte[] write(ReleaseProof proof) {
        return CanonicalJson.of(json(proof));
    }

    private static Map<String, Object> json(ReleaseProof proof) {
        Map<String, Object> json = new TreeMap<>();
        json.put("format", ReleaseProof.FORMAT);
        json.put("keys", proof.entries().stream().map(ReleaseProofJson::entry).toList());
        json.put("limits", ProofLimits.TEXT);
        proof.log().ifPresent(logged -> json.put("log", log(logged)));
        json.put("release", release(proof.release()));
        json.put("samples", proof.samples());
        json.put("verdict", verdict(proof.verdict()));
        return json;
    }

    private static Map<String, Object> log(LoggedEntry logged) {
        return Map.of(
                "entry", new String(logged.entryBytes(), StandardCharsets.UTF_8),
                "proof", new String(logged.proof().bytes(), StandardCharsets.UTF_8));
    }

    private static Optional<LoggedEntry> log(Map<?, ?> json) {
        if (!json.containsKey("log")) {
            return Optional.empty();
        }
        Map<?, ?> log = object(json.get("log"));
        return Optional.of(LoggedEntry.parse(
                text(log, "entry").getBytes(StandardCharsets.UTF_8),
                text(log, "proof").getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> release(ReleaseState state) {
        return Map.of(
                "checkpoint", state.note(),
                "documents", state.checkpoint().size(),
                "keySet", state.keySet(),
                "keysRoot", state.keysRoot().hex(),
                "manifest", state.manifest().hex(),
                "origin", state.checkpoint().origin(),
                "root", state.checkpoint().root().hex());
    }

    private static Map<String, Object> entry(KeyEntry entry) {
        Map<String, Object> json = new TreeMap<>();
        boolean sample = entry.key().type() == KeyType.SAMPLE;
        json.put("type", entry.key().type().word());
        json.put("value", entry.key().value());
        json.put("proof", Base64.getEncoder().encodeToString(entry.proof().bytes()));
        entry.at().ifPresent(place -> json.put("at", place));
        if (!entry.documents().isEmpty()) {
            json.put(
                    "documents",
                    entry.documents().stream()
                            .map(holder -> holder(holder, sample))
                            .toList());
        }
        return json;
    }

    private static Map<String, Object> holder(KeyEntry.Holder holder, boolean sample) {
        Map<String, Object> json = new TreeMap<>();
        json.put("id", holder.document().hex());
        holder.license().ifPresent(license -> json.put("license", license.value()));
        if (sample) {
            json.put("position", holder.position());
        }
        return json;
    }

    static Map<String, Object> verdict(ProofVerdict verdict) {
        return Map.of(
                "count", verdict.count(),
                "reasons",
                        verdict.reasons().stream().map(ReleaseProofJson::reason).toList(),
                "result", verdict.isPresent() ? "present" : "absent");
    }

    private static Map<String, Object> reason(ProofVerdict.Reason reason) {
        Map<String, Object> json = new TreeMap<>();
        json.put("by", reason.by().word());
        reason.document().ifPresent(document -> json.put("document", document.hex()));
        reason.license().ifPresent(license -> json.put("license", license.value()));
        if (reason.by() == KeyType.SAMPLE) {
            json.put("samples", reason.samples());
        } else {
            json.put("value", reason.value());
        }
        return json;
    }

    static ReleaseProof parse(byte[] bytes) {
        if (bytes.length > ReleaseProof.MAX_BYTES) {
            throw malformed("too-large");
        }
        try {
            Map<?, ?> json = object(JsonTree.parse(bytes));
            if (!ReleaseProof.FORMAT.equals(json.get("format"))) {
                throw malformed("format");
            }
            ReleaseState state = ReleaseState.parse(text(object(json.get("release")), "checkpoint"));
            int samples = number(json, "samples");
            List<KeyEntry> entries = entries(list(json.get("keys")));
            checkShape(entries, samples);
            ProofVerdict verdict = ProofVerdict.of(entries, samples).orElseThrow(() -> malformed("too-much"));
            Optional<LoggedEntry> log = log(json);
            log.ifPresent(logged -> LogCheck.verifyOf(state, logged));
            ReleaseProof proof = new ReleaseProof(new ReleaseProof.Subject(state, log), entries, samples, verdict);
            checkSame(json, proof, bytes);
            return proof;
        } catch (IllegalArgumentException e) {
            throw new MalformedSourceException(
                    UserMessage.of("proof.malformed-bundle", UserMessage.of("proof.detail.json")), e);
        }
    }

    /** Says which part is other than it must be, if any is. */
    private static void checkSame(Map<?, ?> read, ReleaseProof proof, byte[] bytes) {
        byte[] expected = write(proof);
        if (Arrays.equals(expected, bytes)) {
            return;
        }
        Map<String, Object> computed = json(proof);
        for (String part : List.of("verdict", "release", "limits")) {
            if (!Arrays.equals(CanonicalJson.of(read.get(part)), CanonicalJson.of(computed.get(part)))) {
                throw new IntegrityException(
                        UserMessage.of("proof.bundle-differs", UserMessage.of("proof.part." + part)));
            }
        }
        throw malformed("form");
    }

    private static List<KeyEntry> entries(List<?> list) {
        if (list.isEmpty() || list.size() > ReleaseProof.MAX_KEYS) {
            throw malformed("keys");
        }
        List<KeyEntry> entries = new ArrayList<>(list.size());
        for (Object item : list) {
            Map<?, ?> json = object(item);
            KeyType type = KeyType.find(text(json, "type")).orElseThrow(() -> malformed("keys"));
            boolean sample = type == KeyType.SAMPLE;
            OptionalInt at = sample ? OptionalInt.of(number(json, "at")) : OptionalInt.empty();
            List<KeyEntry.Holder> holders = new ArrayList<>();
            if (json.containsKey("documents")) {
                list(json.get("documents")).forEach(each -> holders.add(holder(object(each), sample)));
            }
            KeyProof proof = KeyProof.parse(Base64.getDecoder().decode(text(json, "proof")));
            entries.add(new KeyEntry(new Key(type, text(json, "value")), at, proof, holders));
        }
        return entries;
    }

    private static KeyEntry.Holder holder(Map<?, ?> json, boolean sample) {
        Optional<LicenseId> license =
                json.containsKey("license") ? Optional.of(LicenseId.of(text(json, "license"))) : Optional.empty();
        return new KeyEntry.Holder(DocumentId.parse(text(json, "id")), sample ? number(json, "position") : 0, license);
    }

    /** Keys ascend; the places of the samples are 0 to their number, each once. */
    private static void checkShape(List<KeyEntry> entries, int samples) {
        Key last = null;
        boolean[] seen = new boolean[Math.min(samples, entries.size())];
        int count = 0;
        for (KeyEntry entry : entries) {
            if (!CanonicalKeys.has(entry.key()) || last != null && last.compareTo(entry.key()) >= 0) {
                throw malformed("keys");
            }
            last = entry.key();
            if (entry.at().isPresent()) {
                int place = entry.at().getAsInt();
                if (place >= seen.length || seen[place]) {
                    throw malformed("places");
                }
                seen[place] = true;
                count++;
            }
        }
        if (count != samples) {
            throw malformed("places");
        }
    }

    private static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw malformed("json");
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw malformed("json");
    }

    private static String text(Map<?, ?> json, String name) {
        if (json.get(name) instanceof String text) {
            return text;
        }
        throw malformed("json");
    }

    private static int number(Map<?, ?> json, String name) {
        return number(json.get(name));
    }

    private static int number(@Nullable Object value) {
        if (value instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw malformed("json");
    }

    private static MalformedSourceException malformed(String detail) {
        return new MalformedSourceException(
                UserMessage.of("proof.malformed-bundle", UserMessage.of("proof.detail." + detail)));
    }
}
