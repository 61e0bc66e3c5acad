package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.Reasons;
import fr.corpus.cli.command.registry.LogView;
import fr.corpus.pipeline.BuildReport;
import fr.corpus.pipeline.RunReport;
import fr.corpus.pipeline.StageReport;
import fr.corpus.release.Counts;
import fr.corpus.releaselog.LoggedEntry;
import java.nio.file.Path;

/** What a build did, in sentences. */
public final class BuildSummary {

    private static final double MEGA = 1e6;
    private static final double JOULES_PER_WATT_HOUR = 3600;

    private final Console console;

    /** Summaries on this console. */
    public BuildSummary(Console console) {
        this.console = console;
    }

    /** What was read, what came of it, and what it took. */
    public void print(BuildReport report, Path release) {
        console.print("cli.build-release", release.toString());
        console.print("cli.build-root", report.root().hex());
        if (report.logged().isPresent()) {
            LoggedEntry logged = report.logged().get();
            console.print("cli.build-logged", logged.log().origin(), String.valueOf(logged.index()));
            new LogView(console).registry(logged.entry().registry());
        }
        counts(report.counts());
        new Reasons(console).print(report.dropsByReason());
        new BroadClaimsView(console).print(report.broadClaims());
        for (String step : report.unseenSteps()) {
            console.print("cli.build-unseen", step);
        }
        if (report.unreadableIdentifiers() > 0) {
            console.print("cli.build-identifiers", report.unreadableIdentifiers(), release + ".identifiers.jsonl");
        }
        RunReport run = report.run();
        if (run.resumedUnits() > 0) {
            console.print("cli.build-resumed", run.resumedUnits());
        }
        console.print(
                "cli.build-cost",
                report.textBytes() / MEGA,
                run.seconds(),
                run.cpuSeconds(),
                run.peakBytes() / MEGA,
                run.threads());
        for (StageReport stage : run.stages()) {
            console.print(
                    "cli.build-stage-" + stage.stage().label(),
                    stage.seconds(),
                    stage.cpuSeconds(),
                    stage.peakBytes() / MEGA,
                    stage.energy().joules());
        }
        double joules = run.stages().stream()
                .mapToDouble(stage -> stage.energy().joules())
                .sum();
        boolean measured =
                run.stages().stream().allMatch(stage -> stage.energy().isMeasured());
        console.print(
                measured ? "cli.build-energy-measured" : "cli.build-energy-estimated", joules / JOULES_PER_WATT_HOUR);
    }

    /** The conservation law with its figures. */
    void counts(Counts counts) {
        console.print(
                "cli.counts",
                counts.read(),
                counts.released(),
                counts.dropped(),
                counts.duplicates(),
                counts.withheld(),
                counts.malformed());
    }
}
