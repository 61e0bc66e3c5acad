package fr.corpus.engine.local;

import fr.corpus.parallel.Workers;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.Pipeline;
import fr.corpus.pipeline.Shard;
import fr.corpus.pipeline.SourceChain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The first segment: every worker takes a lane, reads one unit from it, gives the lane back and processes the unit, so that
 * one large file keeps all cores busy and no reader thread is needed. Finished units are on disk; a rerun skips them.
 */
final class ReadSegment {

    private final Pipeline pipeline;
    private final Path units;
    private final BuildOptions options;
    private final Meter meter;

    private final Deque<Lane> waiting = new ArrayDeque<>();
    private final SortedMap<UnitId, UnitManifest> done = new TreeMap<>();
    private final Map<Integer, Progress> shards = new TreeMap<>();
    private int lanesOpen;
    private int resumed;

    /** Units handed out, units finished, and whether the lane has ended. */
    private static final class Progress {
        int handedOut;
        int finished;
        boolean ended;
    }

    ReadSegment(Pipeline pipeline, Path units, BuildOptions options, Meter meter) {
        this.pipeline = pipeline;
        this.units = units;
        this.options = options;
        this.meter = meter;
    }

    /** Units that an earlier run had finished. */
    int resumed() {
        return resumed;
    }

    /** Runs to the end and answers what each unit holds, in the order of the plan. */
    SortedMap<UnitId, UnitManifest> run() throws IOException {
        for (Shard shard : pipeline.shards()) {
            if (!adopt(shard)) {
                waiting.add(new Lane(shard, chain(shard.index()).reader()));
                shards.put(shard.index(), new Progress());
            }
        }
        try {
            Workers.<IOException>run(options.threads(), "read", this::work);
        } finally {
            for (Lane lane : waiting) {
                lane.close();
            }
        }
        return done;
    }

    private SourceChain chain(int shard) {
        return pipeline.sources().get(pipeline.shards().get(shard).source());
    }

    /** Takes over a shard that an earlier run finished. */
    private boolean adopt(Shard shard) throws IOException {
        Optional<Integer> count = UnitManifest.readShard(units, shard.index());
        if (count.isEmpty()) {
            return false;
        }
        Map<UnitId, UnitManifest> found = new TreeMap<>();
        for (int i = 0; i < count.get(); i++) {
            UnitId id = new UnitId(shard.index(), i);
            Optional<UnitManifest> manifest = UnitManifest.read(units, id);
            if (manifest.isEmpty()) {
                return false;
            }
            found.put(id, manifest.get());
        }
        found.values().forEach(this::count);
        done.putAll(found);
        resumed += found.size();
        return true;
    }

    private void count(UnitManifest manifest) {
        meter.add(manifest.read(), manifest.textBytes(), manifest.fileBytes());
    }

    private void work(Workers.Run run) throws IOException {
        try (UnitProcessor processor = new UnitProcessor(pipeline, units, options.reservations())) {
            while (!run.isStopped()) {
                Lane lane = takeLane(run);
                if (lane == null) {
                    return;
                }
                Lane.@Nullable Unit unit = readUnit(lane);
                if (unit != null) {
                    finish(unit, processor);
                }
            }
        } finally {
            synchronized (waiting) {
                waiting.notifyAll();
            }
        }
    }

    /** A lane to read from, or null once every lane has ended or the run is stopped. */
    private @Nullable Lane takeLane(Workers.Run run) {
        synchronized (waiting) {
            while (waiting.isEmpty() && lanesOpen > 0 && !run.isStopped()) {
                try {
                    waiting.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return null;
                }
            }
            if (waiting.isEmpty() || run.isStopped()) {
                return null;
            }
            lanesOpen++;
            return waiting.removeFirst();
        }
    }

    /** Reads one unit and gives the lane back, to the front so that shards end one after the other. */
    private Lane.@Nullable Unit readUnit(Lane lane) throws IOException {
        Optional<Lane.Unit> unit = Optional.empty();
        try {
            unit = lane.next();
        } finally {
            synchronized (waiting) {
                lanesOpen--;
                if (unit.isPresent()) {
                    shards.get(lane.shard()).handedOut++;
                    waiting.addFirst(lane);
                } else {
                    lane.close();
                }
                waiting.notifyAll();
            }
        }
        if (unit.isEmpty()) {
            endOfShard(lane.shard(), true);
        }
        return unit.orElse(null);
    }

    private void finish(Lane.Unit unit, UnitProcessor processor) throws IOException {
        Optional<UnitManifest> earlier = UnitManifest.read(units, unit.id());
        UnitManifest manifest = earlier.isPresent()
                ? earlier.get()
                : processor.process(unit, chain(unit.id().shard()));
        count(manifest);
        synchronized (waiting) {
            done.put(unit.id(), manifest);
            resumed += earlier.isPresent() ? 1 : 0;
        }
        endOfShard(unit.id().shard(), false);
    }

    private void endOfShard(int shard, boolean laneEnded) throws IOException {
        int count;
        synchronized (waiting) {
            Progress progress = shards.get(shard);
            progress.ended |= laneEnded;
            progress.finished += laneEnded ? 0 : 1;
            if (!progress.ended || progress.finished < progress.handedOut) {
                return;
            }
            count = progress.handedOut;
        }
        UnitManifest.writeShard(units, shard, count);
    }
}
