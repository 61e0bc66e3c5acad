package fr.corpus.cli.command.bench;

import fr.corpus.bench.MatchMeasure;
import fr.corpus.bench.RegistryMeasure;
import fr.corpus.bench.TrieMeasure;
import fr.corpus.cli.bench.ScratchDirectory;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the matching of reservations, a registry on the embedded database, and the key trie. */
@Command(name = "reservations")
final class BenchReservationsCommand implements Callable<Integer> {

    private static final double MEGA = 1e6;
    private static final int MAX = 100_000_000;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--selectors", paramLabel = "N", descriptionKey = "bench.selectors")
    int selectors = 10_000_000;

    @Option(names = "--registrations", paramLabel = "N", descriptionKey = "bench.registrations")
    int registrations = 50_000;

    @Option(names = "--keys", paramLabel = "N", descriptionKey = "bench.keys")
    int keys = 1_000_000;

    @Option(names = "--proofs", paramLabel = "N", descriptionKey = "bench.proofs")
    int proofs = TrieMeasure.PROOFS;

    @Option(names = "--trie", paramLabel = "DIR", descriptionKey = "bench.trie")
    @Nullable
    Path trie;

    @Mixin
    ScratchOption in = new ScratchOption();

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    BenchReservationsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (int count : List.of(selectors, registrations, keys, proofs)) {
            if (count < 1 || count > MAX) {
                throw new UsageError.Refused(
                        spec.commandLine(), UserMessage.of("cli.bench-reservations-range", MAX, String.valueOf(count)));
            }
        }
        try (ScratchDirectory scratch = in.open()) {
            TrieMeasure trie = TrieMeasure.of(trieDirectory(scratch), scratch.make("small"), keys, proofs);
            RegistryMeasure registry = RegistryMeasure.of(scratch.make("registry"), registrations);
            MatchMeasure match = MatchMeasure.of(selectors);
            if (json) {
                console.json(Map.of("match", json(match), "registry", json(registry), "trie", json(trie)));
            } else {
                print(trie, registry, match);
            }
        }
        return ExitCode.DONE;
    }

    private Path trieDirectory(ScratchDirectory scratch) throws IOException {
        if (trie == null) {
            return scratch.make("trie");
        }
        Optional<Long> there = TrieMeasure.keysIn(Files.createDirectories(trie));
        if (there.isPresent() && there.get() != keys) {
            throw new UsageError.Refused(
                    spec.commandLine(), UserMessage.of("cli.bench-other-trie", trie.toString(), there.get(), keys));
        }
        return trie;
    }

    private void print(TrieMeasure trie, RegistryMeasure registry, MatchMeasure match) {
        trie.buildCpuSeconds()
                .ifPresent(cpu -> console.print("cli.bench-trie", trie.keys(), cpu, trie.peakBytes() / MEGA));
        console.print("cli.bench-trie-proofs", trie.proofs(), trie.hashesMean(), trie.hashesMost(), trie.checkMicros());
        TrieMeasure.Making making = trie.making();
        console.print(
                "cli.bench-trie-making",
                making.mean(),
                making.p99(),
                making.p999(),
                making.worst(),
                making.cpuMean(),
                making.cpuWorst(),
                making.first());
        console.print(
                "cli.bench-registry",
                registry.perSecond(),
                registry.registrations(),
                registry.batch(),
                registry.singleMillis());
        console.print(
                "cli.bench-match",
                match.microsPerDocument(),
                match.selectors(),
                match.reserved(),
                match.documents(),
                match.heapBytes() / MEGA);
    }

    private static Map<String, Object> json(MatchMeasure match) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("documents", match.documents());
        figures.put("heapBytes", match.heapBytes());
        figures.put("microsPerDocument", Figures.rounded(match.microsPerDocument()));
        figures.put("reserved", match.reserved());
        figures.put("selectors", match.selectors());
        return figures;
    }

    private static Map<String, Object> json(RegistryMeasure registry) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("batch", registry.batch());
        figures.put("perSecond", Figures.rounded(registry.perSecond()));
        figures.put("registrations", registry.registrations());
        figures.put("singleMillis", Figures.rounded(registry.singleMillis()));
        return figures;
    }

    private static Map<String, Object> json(TrieMeasure trie) {
        Map<String, Object> figures = new TreeMap<>();
        trie.buildCpuSeconds().ifPresent(cpu -> figures.put("buildCpuSeconds", Figures.rounded(cpu)));
        figures.put("checkMicros", Figures.rounded(trie.checkMicros()));
        figures.put("hashesMean", Figures.rounded(trie.hashesMean()));
        figures.put("hashesMost", trie.hashesMost());
        figures.put("keys", trie.keys());
        figures.put("peakBytes", trie.peakBytes());
        figures.put("proofs", trie.proofs());
        TrieMeasure.Making making = trie.making();
        figures.put("proveCpuMillisMean", Figures.rounded(making.cpuMean()));
        figures.put("proveCpuMillisWorst", Figures.rounded(making.cpuWorst()));
        figures.put("proveMillisFirst", Figures.rounded(making.first()));
        figures.put("proveMillisMean", Figures.rounded(making.mean()));
        figures.put("proveMillisP99", Figures.rounded(making.p99()));
        figures.put("proveMillisP999", Figures.rounded(making.p999()));
        figures.put("proveMillisWorst", Figures.rounded(making.worst()));
        return figures;
    }
}
