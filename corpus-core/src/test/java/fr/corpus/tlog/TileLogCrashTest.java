package fr.corpus.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cuts the power after every write, and lets the disk keep any of the files that were not yet forced to it. */
class TileLogCrashTest {

    private static final SignerKey KEY = SignerKey.of("journal.exemple", SignatureKind.ED25519, new byte[32]);
    private static final long SEED = 20260103;

    private static final class PowerCut extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A disk with a cache: {@code put} and {@code deletePartial} reach it in any order, or not at all, until {@code sync}. */
    private static final class CachedDisk implements LogStore {
        private final Map<String, byte[]> durable = new TreeMap<>();
        private final Map<String, Optional<byte[]>> cached = new TreeMap<>();
        private int callsLeft = Integer.MAX_VALUE;

        private void call() throws PowerCut {
            if (callsLeft-- == 0) {
                throw new PowerCut();
            }
        }

        @Override
        public Optional<byte[]> read(String path) {
            return cached.containsKey(path) ? cached.get(path) : Optional.ofNullable(durable.get(path));
        }

        @Override
        public void put(String path, byte[] bytes) throws PowerCut {
            call();
            cached.put(path, Optional.of(bytes));
        }

        @Override
        public void deletePartial(TilePath full) throws PowerCut {
            call();
            String prefix = full + TilePath.PARTIAL + "/";
            Stream.concat(durable.keySet().stream(), cached.keySet().stream())
                    .filter(path -> path.startsWith(prefix))
                    .toList()
                    .forEach(path -> cached.put(path, Optional.empty()));
        }

        @Override
        public void sync() throws PowerCut {
            call();
            cached.forEach(this::keep);
            cached.clear();
        }

        private void keep(String path, Optional<byte[]> bytes) {
            if (bytes.isPresent()) {
                durable.put(path, bytes.get());
            } else {
                durable.remove(path);
            }
        }

        /** What a restart finds when the disk kept the cached changes that {@code kept} says. */
        CachedDisk afterCrash(SplittableRandom random, int mode) {
            CachedDisk disk = new CachedDisk();
            disk.durable.putAll(durable);
            cached.forEach((path, bytes) -> {
                boolean kept = mode == 0 || mode > 1 && random.nextBoolean();
                if (kept) {
                    disk.keep(path, bytes);
                }
            });
            return disk;
        }
    }

    private static byte[] entry(String life, long i) {
        return (life + " " + i).getBytes(StandardCharsets.UTF_8);
    }

    /** The entries that were acknowledged before the cut, each with the index that was answered. */
    private static List<byte[]> runUntilCut(CachedDisk disk, List<byte[]> acknowledged, String life)
            throws IOException {
        TileLog log = TileLog.open(disk, List.of(KEY), null);
        List<byte[]> sure = new ArrayList<>(acknowledged);
        assertThat(log.size()).isGreaterThanOrEqualTo(sure.size());
        try {
            for (int batch : new int[] {1, 120, 140, 2, 300}) {
                List<byte[]> pending = new ArrayList<>();
                for (int i = 0; i < batch; i++) {
                    byte[] entry = entry(life, log.size());
                    log.append(entry);
                    pending.add(entry);
                }
                log.publish();
                sure.addAll(pending);
            }
        } catch (PowerCut e) {
            return sure;
        }
        return sure;
    }

    @Test
    void losesNothingThatWasAcknowledgedWhereverThePowerFails() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        boolean cut = true;
        for (int calls = 0; cut; calls++) {
            for (int mode = 0; mode < 4; mode++) {
                CachedDisk disk = new CachedDisk();
                TileLog.create(disk, KEY, null);
                disk.callsLeft = calls;
                List<byte[]> sure = runUntilCut(disk, List.of(), "première");
                cut = disk.callsLeft < 0;
                CachedDisk found = disk.afterCrash(random, mode);
                verify(found, sure, "seed " + SEED + ", cut after " + calls + ", mode " + mode);
                goOn(found, sure);
            }
        }
    }

    private static void verify(CachedDisk disk, List<byte[]> sure, String where) throws IOException {
        TileLog log = TileLog.open(disk, List.of(KEY), null);
        assertThat(log.size()).as(where).isGreaterThanOrEqualTo(sure.size());
        TileReader reader = log.reader();
        reader.verifyRoot();
        for (int i = 0; i < sure.size(); i += 1 + sure.size() / 20) {
            assertThat(reader.entry(i)).as(where).isEqualTo(sure.get(i));
        }
    }

    /** After the crash the log grows again, from what it had, to a tree whose every bundle is readable. */
    private static void goOn(CachedDisk disk, List<byte[]> sure) throws IOException {
        disk.callsLeft = Integer.MAX_VALUE;
        TileLog log = TileLog.open(disk, List.of(KEY), null);
        long before = log.size();
        for (int i = 0; i < 300; i++) {
            log.append(entry("seconde", i));
        }
        log.publish();
        TileReader reader = TileLog.open(disk, List.of(KEY), null).reader();
        reader.verifyRoot();
        assertThat(reader.entry(before)).isEqualTo(entry("seconde", 0));
        assertThat(reader.entry(before + 299)).isEqualTo(entry("seconde", 299));
        if (!sure.isEmpty()) {
            assertThat(reader.entry(sure.size() - 1)).isEqualTo(sure.get(sure.size() - 1));
        }
    }
}
