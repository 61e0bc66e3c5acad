package fr.corpus.optout;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.tlog.VerifierKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One entry of the registry's log, format 1 ({@code docs/formats/opt-out-log-entry.md}): public, canonical JSON, without
 * personal data. Immutable.
 *
 * @param type what it records
 * @param id the reservation, or {@link ReservationId#REGISTRY}
 * @param version of the reservation, from 1
 * @param previous index of the entry before it of the same reservation, empty for the first
 * @param status of the reservation from this entry on
 * @param stamp when it was accepted, and what was promised
 * @param commitment to the private record ({@link Opening}); empty for an erasure and for a rotation of keys
 * @param scope what is reserved, for entries that declare it
 * @param newKey the key that signs from the next checkpoint on, for a rotation of keys
 */
public record LogEntry(
        EntryType type,
        ReservationId id,
        int version,
        OptionalLong previous,
        ReservationStatus status,
        Stamp stamp,
        Optional<Digest> commitment,
        Optional<Scope> scope,
        Optional<VerifierKey> newKey) {

    /** Version of the format. */
    public static final int FORMAT = 1;

    /**
     * When an entry was accepted.
     *
     * @param timeMillis by the registry's clock, milliseconds since 1970 UTC, not before that of the entry before it
     * @param mmdSeconds the promised maximum merge delay: so much later at most, the log has the entry
     */
    public record Stamp(long timeMillis, int mmdSeconds) {}

    /**
     * What is reserved.
     *
     * @param categories the reserved uses
     * @param tier how well the operator knows the holder
     * @param keys of the works
     */
    public record Scope(Set<UseCategory> categories, IdentityTier tier, EntryKeys keys) {
        public Scope {
            categories = Set.copyOf(categories);
        }
    }

    /** An entry about a reservation. */
    public LogEntry(
            EntryType type,
            ReservationId id,
            int version,
            OptionalLong previous,
            ReservationStatus status,
            Stamp stamp,
            Optional<Digest> commitment,
            Optional<Scope> scope) {
        this(type, id, version, previous, status, stamp, commitment, scope, Optional.empty());
    }

    public LogEntry {
        boolean rotation = type == EntryType.KEY_ROTATION;
        boolean first = type == EntryType.RESERVATION || rotation && version == 1;
        boolean complete = type.declares() == scope.isPresent()
                && (type == EntryType.ERASURE || rotation) == commitment.isEmpty()
                && rotation == newKey.isPresent()
                && rotation == id.equals(ReservationId.REGISTRY);
        if (!complete || first == previous.isPresent() || version < 1) {
            throw new IllegalArgumentException("an entry of type " + type.word() + " lacks or has too much");
        }
    }

    /** The exact bytes of the log's entry, less than 64 KiB. */
    public byte[] bytes() {
        Map<String, Object> json = new TreeMap<>();
        json.put("v", FORMAT);
        json.put("type", type.word());
        json.put("id", id.hex());
        json.put("version", version);
        json.put("status", status.word());
        json.put("time", stamp.timeMillis());
        json.put("mmdSeconds", stamp.mmdSeconds());
        previous.ifPresent(index -> json.put("previous", index));
        commitment.ifPresent(digest -> json.put("commitment", digest.hex()));
        newKey.ifPresent(key -> json.put("key", key.toString()));
        scope.ifPresent(what -> {
            json.put("categories", UseCategory.words(what.categories()));
            json.put("tier", what.tier().number());
            json.put("keys", lists(what.keys().shown()));
            json.put("masked", lists(what.keys().masked()));
        });
        return CanonicalJson.of(json);
    }

    private static Map<String, Object> lists(SortedMap<String, EntryKeys.KeyList> lists) {
        Map<String, Object> json = new TreeMap<>();
        lists.forEach((type, list) -> json.put(type, list(list)));
        return json;
    }

    private static Object list(EntryKeys.KeyList list) {
        if (list instanceof EntryKeys.KeyList.Rooted rooted) {
            return Map.of("count", rooted.count(), "root", rooted.root().hex());
        }
        List<String> digests = new ArrayList<>();
        ((EntryKeys.KeyList.Listed) list).digests().forEach(digest -> digests.add(digest.hex()));
        return digests;
    }

    /**
     * Reads an entry, which has one spelling only.
     *
     * @throws fr.corpus.error.MalformedSourceException if the bytes are not one of format 1
     */
    public static LogEntry parse(byte[] bytes) {
        return LogEntryReader.read(bytes);
    }
}
