package fr.corpus.optout;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.hash.Digest;
import fr.corpus.internal.sql.RegistryTables;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TileLog;
import fr.corpus.tlog.TileReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cuts the power before and after every commit of the database and before every write, force and deletion of the log, lets the
 * disk keep what it likes of what was not forced, and cuts once more during the recovery.
 */
class JournalCrashTest {

    private static final SignerKey KEY = SignerKey.of("registre.exemple", SignatureKind.ED25519, new byte[32]);
    private static final long SEED = 20261124;

    /** The real database, whose power may fail just before a commit and just after. */
    private record CutStore(RegistryStore store, PowerCut.Fuse fuse) implements RegistryStore {

        @Override
        public void add(List<StoredEntry> pending, Map<String, String> marks) {
            fuse.pass();
            store.add(pending, marks);
            fuse.pass();
        }

        @Override
        public Optional<String> mark(String name) {
            return store.mark(name);
        }

        @Override
        public void logged(Map<Long, Long> indexBySeq, List<ReservationId> erased) {
            fuse.pass();
            store.logged(indexBySeq, erased);
            fuse.pass();
        }

        @Override
        public List<StoredEntry> pending() {
            return store.pending();
        }

        @Override
        public long lastSeq() {
            return store.lastSeq();
        }

        @Override
        public long loggedCount() {
            return store.loggedCount();
        }

        @Override
        public Optional<StoredEntry> at(long index) {
            return store.at(index);
        }

        @Override
        public List<StoredEntry> history(ReservationId id) {
            return store.history(id);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** What the world outside has been told. */
    private static final class Told {
        private final Map<Long, byte[]> entries = new TreeMap<>();
        private final List<Checkpoint> checkpoints = new ArrayList<>();
    }

    private final SplittableRandom random = new SplittableRandom(SEED);

    private StoredEntry entry(long seq) {
        Declaration declared = Fixed.declaration("Anne Exemple", Fixed.isbn((int) seq));
        byte[] salt = new byte[Opening.SALT_BYTES];
        random.nextBytes(salt);
        byte[] id = new byte[ReservationId.BYTES];
        random.nextBytes(id);
        Opening opening = Opening.of(salt, PrivateRecord.write(declared));
        LogEntry entry = new LogEntry(
                EntryType.RESERVATION,
                new ReservationId(java.util.HexFormat.of().formatHex(id)),
                1,
                OptionalLong.empty(),
                ReservationStatus.RECEIVED,
                new LogEntry.Stamp(Fixed.START.toEpochMilli(), 86_400),
                Optional.of(opening.commitment()),
                Optional.of(new LogEntry.Scope(
                        declared.categories(), declared.tier(), EntryKeys.of(declared.selectors(), salt))));
        return new StoredEntry(seq, OptionalLong.empty(), entry.bytes(), Optional.of(opening), seq);
    }

    /** Registers batches until the fuse burns; what was answered is told. */
    private void live(Path file, CachedDisk disk, PowerCut.Fuse fuse, Told told) throws IOException {
        RegistryStore store = new CutStore(new SqlRegistryStore(RegistryTables.sqlite(file)), fuse);
        try (store) {
            Journal journal = Journal.open(store, TileLog.open(disk, KEY));
            for (int batch : new int[] {1, 3, 260}) {
                List<StoredEntry> entries = new ArrayList<>();
                long seq = store.lastSeq();
                for (int i = 1; i <= batch; i++) {
                    entries.add(entry(seq + i));
                }
                Map<Long, Long> indices = journal.commit(entries, Map.of());
                entries.forEach(each -> told.entries.put(indices.get(each.seq()), each.bytes()));
                told.checkpoints.add(Checkpoint.parse(journal.published().text()));
            }
        } catch (PowerCut e) {
            // the process is gone
        }
    }

    private void verify(Path file, CachedDisk disk, Told told, String when) throws IOException {
        try (RegistryStore store = new SqlRegistryStore(RegistryTables.sqlite(file))) {
            Journal journal = Journal.open(store, TileLog.open(disk, KEY));
            TileReader reader = journal.reader();
            assertThat(store.pending()).as(when).isEmpty();
            assertThat(store.loggedCount()).as(when).isEqualTo(reader.size());
            Set<Digest> leaves = new HashSet<>();
            for (long index = 0; index < reader.size(); index++) {
                byte[] inLog = reader.entry(index);
                StoredEntry inDatabase = store.at(index).orElseThrow();
                assertThat(inDatabase.bytes()).as(when).isEqualTo(inLog);
                assertThat(leaves.add(inDatabase.leaf())).as(when + ": twice").isTrue();
                if (told.entries.containsKey(index)) {
                    assertThat(inLog).as(when).isEqualTo(told.entries.get(index));
                }
            }
            assertThat(reader.size()).as(when).isGreaterThanOrEqualTo(told.entries.size());
            for (Checkpoint signed : told.checkpoints) {
                assertThat(reader.root(signed.size())).as(when).isEqualTo(signed.root());
            }
        }
    }

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhereverThePowerFails(@TempDir Path directory) throws IOException {
        int lives = 0;
        boolean burnt = true;
        for (int operations = 0; burnt; operations++) {
            for (CachedDisk.Loss loss : CachedDisk.Loss.values()) {
                String when = "operation " + operations + ", loss " + loss + ", seed " + SEED;
                Path file = directory.resolve(operations + "-" + loss + ".db");
                CachedDisk disk = new CachedDisk(new PowerCut.Fuse(Integer.MAX_VALUE));
                TileLog.create(disk, KEY);
                PowerCut.Fuse fuse = new PowerCut.Fuse(operations);
                disk = disk.afterCrash(CachedDisk.Loss.NOTHING, random, fuse);
                Told told = new Told();
                live(file, disk, fuse, told);
                burnt = fuse.burnt();

                // Again, with the power failing soon, while what was cut short is being completed.
                PowerCut.Fuse second = new PowerCut.Fuse(random.nextInt(8));
                disk = disk.afterCrash(loss, random, second);
                live(file, disk, second, told);

                disk = disk.afterCrash(loss, random, new PowerCut.Fuse(Integer.MAX_VALUE));
                verify(file, disk, told, when);
                lives++;
            }
        }
        assertThat(lives).isGreaterThan(100);
    }
}
