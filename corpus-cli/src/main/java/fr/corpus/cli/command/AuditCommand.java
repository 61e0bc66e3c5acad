package fr.corpus.cli.command;

import fr.corpus.release.Finding;
import fr.corpus.release.Manifest;
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

/** Builds the roots of the documents and of their keys again from the files: what proofs take for granted. */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Parameters(paramLabel = "DIR", descriptionKey = "release")
    Path release = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ReleaseReport report = ReleaseVerifier.check(release, threads.count());
        boolean sound = report.isSound() && report.keys().isPresent();
        if (json) {
            console.json(json(report, sound));
        } else {
            print(report, sound);
        }
        return sound ? ExitCode.DONE : ExitCode.FALSE;
    }

    private void print(ReleaseReport report, boolean sound) {
        for (Finding finding : report.findings()) {
            console.out().println(finding.message().in(console.locale()));
        }
        if (report.more()) {
            console.print("cli.verify-more");
        }
        report.roots()
                .ifPresent(roots -> console.print("cli.build-root", roots.data().hex()));
        report.keys()
                .ifPresent(keys -> console.print(
                        "cli.audit-keys",
                        keys.count(),
                        keys.version(),
                        keys.root().hex()));
        boolean without =
                report.manifest().isPresent() && report.manifest().get().keys().isEmpty();
        console.print(
                without ? "cli.audit-no-keys" : sound ? "cli.audit-sound" : "cli.audit-false", release.toString());
    }

    private Map<String, Object> json(ReleaseReport report, boolean sound) {
        Map<String, Object> object = new TreeMap<>();
        object.put("release", release.toString());
        object.put("sound", sound);
        report.roots().ifPresent(roots -> object.put("root", roots.data().hex()));
        report.keys().ifPresent(keys -> putKeys(keys, object));
        object.put("rows", report.rows());
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

    private static void putKeys(Manifest.KeySet keys, Map<String, Object> object) {
        object.put("keySet", keys.version());
        object.put("keys", keys.count());
        object.put("keysRoot", keys.root().hex());
    }
}
