package fr.corpus.cli.command.release;

import fr.corpus.audit.AuditReport;
import fr.corpus.audit.ReleaseAudit;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.StaleNotice;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UnknownCodes;
import fr.corpus.cli.command.registry.LogView;
import fr.corpus.release.Finding;
import fr.corpus.release.Manifest;
import fr.corpus.release.ReleaseReport;
import fr.corpus.release.ReleaseVerifier;
import fr.corpus.releaselog.LoggedEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Builds the roots of the documents and of their keys again from the files: what proofs take for granted. With a registry, looks
 * for the release in its log of releases, and for what it had reserved in the release.
 */
@Command(name = "audit")
public final class AuditCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Parameters(paramLabel = "DIR", descriptionKey = "release")
    Path release = Path.of("");

    @Option(names = "--registry", paramLabel = "DIR", descriptionKey = "audit.registry")
    @Nullable
    Path registry;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    public AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Optional<AuditReport> audit = Optional.empty();
        ReleaseReport report;
        if (registry == null) {
            report = ReleaseVerifier.check(release, threads.count());
        } else {
            audit = Optional.of(ReleaseAudit.check(release, registry, threads.count()));
            report = audit.get().release();
        }
        StaleNotice notice = StaleNotice.of(release, Optional.ofNullable(registry), console);
        boolean sound = audit.map(AuditReport::isSound)
                .orElse(report.isSound() && report.keys().isPresent());
        if (json) {
            Map<String, Object> object = json(report, audit, sound);
            notice.put(object);
            console.json(object);
        } else {
            print(report, audit, sound);
        }
        return sound ? ExitCode.DONE : ExitCode.FALSE;
    }

    private static List<Finding> findings(ReleaseReport report, Optional<AuditReport> audit) {
        List<Finding> findings = new ArrayList<>(report.findings());
        audit.ifPresent(with -> findings.addAll(with.findings()));
        return findings;
    }

    private static boolean more(ReleaseReport report, Optional<AuditReport> audit) {
        return report.more() || audit.map(AuditReport::more).orElse(false);
    }

    private void print(ReleaseReport report, Optional<AuditReport> audit, boolean sound) {
        for (Finding finding : findings(report, audit)) {
            console.out().println(finding.message().in(console.locale()));
        }
        if (more(report, audit)) {
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
        audit.ifPresent(this::print);
        console.print(conclusion(report, sound), release.toString());
    }

    private static String conclusion(ReleaseReport report, boolean sound) {
        if (report.manifest().isPresent() && report.manifest().get().keys().isEmpty()) {
            return "cli.audit-no-keys";
        }
        if (sound) {
            return "cli.audit-sound";
        }
        return report.isSound() ? "cli.audit-only-roots" : "cli.audit-false";
    }

    private void print(AuditReport audit) {
        audit.logged().ifPresent(log -> new LogView(console).print(log));
        if (audit.registry().isPresent()) {
            boolean clean = audit.findings().isEmpty();
            console.print(clean ? "cli.audit-honoured" : "cli.audit-looked-for", audit.reservations());
            UnknownCodes.note(audit.copiesWithoutCode(), console);
        }
        for (LoggedEntry successor : audit.successors()) {
            console.print("cli.audit-stale", String.valueOf(successor.index()));
        }
    }

    private Map<String, Object> json(ReleaseReport report, Optional<AuditReport> audit, boolean sound) {
        Map<String, Object> object = new TreeMap<>();
        object.put("release", release.toString());
        object.put("sound", sound);
        report.roots().ifPresent(roots -> object.put("root", roots.data().hex()));
        report.keys().ifPresent(keys -> putKeys(keys, object));
        object.put("rows", report.rows());
        audit.ifPresent(with -> put(with, object));
        object.put("more", more(report, audit));
        object.put(
                "findings",
                findings(report, audit).stream()
                        .map(finding -> Map.of(
                                "file", finding.file(),
                                "row", finding.row(),
                                "key", finding.message().key(),
                                "message", finding.message().in(console.locale())))
                        .toList());
        return object;
    }

    private static void put(AuditReport audit, Map<String, Object> object) {
        audit.logged().ifPresent(log -> object.put("log", LogView.json(log)));
        audit.registry().ifPresent(state -> {
            object.put("reservations", audit.reservations());
            object.put("copiesWithoutCode", audit.copiesWithoutCode());
        });
        object.put("stale", !audit.successors().isEmpty());
    }

    private static void putKeys(Manifest.KeySet keys, Map<String, Object> object) {
        object.put("keySet", keys.version());
        object.put("keys", keys.count());
        object.put("keysRoot", keys.root().hex());
    }
}
