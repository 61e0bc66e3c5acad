package fr.corpus.cli.command.bench;

import fr.corpus.bench.RecallTable;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.release.ReleaseReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how often excerpts of reserved works are found again, by length and errors. */
@Command(name = "recall")
final class BenchRecallCommand implements Callable<Integer> {

    private static final int MAX_PER_WORK = 10_000;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--release", paramLabel = "DIR", required = true, descriptionKey = "bench.works")
    Path release = Path.of("");

    @Option(names = "--per-work", paramLabel = "N", descriptionKey = "bench.per-work")
    int perWork = 20;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "bench.recall-seed")
    long seed = 1;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    BenchRecallCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (perWork < 1 || perWork > MAX_PER_WORK) {
            throw new UsageError.Refused(
                    spec.commandLine(),
                    UserMessage.of("cli.bench-recall-range", MAX_PER_WORK, String.valueOf(perWork)));
        }
        RecallTable table = RecallTable.of(ReleaseReader.open(release), seed);
        if (table.works() == 0) {
            throw new UsageError.Refused(
                    spec.commandLine(), UserMessage.of("cli.bench-recall-works", release.toString()));
        }
        List<RecallTable.Cell> cells = table.measure(perWork);
        List<RecallTable.CopyCell> copies = table.measureCopies(perWork);
        if (json) {
            console.json(Map.of(
                    "works",
                    table.works(),
                    "cells",
                    cells.stream().map(BenchRecallCommand::json).toList(),
                    "copies",
                    copies.stream().map(BenchRecallCommand::json).toList()));
        } else {
            console.print("cli.bench-recall", table.works(), cells.get(0).excerpts());
            for (RecallTable.Cell cell : cells) {
                console.print(
                        "cli.bench-recall-" + cell.misreading().name().toLowerCase(Locale.ROOT),
                        cell.rate(),
                        cell.length(),
                        cell.recall(),
                        cell.wrong());
            }
            console.print("cli.bench-recall-copies", copies.get(0).copies());
            for (RecallTable.CopyCell cell : copies) {
                console.print(
                        "cli.bench-recall-copy-" + cell.misreading().name().toLowerCase(Locale.ROOT),
                        cell.rate(),
                        cell.length(),
                        (double) cell.bySamples() / cell.copies(),
                        (double) cell.found() / cell.copies(),
                        cell.wrong());
            }
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> json(RecallTable.CopyCell cell) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("bySamples", cell.bySamples());
        fields.put("copies", cell.copies());
        fields.put("errors", cell.misreading().name().toLowerCase(Locale.ROOT));
        fields.put("found", cell.found());
        fields.put("length", cell.length());
        fields.put("rate", cell.rate());
        fields.put("wrong", cell.wrong());
        return fields;
    }

    private static Map<String, Object> json(RecallTable.Cell cell) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("errors", cell.misreading().name().toLowerCase(Locale.ROOT));
        fields.put("excerpts", cell.excerpts());
        fields.put("found", cell.found());
        fields.put("length", cell.length());
        fields.put("rate", cell.rate());
        fields.put("wrong", cell.wrong());
        return fields;
    }
}
