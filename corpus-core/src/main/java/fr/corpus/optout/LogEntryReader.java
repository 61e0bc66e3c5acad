package fr.corpus.optout;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.KeyType;
import fr.corpus.internal.json.JsonFields;
import fr.corpus.optout.EntryKeys.KeyList;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.VerifierKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads log entries strictly: what this format does not have is refused. */
final class LogEntryReader {

    private static final long MAX_NUMBER = 1L << 53;

    private LogEntryReader() {}

    static LogEntry read(byte[] bytes) {
        JsonFields json = JsonFields.parse(bytes, Malformed::entry);
        if (json.number("v", MAX_NUMBER) != LogEntry.FORMAT) {
            throw json.wrong("v");
        }
        EntryType type = json.word(EntryType.find(json.text("type")), "type");
        String id = json.text("id");
        if (!ReservationId.isValid(id)) {
            throw json.wrong("id");
        }
        LogEntry.Stamp stamp =
                new LogEntry.Stamp(json.number("time", MAX_NUMBER), (int) json.number("mmdSeconds", Integer.MAX_VALUE));
        OptionalLong previous =
                json.has("previous") ? OptionalLong.of(json.number("previous", MAX_NUMBER)) : OptionalLong.empty();
        ReservationStatus status = json.word(ReservationStatus.find(json.text("status")), "status");
        int version = (int) json.number("version", Integer.MAX_VALUE);
        Optional<Digest> commitment = json.optionalDigest("commitment");
        Optional<LogEntry.Scope> scope = type.declares() ? Optional.of(scope(json)) : Optional.empty();
        Optional<VerifierKey> newKey = type == EntryType.KEY_ROTATION ? Optional.of(key(json)) : Optional.empty();
        json.end();
        try {
            return new LogEntry(
                    type, new ReservationId(id), version, previous, status, stamp, commitment, scope, newKey);
        } catch (IllegalArgumentException e) {
            throw json.wrong("type");
        }
    }

    private static VerifierKey key(JsonFields json) {
        String text = json.text("key");
        try {
            VerifierKey key = VerifierKey.parse(text);
            if (key.toString().equals(text) && key.kind().equals(Optional.of(SignatureKind.ED25519))) {
                return key;
            }
        } catch (MalformedSourceException e) {
            throw json.wrong("key");
        }
        throw json.wrong("key");
    }

    private static LogEntry.Scope scope(JsonFields json) {
        Set<UseCategory> categories = categories(json);
        IdentityTier tier = json.word(IdentityTier.find(json.number("tier", IdentityTier.values().length)), "tier");
        EntryKeys keys = new EntryKeys(lists(json, "keys", true), lists(json, "masked", false));
        return new LogEntry.Scope(categories, tier, keys);
    }

    /** At least one category, ascending, each its own word. */
    static Set<UseCategory> categories(JsonFields json) {
        EnumSet<UseCategory> categories = EnumSet.noneOf(UseCategory.class);
        for (String word : json.texts("categories")) {
            categories.addAll(json.word(UseCategory.find(word), "categories"));
        }
        if (categories.isEmpty() || !UseCategory.words(categories).equals(json.texts("categories"))) {
            throw json.wrong("categories");
        }
        return categories;
    }

    private static SortedMap<String, KeyList> lists(JsonFields json, String name, boolean shown) {
        SortedMap<String, KeyList> lists = new TreeMap<>();
        JsonFields types = json.object(name);
        for (String type : types.names()) {
            boolean isShown = KeyType.find(type).filter(EntryKeys::isShown).isPresent();
            boolean isMasked = !isShown && (KeyType.find(type).isPresent() || type.equals(EntryKeys.PATTERN));
            if (shown ? !isShown : !isMasked) {
                throw json.wrong(name);
            }
            lists.put(type, list(types, type));
        }
        return lists;
    }

    private static KeyList list(JsonFields types, String type) {
        if (types.isList(type)) {
            List<Digest> digests = types.digests(type);
            for (int i = 1; i < digests.size(); i++) {
                if (digests.get(i - 1).compareTo(digests.get(i)) >= 0) {
                    throw types.wrong(type);
                }
            }
            if (digests.isEmpty() || digests.size() > EntryKeys.MAX_LISTED) {
                throw types.wrong(type);
            }
            return new KeyList.Listed(digests);
        }
        JsonFields rooted = types.object(type);
        KeyList list = new KeyList.Rooted(rooted.number("count", MAX_NUMBER), rooted.digest("root"));
        rooted.end();
        if (((KeyList.Rooted) list).count() <= EntryKeys.MAX_LISTED) {
            throw types.wrong(type);
        }
        return list;
    }
}
