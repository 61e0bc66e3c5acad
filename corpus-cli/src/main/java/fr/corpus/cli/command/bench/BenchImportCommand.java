package fr.corpus.cli.command.bench;

import fr.corpus.bench.ImportMeasure;
import fr.corpus.cli.bench.ScratchDirectory;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.OptOutImport.Format;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the import of a table of reservations that is stopped half-way and started again. */
@Command(name = "import")
final class BenchImportCommand implements Callable<Integer> {

    private static final double MEGA = 1e6;
    private static final int MAX = 100_000_000;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--lines", paramLabel = "N", descriptionKey = "bench.lines")
    int lines = 1_000_000;

    @Option(names = "--format", paramLabel = "csv|jsonl", descriptionKey = "bench.format")
    Format format = Format.CSV;

    @Mixin
    ScratchOption in = new ScratchOption();

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    BenchImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (lines < 1 || lines > MAX) {
            throw refused("--lines", String.valueOf(lines));
        }
        if (format == Format.ONIX) {
            throw refused("--format", format.word());
        }
        try (ScratchDirectory scratch = in.open()) {
            ImportMeasure measure = ImportMeasure.of(scratch.make("import"), format, lines);
            if (json) {
                console.json(json(measure));
            } else {
                console.print(
                        "cli.bench-import",
                        measure.lines(),
                        format.word(),
                        measure.seconds(),
                        measure.cpuSeconds(),
                        measure.lines() / measure.seconds(),
                        measure.peakBytes() / MEGA);
                console.print(
                        "cli.bench-import-resumed",
                        measure.resumed(),
                        measure.registered(),
                        measure.refused(),
                        measure.errorRecords());
            }
        }
        return ExitCode.DONE;
    }

    private UsageError.Refused refused(String option, String value) {
        return new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.bad-value", option, value));
    }

    private Map<String, Object> json(ImportMeasure measure) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("cpuSeconds", Figures.rounded(measure.cpuSeconds()));
        figures.put("errorRecords", measure.errorRecords());
        figures.put("format", format.word());
        figures.put("lines", measure.lines());
        figures.put("peakBytes", measure.peakBytes());
        figures.put("refused", measure.refused());
        figures.put("registered", measure.registered());
        figures.put("resumed", measure.resumed());
        figures.put("seconds", Figures.rounded(measure.seconds()));
        return figures;
    }
}
