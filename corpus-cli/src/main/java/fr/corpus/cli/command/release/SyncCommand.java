package fr.corpus.cli.command.release;

import fr.corpus.Corpus;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.StaleNotice;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.release.Finding;
import fr.corpus.retract.Attestation;
import fr.corpus.retract.HolderKey;
import fr.corpus.retract.SyncListener;
import fr.corpus.retract.SyncOptions;
import fr.corpus.retract.SyncReport;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a release, or brings a copy to the release that takes its place. */
@Command(name = "sync")
public final class SyncCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Parameters(paramLabel = "COPY", descriptionKey = "sync.copy")
    Path copy = Path.of("");

    @Option(names = "--from", paramLabel = "DIR|URL", required = true, descriptionKey = "sync.from")
    String from = "";

    @Option(names = "--policy", paramLabel = "FILE", descriptionKey = "sync.policy")
    @Nullable
    Path policy;

    @Option(names = "--attest", paramLabel = "FILE", descriptionKey = "sync.attest")
    @Nullable
    Path attest;

    @Option(names = "--holder-name", paramLabel = "NAME", descriptionKey = "sync.holder-name")
    @Nullable
    String holder;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "sync.key")
    @Nullable
    Path key;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "quiet")
    boolean quiet;

    public SyncCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SyncOptions options = SyncOptions.standard(threads.count());
        if (policy != null) {
            options = options.withPolicy(TlogPolicy.parse(Files.readAllBytes(policy)));
        }
        if (attest != null) {
            options = options.withAttestation(signatory(attest));
        }
        SyncListener listener = quiet
                ? SyncListener.SILENT
                : (path, bytes, done, total) -> console.note("cli.sync-fetched", done, total, path, bytes);
        SyncReport report = Corpus.sync(copy, from, options, listener);
        StaleNotice stale = StaleNotice.of(copy, Optional.empty(), console);
        if (json) {
            Map<String, Object> object = json(report);
            stale.put(object);
            console.json(object);
        } else {
            print(report);
        }
        return report.findings().isEmpty() ? ExitCode.DONE : ExitCode.FALSE;
    }

    private SyncOptions.Signatory signatory(Path file) throws IOException {
        if (holder != null && !Attestation.isHolder(holder)) {
            throw new UsageError.Refused(
                    spec.commandLine(), UserMessage.of("cli.sync-holder", String.valueOf(Attestation.MAX_HOLDER)));
        }
        Path own = key != null ? key : standardKey();
        boolean isNew = !Files.exists(own);
        SyncOptions.Signatory signatory =
                new SyncOptions.Signatory(HolderKey.openOrCreate(own), Optional.ofNullable(holder), file);
        if (isNew) {
            console.note("cli.sync-new-key", own.toString());
        }
        return signatory;
    }

    /** XDG Base Directory Specification. */
    private Path standardKey() {
        String home = console.environment().getOrDefault("HOME", System.getProperty("user.home", "."));
        String config = console.environment().getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = config.isEmpty() ? Path.of(home, ".config") : Path.of(config);
        return folder.resolve("corpus").resolve("attestation.key");
    }

    private void print(SyncReport report) {
        String after = report.after().hex();
        if (report.before().isEmpty()) {
            if (report.findings().isEmpty()) {
                console.print("cli.sync-first", copy.toString(), after);
            }
            console.print("cli.sync-files", report.filesFetched(), report.bytesFetched(), report.filesDeleted());
        } else if (report.before().get().equals(report.after())) {
            console.print("cli.sync-current", copy.toString(), after);
        } else {
            console.print("cli.synced", copy.toString(), report.before().get().hex(), after);
            report.removed().ifPresent(removed -> console.print("cli.sync-removed", removed.count()));
            console.print("cli.sync-files", report.filesFetched(), report.bytesFetched(), report.filesDeleted());
            console.print("cli.sync-limits");
        }
        for (Finding finding : report.findings()) {
            console.out().println(finding.message().in(console.locale()));
        }
        if (!report.findings().isEmpty()) {
            console.print("cli.sync-false", copy.toString());
        }
        report.attestation()
                .ifPresent(attestation -> console.print(
                        "cli.sync-attested",
                        String.valueOf(attest),
                        attestation.key().toString()));
    }

    private Map<String, Object> json(SyncReport report) {
        Map<String, Object> object = new TreeMap<>();
        object.put("copy", copy.toString());
        object.put("from", from);
        report.before().ifPresent(before -> object.put("before", before.hex()));
        object.put("after", report.after().hex());
        report.removed().ifPresent(removed -> {
            object.put("removed", removed.count());
            object.put("removedRoot", removed.root().hex());
        });
        object.put("filesFetched", report.filesFetched());
        object.put("bytesFetched", report.bytesFetched());
        object.put("filesDeleted", report.filesDeleted());
        object.put("sound", report.findings().isEmpty());
        object.put(
                "findings",
                report.findings().stream()
                        .map(finding -> Map.of(
                                "file", finding.file(),
                                "row", finding.row(),
                                "key", finding.message().key(),
                                "message", finding.message().in(console.locale())))
                        .toList());
        report.attestation().ifPresent(attestation -> {
            object.put("attestation", String.valueOf(attest));
            object.put("key", attestation.key().toString());
        });
        return object;
    }
}
