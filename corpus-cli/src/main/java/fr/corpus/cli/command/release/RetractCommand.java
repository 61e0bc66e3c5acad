package fr.corpus.cli.command.release;

import fr.corpus.Corpus;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UnknownCodes;
import fr.corpus.retract.RetractionReport;
import fr.corpus.retract.Withheld;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the release that takes the place of one whose documents have been reserved since. */
@Command(name = "retract")
public final class RetractCommand implements Callable<Integer> {

    private static final int MAX_LISTED = 1000;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Parameters(paramLabel = "DIR", descriptionKey = "release")
    Path release = Path.of("");

    @Option(names = "--registry", paramLabel = "DIR", required = true, descriptionKey = "retract.registry")
    Path registry = Path.of("");

    @Mixin
    BroadOption broad = new BroadOption();

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "retract.out")
    Path out = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    public RetractCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RetractionReport report = Corpus.retract(release, registry, broad.choice(), out, threads.count());
        if (json) {
            console.json(json(report));
        } else {
            print(report);
        }
        return ExitCode.DONE;
    }

    /** Documents by reservation and kind of selector, the most first seen first. */
    private static Map<List<String>, Integer> byReservation(RetractionReport report) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (Withheld document : report.withheld()) {
            List<String> key = List.of(
                    document.binding().entry().id(),
                    document.binding().match().by().word());
            counts.merge(key, 1, Integer::sum);
        }
        return counts;
    }

    private void print(RetractionReport report) {
        if (report.successor().isEmpty()) {
            console.print("cli.retract-nothing", release.toString(), report.registry());
            new BroadClaimsView(console).print(report.broadClaims());
            UnknownCodes.note(report.copiesWithoutCode(), console);
            return;
        }
        RetractionReport.Successor next = report.successor().get();
        console.print("cli.retracted", report.withheld().size(), release.toString(), out.toString());
        byReservation(report).forEach((key, count) -> console.print("cli.retract-by", count, key.get(0), key.get(1)));
        if (report.clustersBanned() > 0) {
            console.print("cli.retract-clusters", report.clustersBanned());
        }
        new BroadClaimsView(console).print(report.broadClaims());
        UnknownCodes.note(report.copiesWithoutCode(), console);
        console.print("cli.retract-files", next.partsWritten(), next.partsTakenOver());
        console.print("cli.build-root", next.manifest().roots().data().hex());
        next.retraction()
                .ifPresent(entry -> console.print(
                        "cli.retract-logged", entry.index(), entry.log().origin()));
        console.note(next.oldTold() ? "cli.retract-told" : "cli.retract-not-told", release.toString());
    }

    private Map<String, Object> json(RetractionReport report) {
        Map<String, Object> object = new TreeMap<>();
        object.put("release", release.toString());
        object.put("manifest", report.manifest().hex());
        object.put("registry", report.registry());
        object.put("retracted", report.withheld().size());
        object.put("clustersBanned", report.clustersBanned());
        object.put("copiesWithoutCode", report.copiesWithoutCode());
        object.put(
                "documents",
                report.withheld().stream()
                        .limit(MAX_LISTED)
                        .map(RetractCommand::json)
                        .toList());
        report.broadClaims().ifPresent(claims -> object.put("broadClaims", BroadClaimsView.json(claims)));
        report.successor().ifPresent(next -> {
            object.put("out", out.toString());
            object.put("supersededBy", next.manifestDigest().hex());
            object.put("root", next.manifest().roots().data().hex());
            object.put("released", next.manifest().statistics().released().documents());
            object.put("partsWritten", next.partsWritten());
            object.put("partsTakenOver", next.partsTakenOver());
            object.put("noticeLeft", next.oldTold());
            next.retraction().ifPresent(entry -> {
                object.put("log", entry.log().origin());
                object.put("logIndex", entry.index());
            });
        });
        return object;
    }

    private static Map<String, Object> json(Withheld document) {
        Map<String, Object> object = new TreeMap<>();
        object.put("document", document.id().hex());
        object.put("reservation", document.binding().entry().id());
        object.put("selector", document.binding().match().by().word());
        object.put("similarity", document.binding().match().similarity());
        object.put("foundOn", document.binding().member().hex());
        object.put("reason", document.binding().reason().code());
        object.put("clusterSize", document.clusterSize());
        return object;
    }
}
