package fr.corpus.engine.local;

import fr.corpus.annotate.SentenceAnnotator;
import fr.corpus.dedup.Barrier;
import fr.corpus.dedup.Clusters;
import fr.corpus.dedup.DedupSettings;
import fr.corpus.dedup.DuplicateIndex;
import fr.corpus.dedup.DuplicateListener;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.BuildReport;
import fr.corpus.pipeline.Pipeline;
import fr.corpus.pipeline.ProcessMeter;
import fr.corpus.pipeline.RunReport;
import fr.corpus.pipeline.Shard;
import fr.corpus.pipeline.SourceChain;
import fr.corpus.pipeline.Stage;
import fr.corpus.pipeline.Version;
import fr.corpus.recipe.Recipe;
import fr.corpus.release.BroadClaims;
import fr.corpus.release.Manifest;
import fr.corpus.release.ReleaseInfo;
import fr.corpus.release.ReleaseTarget;
import fr.corpus.release.ReleaseWriter;
import fr.corpus.releaselog.LoggedEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs a pipeline on this machine: read segment, barrier, release segment, publication. Confined to one thread, which starts
 * its own workers. What it publishes depends neither on the number of threads nor on interruptions.
 */
public final class LocalEngine {

    private static final long MILLION = 1_000_000;

    private final Pipeline pipeline;
    private final Path release;
    private final BuildOptions options;

    /** An engine for one run. */
    public LocalEngine(Pipeline pipeline, Path release, BuildOptions options) {
        this.pipeline = pipeline;
        this.release = release;
        this.options = options;
    }

    /**
     * Builds and publishes the release; on return it is complete and on disk.
     *
     * @throws IOException if a file cannot be read or written; finished work is kept and used by the next run
     */
    public BuildReport run() throws IOException {
        ReleaseTarget.check(release, pipeline.plan().digest());
        try (WorkDirectory work = WorkDirectory.open(release, RunPlan.of(pipeline, options.reservations()));
                Meter meter = new Meter(options.listener())) {
            ReadSegment read = new ReadSegment(pipeline, work.units(), options, meter);
            meter.begin(
                    Stage.READ,
                    pipeline.shards().stream().mapToLong(Shard::bytes).sum());
            SortedMap<UnitId, UnitManifest> units = read.run();
            meter.end();
            checkSources(units, work.units());
            KeptDocuments kept = KeptDocuments.open(work.units(), units, dedup());

            meter.begin(Stage.DEDUPLICATE, DuplicateListener.Phase.values().length * Meter.PHASE_WORK);
            Clusters clusters = deduplicate(kept, work, meter);
            meter.end();

            meter.begin(
                    Stage.RELEASE,
                    units.values().stream().mapToLong(UnitManifest::read).sum());
            ReleaseWriter writer = ReleaseWriter.open(
                    work.release(),
                    ReleaseWriter.DEFAULT_ZSTD_LEVEL,
                    pipeline.plan().recipe().output().keys(),
                    pipeline.annotators().stream()
                            .anyMatch(step -> !step.id().name().equals(SentenceAnnotator.ID.name())));
            Optional<ReservedClusters> reserved = reserved(kept, clusters);
            new ReleaseSegment(pipeline, writer, kept, router(kept, clusters, reserved), meter).run(options.threads());
            Manifest manifest = writer.finish(info(units, reserved.flatMap(ReservedClusters::broadClaims)));
            Optional<LoggedEntry> logged = enter(writer.release());
            ReleaseTarget.publish(writer.release(), release);
            meter.end();
            work.discard();
            return report(manifest, unreadableIdentifiers(units), logged, run(meter, read.resumed()));
        }
    }

    /** Enters the finished release in the log of releases, once it is sure that it can be published. */
    private Optional<LoggedEntry> enter(Path finished) throws IOException {
        if (options.registry().isEmpty()) {
            return Optional.empty();
        }
        ReleaseTarget.verifyFree(finished, release);
        return Optional.of(options.registry().get().enter(finished, Optional.empty()));
    }

    private Optional<ReservedClusters> reserved(KeptDocuments kept, Clusters clusters) throws IOException {
        if (options.reservations().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ReservedClusters.load(options.reservations().get(), kept, clusters));
    }

    private RecordRouter router(KeptDocuments kept, Clusters clusters, Optional<ReservedClusters> reserved)
            throws IOException {
        ClusterNames names = ClusterNames.load(kept.numbering(), clusters, kept.directory(), options.threads());
        return new RecordRouter(pipeline, clusters, names, reserved);
    }

    private DedupSettings dedup() {
        return DedupSettings.of(pipeline.deduplicators());
    }

    private ReleaseInfo info(Map<UnitId, UnitManifest> units, Optional<BroadClaims> broadClaims) {
        Map<String, String> components = new TreeMap<>();
        List<ReleaseInfo.Input> inputs = new ArrayList<>();
        for (int i = 0; i < pipeline.sources().size(); i++) {
            SourceChain source = pipeline.sources().get(i);
            components.put("reader." + source.id(), source.reader().version());
            components.put("tokenizer." + source.id(), source.tokenizer().version());
            long read = 0;
            long textBytes = 0;
            for (Map.Entry<UnitId, UnitManifest> unit : units.entrySet()) {
                if (pipeline.shards().get(unit.getKey().shard()).source() == i) {
                    read += unit.getValue().read();
                    textBytes += unit.getValue().textBytes();
                }
            }
            inputs.add(new ReleaseInfo.Input(source.id(), read, textBytes));
        }
        components.put("duplicate-index", dedup().indexId());
        pipeline.annotators()
                .forEach(step -> step.models()
                        .forEach((kind, model) -> components.putIfAbsent("model." + kind, model.toString())));
        options.reservations().ifPresent(honoured -> components.put("registry", honoured.checkpoint()));
        Recipe recipe = pipeline.plan().recipe();
        return new ReleaseInfo(
                recipe.name(),
                Version.current(),
                recipe.seed(),
                recipe.languages(),
                new String(pipeline.plan().canonicalJson(), StandardCharsets.UTF_8),
                components,
                inputs,
                List.of(),
                broadClaims);
    }

