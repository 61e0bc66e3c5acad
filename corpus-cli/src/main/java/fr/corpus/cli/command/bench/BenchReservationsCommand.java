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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the matching of reservations, a registry on the embedded database, and the key trie. */
@Command(name = "reservations")
final class BenchReservationsCommand implements Callable<Integer> {

    private static final double MILLI = 1000.0;
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

    @Option(names = "--in", paramLabel = "DIR", descriptionKey = "bench.scratch")
    Path in = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    BenchReservationsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (int count : List.of(selectors, registrations, keys)) {
            if (count < 1 || count > MAX) {
                throw new UsageError.Refused(
                        spec.commandLine(), UserMessage.of("cli.bench-reservations-range", MAX, String.valueOf(count)));
            }
        }
        try (ScratchDirectory scratch = ScratchDirectory.in(in)) {
            TrieMeasure trie = TrieMeasure.of(scratch.make("trie"), keys);
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

    private void print(TrieMeasure trie, RegistryMeasure registry, MatchMeasure match) {
        console.print("cli.bench-trie", trie.keys(), trie.buildCpuSeconds(), trie.peakBytes() / MEGA);
        console.print(
                "cli.bench-trie-proofs",
                trie.proofs(),
                trie.hashesMean(),
                trie.hashesMost(),
                trie.proveMillisMean(),
                trie.proveMillisWorst(),
                trie.checkMicros());
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
        figures.put("microsPerDocument", rounded(match.microsPerDocument()));
        figures.put("reserved", match.reserved());
        figures.put("selectors", match.selectors());
        return figures;
    }

    private static Map<String, Object> json(RegistryMeasure registry) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("batch", registry.batch());
        figures.put("perSecond", rounded(registry.perSecond()));
        figures.put("registrations", registry.registrations());
        figures.put("singleMillis", rounded(registry.singleMillis()));
        return figures;
    }

    private static Map<String, Object> json(TrieMeasure trie) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("buildCpuSeconds", rounded(trie.buildCpuSeconds()));
        figures.put("checkMicros", rounded(trie.checkMicros()));
        figures.put("hashesMean", rounded(trie.hashesMean()));
        figures.put("hashesMost", trie.hashesMost());
        figures.put("keys", trie.keys());
        figures.put("peakBytes", trie.peakBytes());
        figures.put("proofs", trie.proofs());
        figures.put("proveMillisMean", rounded(trie.proveMillisMean()));
        figures.put("proveMillisWorst", rounded(trie.proveMillisWorst()));
        return figures;
    }

    private static double rounded(double value) {
        return Math.round(value * MILLI) / MILLI;
    }
}
