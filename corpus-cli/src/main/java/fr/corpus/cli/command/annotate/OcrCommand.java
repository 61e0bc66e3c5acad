package fr.corpus.cli.command.annotate;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.source.RawRecord;
import fr.corpus.text.heritage.ColumnOrder;
import fr.corpus.text.heritage.ModernReading;
import fr.corpus.text.ocr.OcrBand;
import fr.corpus.text.ocr.OcrQuality;
import fr.corpus.text.ocr.OcrReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Estimates how well texts were recognized, window by window. */
@Command(name = "ocr")
public final class OcrCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "ocr.file")
    List<Path> files = List.of();

    @Option(names = "--windows", descriptionKey = "ocr.windows")
    boolean windows;

    @Option(names = "--reading", descriptionKey = "ocr.reading")
    boolean reading;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    public OcrCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        OcrQuality quality = OcrQuality.load();
        ModernReading modern = new ModernReading();
        List<Map<String, Object>> all = new ArrayList<>();
        for (Path file : files) {
            RawRecord record = ReadTexts.record(file, console);
            if (reading && !json) {
                String text = record.text();
                console.out().println(ModernReading.apply(text, modern.of(text)).stripTrailing());
                continue;
            }
            OcrReport report = quality.measure(record.text());
            ColumnOrder columns = ColumnOrder.of(record.text());
            if (json) {
                Map<String, Object> object = json(file, record.text(), report);
                object.put("reader", record.provenance().reader());
                object.put("columns", json(columns));
                if (reading) {
                    object.put("reading", changes(record.text(), modern));
                }
                all.add(object);
            } else {
                print(file, record.text(), report);
                if (columns.isSuspect()) {
                    console.out()
                            .println("  "
                                    + console.text(
                                            "cli.ocr-columns", columns.jumps(), columns.jumps() + columns.straight()));
                }
            }
        }
        if (json) {
            Map<String, Object> object = new TreeMap<>();
            object.put("files", all);
            object.put("method", OcrQuality.METHOD);
            object.put("model", quality.model().digest().hex());
            console.json(object);
        } else if (!reading) {
            console.note(
                    "cli.ocr-method",
                    OcrQuality.METHOD,
                    quality.model().digest().hex());
        }
        return ExitCode.DONE;
    }

    private void print(Path file, String text, OcrReport report) {
        OcrReport.Window whole = report.whole();
        console.out()
                .println(file + "  "
                        + console.text(
                                "cli.ocr-whole",
                                whole.score(),
                                100 * whole.errorRate(),
                                word(whole.band()),
                                100 * whole.oldShare()));
        if (windows) {
            int from = 0;
            for (OcrReport.Window window : report.windows()) {
                int to = from + text.codePointCount(window.start(), window.end());
                console.out()
                        .println(String.format(
                                Locale.ROOT,
                                "  %8d–%-8d %.3f %5.1f %%  %s",
                                from,
                                to,
                                window.score(),
                                100 * window.errorRate(),
                                word(window.band())));
                from = to;
            }
        }
    }

    private static Map<String, Object> json(ColumnOrder columns) {
        Map<String, Object> object = new TreeMap<>();
        object.put("straight", columns.straight());
        object.put("jumps", columns.jumps());
        object.put("suspect", columns.isSuspect());
        return object;
    }

    private static List<Map<String, Object>> changes(String text, ModernReading modern) {
        List<Map<String, Object>> rows = new ArrayList<>();
        int codePoints = 0;
        int at = 0;
        for (ModernReading.Change change : modern.of(text)) {
            codePoints += text.codePointCount(at, change.start());
            Map<String, Object> row = new TreeMap<>();
            row.put("start", codePoints);
            codePoints += text.codePointCount(change.start(), change.end());
            row.put("end", codePoints);
            row.put("text", text.substring(change.start(), change.end()));
            row.put("form", change.form());
            rows.add(row);
            at = change.end();
        }
        return rows;
    }

    private String word(OcrBand band) {
        return console.text("cli.ocr-band-" + band.label());
    }

    private static Map<String, Object> json(Path file, String text, OcrReport report) {
        Map<String, Object> object = json(report.whole());
        object.put("file", file.toString());
        List<Map<String, Object>> rows = new ArrayList<>();
        int from = 0;
        for (OcrReport.Window window : report.windows()) {
            int to = from + text.codePointCount(window.start(), window.end());
            Map<String, Object> row = json(window);
            row.put("start", from);
            row.put("end", to);
            rows.add(row);
            from = to;
        }
        object.put("windows", rows);
        return object;
    }

    private static Map<String, Object> json(OcrReport.Window window) {
        Map<String, Object> object = new TreeMap<>();
        object.put("score", window.score());
        object.put("errorRate", window.errorRate());
        object.put("band", window.band().label());
        object.put("words", window.words());
        object.put("unknown", window.unknown());
        object.put("old", window.old());
        return object;
    }
}
