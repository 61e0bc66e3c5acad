package fr.corpus.optout;

import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.internal.sql.EntryRow;
import fr.corpus.internal.sql.RegistryTables;
import fr.corpus.internal.sql.SelectorRow;
import fr.corpus.internal.sql.WorkRow;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The registry's tables as entries. */
final class SqlRegistryStore implements RegistryStore {

    private final RegistryTables tables;

    SqlRegistryStore(RegistryTables tables) {
        this.tables = tables;
    }

    @Override
    public void add(List<StoredEntry> pending, Map<String, String> marks) {
        tables.insert(pending.stream().map(SqlRegistryStore::row).toList(), marks, Quotas.HOLDER);
    }

    @Override
    public Optional<String> mark(String name) {
        return tables.fact(name);
    }

    private static EntryRow row(StoredEntry stored) {
        LogEntry entry = stored.entry();
        List<SelectorRow> selectors = new ArrayList<>();
        List<WorkRow> works = new ArrayList<>();
        if (entry.type().declares() && stored.opening().isPresent()) {
            for (Selector selector :
                    PrivateRecord.read(stored.opening().get().record()).selectors()) {
                if (selector instanceof Selector.Work work) {
                    works.add(work(work.fingerprint()));
                } else {
                    selectors.add(selector(selector));
                }
            }
        }
        if (stored.opening().isEmpty()) {
            entry.scope().ifPresent(scope -> selectors.addAll(shown(scope.keys())));
        }
        return new EntryRow(
                stored.seq(),
                stored.index().orElse(EntryRow.PENDING),
                stored.leaf().bytes(),
                stored.bytes(),
                entry.id().hex(),
                stored.declares(),
                entry.type() == EntryType.KEY_ROTATION ? "" : entry.status().word(),
                entry.scope().map(scope -> scope.tier().number()).orElse(0),
                entry.scope()
                        .map(scope -> String.join(" ", UseCategory.words(scope.categories())))
                        .orElse(""),
                stored.opening().map(Opening::salt).orElse(null),
                stored.opening().map(Opening::record).orElse(null),
                selectors,
                works);
    }

    /** What the log alone tells of the keys of an entry whose opening is lost: the digests of those that it lists. */
    private static List<SelectorRow> shown(EntryKeys keys) {
        List<SelectorRow> rows = new ArrayList<>();
        keys.shown().forEach((type, list) -> {
            if (list instanceof EntryKeys.KeyList.Listed listed && !type.equals(KeyType.SAMPLE.word())) {
                listed.digests().forEach(digest -> rows.add(new SelectorRow(type, digest.bytes(), null)));
            }
        });
        return rows;
    }

    private static SelectorRow selector(Selector selector) {
        if (selector instanceof Selector.Pattern pattern) {
            UrlPattern value = pattern.pattern();
            return new SelectorRow(
                    EntryKeys.PATTERN, EntryKeys.patternDigest(value).bytes(), value.value());
        }
        Key key = ((Selector.Exact) selector).key();
        return new SelectorRow(key.type().word(), key.digest().bytes(), key.value());
    }

    private static WorkRow work(WorkFingerprint work) {
        long[] samples = work.samples();
        ByteBuffer buffer = ByteBuffer.allocate(samples.length * Long.BYTES);
        buffer.asLongBuffer().put(samples);
        byte @Nullable [] bytes = work.bytes().map(Digest::bytes).orElse(null);
        return new WorkRow(bytes, work.text().bytes(), work.iscc(), buffer.array());
    }

    static StoredEntry entry(EntryRow row) {
        byte @Nullable [] salt = row.salt();
        byte @Nullable [] record = row.record();
        return new StoredEntry(
                row.seq(),
                row.logIndex() == EntryRow.PENDING ? OptionalLong.empty() : OptionalLong.of(row.logIndex()),
                row.bytes(),
                salt == null || record == null ? Optional.empty() : Optional.of(Opening.of(salt, record)),
                row.declares());
    }

    private static List<StoredEntry> entries(List<EntryRow> rows) {
        return rows.stream().map(SqlRegistryStore::entry).toList();
    }

    @Override
    public List<StoredEntry> pending() {
        return entries(tables.pending());
    }

    @Override
    public void logged(Map<Long, Long> indexBySeq, List<ReservationId> erased) {
        tables.markLogged(indexBySeq, erased.stream().map(ReservationId::hex).toList(), maskedTypes());
    }

    private static List<String> maskedTypes() {
        List<String> masked = new ArrayList<>(List.of(EntryKeys.PATTERN));
        for (KeyType type : KeyType.values()) {
            if (!EntryKeys.isShown(type)) {
                masked.add(type.word());
            }
        }
        return masked;
    }

    @Override
    public long lastSeq() {
        return tables.lastSeq();
    }

    @Override
    public long loggedCount() {
        return tables.loggedCount();
    }

    @Override
    public Optional<StoredEntry> at(long index) {
        return tables.at(index).map(SqlRegistryStore::entry);
    }

    @Override
    public List<StoredEntry> history(ReservationId id) {
        return entries(tables.history(id.hex()));
    }

    @Override
    public void close() {
        tables.close();
    }
}
