package fr.corpus.cli.command.annotate;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.text.language.Identification;
import fr.corpus.text.language.LanguageIdentifier;
import fr.corpus.text.language.LanguageSegment;
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

/** Says which language texts are in, stretch by stretch, or that of every line of JSONL files. */
@Command(name = "langid")
public final class LangidCommand implements Callable<Integer> {

    private static final int SAMPLE = 48;

    private final Console console;
    private final LanguageIdentifier identifier = LanguageIdentifier.load();
    private final VarietyView varieties;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "langid.file")
    List<Path> files = List.of();

    @Option(names = "--jsonl", descriptionKey = "langid.jsonl")
    boolean jsonl;

    @Option(names = "--hints", descriptionKey = "langid.hints")
    boolean hints;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    public LangidCommand(Console console) {
        this.console = console;
        varieties = new VarietyView(console);
    }

    @Override
    public Integer call() throws IOException {
        if (jsonl) {
            boolean sound = true;
            for (Path file : files) {
                sound &= new LangidLines(console, identifier, hints).run(file);
            }
            return sound ? ExitCode.DONE : ExitCode.FAILED;
        }
        List<Map<String, Object>> all = new ArrayList<>();
        for (Path file : files) {
            String text = ReadTexts.of(file, console);
            Identification whole = identifier.identify(text);
            List<LanguageSegment> segments = identifier.identifySegments(text);
            if (json) {
                all.add(json(file, text, whole, segments));
            } else {
                print(file, text, whole, segments);
            }
        }
        if (json) {
            console.json(
                    Map.of("files", all, "model", identifier.model().digest().hex()));
        }
        return ExitCode.DONE;
    }

    private void print(Path file, String text, Identification whole, List<LanguageSegment> segments) {
        if (segments.size() < 2) {
            console.out().println(whole.variety() + "  " + share(whole.score()) + "  " + file);
        } else {
            StringBuilder shares = new StringBuilder();
            LanguageSegment.shares(segments)
                    .forEach((language, share) ->
                            shares.append(String.format(Locale.ROOT, "%s %.1f %%  ", language, 100 * share)));
            console.out().println(shares.append(file));
            int from = 0;
            for (LanguageSegment segment : segments) {
                int to = from + text.codePointCount(segment.start(), segment.end());
                console.out()
                        .println(String.format(
                                Locale.ROOT,
                                "  %8d–%-8d %-8s %s  %s",
                                from,
                                to,
                                segment.identification().variety(),
                                share(segment.identification().score()),
                                sample(text, segment)));
                from = to;
            }
        }
        varieties.print(varieties.hint(text, segments));
    }

    private static String share(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }

    /** The first words of a stretch, on one line, without signs that move a terminal's cursor. */
    private static String sample(String text, LanguageSegment segment) {
        String head = text.substring(segment.start(), Math.min(segment.end(), segment.start() + 2 * SAMPLE))
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        int end = Math.min(head.length(), SAMPLE);
        if (end < head.length() && Character.isHighSurrogate(head.charAt(end - 1))) {
            end--;
        }
        return head.substring(0, end) + (end < head.length() ? "…" : "");
    }

    private Map<String, Object> json(Path file, String text, Identification whole, List<LanguageSegment> segments) {
        Map<String, Object> object = new TreeMap<>(json(whole));
        object.put("file", file.toString());
        List<Map<String, Object>> rows = new ArrayList<>();
        int from = 0;
        for (LanguageSegment segment : segments) {
            int to = from + text.codePointCount(segment.start(), segment.end());
            Map<String, Object> row = new TreeMap<>(json(segment.identification()));
            row.put("start", from);
            row.put("end", to);
            if (segment.language().equals(VarietyView.FRENCH)) {
                row.put("hint", VarietyView.json(varieties.hint(text, List.of(segment))));
            }
            rows.add(row);
            from = to;
        }
        object.put("segments", rows);
        object.put("hint", VarietyView.json(varieties.hint(text, segments)));
        object.put("shares", new TreeMap<>(LanguageSegment.shares(segments)));
        return object;
    }

    private static Map<String, Object> json(Identification found) {
        Map<String, Object> object = new TreeMap<>();
        object.put("language", found.language());
        object.put("score", found.score());
        object.put("variety", found.variety());
        object.put("second", found.second());
        object.put("secondScore", found.secondScore());
        return object;
    }
}
