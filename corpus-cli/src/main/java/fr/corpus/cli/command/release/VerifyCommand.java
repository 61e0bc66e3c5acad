package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.StaleNotice;
import fr.corpus.cli.command.console.StalenessOption;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.release.Finding;
import fr.corpus.release.ReleaseReport;
import fr.corpus.release.ReleaseVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes a release again from its bytes and says what is wrong, and where. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Mixin
    StalenessOption stale = new StalenessOption();

    @Parameters(paramLabel = "DIR", descriptionKey = "release")
    Path release = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    public VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ReleaseReport report = ReleaseVerifier.check(release, threads.count());
        StaleNotice notice = stale.of(release, console);
        if (json) {
            Map<String, Object> object = json(report);
            notice.put(object);
            console.json(object);
        } else {
            print(report);
        }
        return report.isSound() ? ExitCode.DONE : ExitCode.FALSE;
    }

    private void print(ReleaseReport report) {
        for (Finding finding : report.findings()) {
            console.out().println(finding.message().in(console.locale()));
        }
        if (report.more()) {
            console.print("cli.verify-more");
        }
        console.print(
                report.isSound() ? "cli.verify-sound" : "cli.verify-false",
                release.toString(),
                report.files(),
                report.rows());
        report.roots()
                .ifPresent(roots -> console.print("cli.build-root", roots.data().hex()));
    }

    private Map<String, Object> json(ReleaseReport report) {
        Map<String, Object> object = new TreeMap<>();
        object.put("release", release.toString());
        object.put("sound", report.isSound());
        report.roots().ifPresent(roots -> object.put("root", roots.data().hex()));
        object.put("files", report.files());
        object.put("rows", report.rows());
        object.put("idsConfirmed", report.idsConfirmed());
        object.put("more", report.more());
        object.put(
                "findings",
                report.findings().stream()
                        .map(finding -> Map.of(
                                "file", finding.file(),
                                "row", finding.row(),
                                "key", finding.message().key(),
                                "message", finding.message().in(console.locale())))
                        .toList());
        return object;
    }
}