    private static long unreadableIdentifiers(Map<UnitId, UnitManifest> units) {
        return units.values().stream()
                .mapToLong(UnitManifest::unreadableIdentifiers)
                .sum();
    }

    private BuildReport report(
            Manifest manifest, long unreadableIdentifiers, Optional<LoggedEntry> logged, RunReport run) {
        Map<String, Long> reasons = new TreeMap<>();
        manifest.statistics()
                .reasons()
                .forEach(count -> reasons.merge(count.step() + " " + count.reason(), count.records(), Long::sum));
        return new BuildReport(
                release,
                manifest.roots().data(),
                manifest.statistics().counts(),
                reasons,
                UnseenSteps.of(pipeline.plan().recipe(), manifest.statistics()),
                unreadableIdentifiers,
                manifest.statistics().textBytesRead(),
                logged,
                manifest.identity().broadClaims(),
                run);
    }

    private RunReport run(Meter meter, int resumed) {
        return new RunReport(
                meter.stages(),
                ProcessMeter.seconds(),
                ProcessMeter.cpuSeconds(),
                ProcessMeter.peakBytes(),
                options.threads(),
                resumed);
    }

    /** Refuses a source without records and one with too many malformed ones. */
    private void checkSources(Map<UnitId, UnitManifest> units, Path directory) throws IOException {
        long[] read = new long[pipeline.sources().size()];
        long[] malformed = new long[read.length];
        units.forEach((id, manifest) -> {
            int source = pipeline.shards().get(id.shard()).source();
            read[source] += manifest.read();
            malformed[source] += manifest.malformed();
        });
        for (int i = 0; i < read.length; i++) {
            SourceChain source = pipeline.sources().get(i);
            if (read[i] == 0) {
                String first = source.files().get(0).name();
                String files = source.files().size() == 1
                        ? first
                        : first + " … (" + source.files().size() + ")";
                throw new MalformedSourceException(UserMessage.of("engine.no-record", source.id(), files));
            }
            // Compared as products, so that one record in a small source is judged by the same rule.
            if (Math.multiplyHigh(malformed[i], MILLION) > 0
                    || malformed[i] * MILLION > source.maxMalformedPerMillion() * read[i]) {
                Path quarantine = publishQuarantine(units, directory);
                throw new MalformedSourceException(UserMessage.of(
                        "engine.malformed-limit",
                        source.id(),
                        malformed[i],
                        read[i],
                        source.maxMalformedPerMillion(),
                        firstMalformed(units, directory, i),
                        quarantine.toString()));
            }
        }
        publishQuarantine(units, directory);
        publishIdentifierFaults(units, directory);
    }

    /** Place and reason of the first malformed record of a source. */
    private UserMessage firstMalformed(Map<UnitId, UnitManifest> units, Path directory, int source) throws IOException {
        for (Map.Entry<UnitId, UnitManifest> unit : units.entrySet()) {
            if (pipeline.shards().get(unit.getKey().shard()).source() == source
                    && unit.getValue().malformed() > 0) {
                return Quarantine.first(UnitManifest.quarantine(directory, unit.getKey()));
            }
        }
        throw new IllegalStateException("source " + source + " has no malformed record");
    }

    /** Gathers the malformed records of all units in one file beside the release; removes the file when there is none. */
    private Path publishQuarantine(Map<UnitId, UnitManifest> units, Path directory) throws IOException {
        Path quarantine = beside(".malformed.jsonl");
        List<Path> lines = new ArrayList<>();
        for (Map.Entry<UnitId, UnitManifest> unit : units.entrySet()) {
            if (unit.getValue().malformed() > 0) {
                lines.add(UnitManifest.quarantine(directory, unit.getKey()));
            }
        }
        gather(lines, quarantine);
        return quarantine;
    }

    /** Gathers the identifiers that could not be read, likewise. */
    private void publishIdentifierFaults(Map<UnitId, UnitManifest> units, Path directory) throws IOException {
        List<Path> lines = new ArrayList<>();
        for (Map.Entry<UnitId, UnitManifest> unit : units.entrySet()) {
            if (unit.getValue().unreadableIdentifiers() > 0) {
                lines.add(UnitManifest.identifierFaults(directory, unit.getKey()));
            }
        }
        gather(lines, beside(".identifiers.jsonl"));
    }

    private Path beside(String ending) {
        return release.resolveSibling(release.getFileName() + ending);
    }

    private static void gather(List<Path> files, Path target) throws IOException {
        Files.deleteIfExists(target);
        for (Path file : files) {
            Files.write(target, Files.readAllBytes(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private Clusters deduplicate(KeptDocuments kept, WorkDirectory work, Meter meter) throws IOException {
        Barrier barrier = new Barrier(
                new SpooledTokens(pipeline, work.units(), kept.numbering().units()),
                work.dedup(),
                options.threads(),
                (phase, done, total) -> meter.phase(phase.ordinal(), done, total));
        return DuplicateIndex.resolve(kept.numbering().keys(), dedup(), barrier);
    }
}
