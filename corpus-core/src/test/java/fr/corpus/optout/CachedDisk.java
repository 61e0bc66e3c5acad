package fr.corpus.optout;

import fr.corpus.tlog.LogStore;
import fr.corpus.tlog.TilePath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A disk with a cache: what is put or deleted reaches it in any order, or not at all, until {@code sync}. */
final class CachedDisk implements LogStore {

    /** Which cached changes a crash keeps. */
    enum Loss {
        NOTHING,
        EVERYTHING,
        FIRST_HALF,
        LAST_HALF,
        ANY
    }

    private final Map<String, byte[]> durable = new TreeMap<>();
    private final Map<String, Optional<byte[]>> cached = new LinkedHashMap<>();
    private PowerCut.Fuse fuse;

    CachedDisk(PowerCut.Fuse fuse) {
        this.fuse = fuse;
    }

    @Override
    public Optional<byte[]> read(String path) {
        return cached.containsKey(path) ? cached.get(path) : Optional.ofNullable(durable.get(path));
    }

    @Override
    public void put(String path, byte[] bytes) {
        fuse.pass();
        cached.remove(path);
        cached.put(path, Optional.of(bytes));
    }

    @Override
    public void deletePartial(TilePath full) {
        fuse.pass();
        String prefix = full + ".p/";
        Stream.concat(durable.keySet().stream(), cached.keySet().stream())
                .filter(path -> path.startsWith(prefix))
                .toList()
                .forEach(path -> {
                    cached.remove(path);
                    cached.put(path, Optional.empty());
                });
    }

    @Override
    public void sync() {
        fuse.pass();
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

    /** What a restart finds. */
    CachedDisk afterCrash(Loss loss, SplittableRandom random, PowerCut.Fuse next) {
        CachedDisk disk = new CachedDisk(next);
        disk.durable.putAll(durable);
        int n = 0;
        for (Map.Entry<String, Optional<byte[]>> change : cached.entrySet()) {
            boolean first = n++ < cached.size() / 2;
            boolean kept = switch (loss) {
                case NOTHING -> true;
                case EVERYTHING -> false;
                case FIRST_HALF -> !first;
                case LAST_HALF -> first;
                case ANY -> random.nextBoolean();
            };
            if (kept) {
                disk.keep(change.getKey(), change.getValue());
            }
        }
        return disk;
    }
}
