package fr.corpus.cli.command.release;

import fr.corpus.cli.command.registry.LogView;
import fr.corpus.pipeline.BuildReport;
import fr.corpus.pipeline.RunReport;
import fr.corpus.pipeline.StageReport;
import fr.corpus.release.Counts;
import java.util.Map;
import java.util.TreeMap;

/** The object that {@code build --json} prints. An API: {@code docs/formats/cli-json.md}. */
public final class BuildJson {

    private static final double MILLI = 1000.0;

    private BuildJson() {}

    /** A build for machines. */
    public static Map<String, Object> of(BuildReport report) {
        RunReport run = report.run();
        Map<String, Object> json = new TreeMap<>();
        json.put("release", report.release().toString());
        json.put("root", report.root().hex());
        json.put("counts", counts(report.counts()));
        json.put("dropsByReason", report.dropsByReason());
        json.put("unseenSteps", report.unseenSteps());
        json.put("unreadableIdentifiers", report.unreadableIdentifiers());
        json.put("textBytes", report.textBytes());
        report.logged().ifPresent(log -> json.put("log", LogView.json(log)));
        report.broadClaims().ifPresent(claims -> json.put("broadClaims", BroadClaimsView.json(claims)));
        json.put("seconds", rounded(run.seconds()));
        json.put("cpuSeconds", rounded(run.cpuSeconds()));
        json.put("peakBytes", run.peakBytes());
        json.put("threads", run.threads());
        json.put("resumedUnits", run.resumedUnits());
        json.put("stages", run.stages().stream().map(BuildJson::stage).toList());
        return json;
    }

    static Map<String, Object> counts(Counts counts) {
        return Map.of(
                "read", counts.read(),
                "released", counts.released(),
                "dropped", counts.dropped(),
                "duplicates", counts.duplicates(),
                "withheld", counts.withheld(),
                "malformed", counts.malformed());
    }

    private static Map<String, Object> stage(StageReport stage) {
        return Map.of(
                "stage", stage.stage().label(),
                "seconds", rounded(stage.seconds()),
                "cpuSeconds", rounded(stage.cpuSeconds()),
                "peakBytes", stage.peakBytes(),
                "energyJoules", rounded(stage.energy().joules()),
                "energyMethod", stage.energy().method());
    }

    /** To the millisecond; what the system does not tell counts as zero. */
    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * MILLI) / MILLI : 0;
    }
}
