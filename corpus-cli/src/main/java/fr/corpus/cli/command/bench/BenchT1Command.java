package fr.corpus.cli.command.bench;

import fr.corpus.Corpus;
import fr.corpus.bench.BenchTruth;
import fr.corpus.cli.bench.TaskT1;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.ProgressView;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.release.BuildJson;
import fr.corpus.cli.command.release.BuildSummary;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.BuildReport;
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
import picocli.CommandLine.Option;

/** Runs task T1 and says how fast: filters, exact and near duplicates, release. */
@Command(name = "t1")
final class BenchT1Command implements Callable<Integer> {

    /** The profiles that the task is defined for. */
    enum Profile {
        WEB("web"),
        FINEWEB2("fineweb2");

        private final String key;

        Profile(String key) {
            this.key = key;
        }

        @Override
        public String toString() {
            return key;
        }
    }

    private static final double MEGA = 1e6;
    private static final double TEN_THOUSAND = 1e4;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Option(names = "--profile", paramLabel = "web|fineweb2", descriptionKey = "bench.profile")
    Profile profile = Profile.WEB;

    @Option(names = "--in", required = true, paramLabel = "DIR", descriptionKey = "bench.in")
    Path in = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "bench.release")
    @Nullable
    Path out;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    BenchT1Command(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (TaskT1 task = TaskT1.prepare(in, profile.toString(), Optional.ofNullable(out))) {
            BuildReport report = build(task);
            Optional<BenchTruth.Score> score = score(report);
            if (json) {
                console.json(json(report, score));
            } else {
                print(report, score);
            }
        }
        return ExitCode.DONE;
    }

    private BuildReport build(TaskT1 task) {
        try (ProgressView progress = new ProgressView(console)) {
            return Corpus.build(
                    task.recipe(),
                    task.release(),
                    BuildOptions.standard().withThreads(threads.count()).withListener(progress));
        }
    }

    private Optional<BenchTruth.Score> score(BuildReport report) throws IOException {
        Path truth = in.resolve(BenchTruth.FILE);
        return Files.exists(truth)
                ? Optional.of(BenchTruth.read(truth).score(Corpus.open(report.release())))
                : Optional.empty();
    }

    private void print(BuildReport report, Optional<BenchTruth.Score> score) {
        new BuildSummary(console).print(report, report.release());
        console.print("cli.bench-speed", perCpuSecond(report), perSecond(report));
        score.ifPresent(found -> console.print(
                "cli.bench-duplicates",
                found.exact().recall(),
                found.exact().pastFilters(),
                found.near().recall(),
                found.near().pastFilters(),
                found.precision(),
                found.removed()));
    }

    private Map<String, Object> json(BuildReport report, Optional<BenchTruth.Score> score) {
        Map<String, Object> figures = new TreeMap<>(BuildJson.of(report));
        figures.put("profile", profile.toString());
        figures.put("megabytesPerCpuSecond", rounded(perCpuSecond(report)));
        figures.put("megabytesPerSecond", rounded(perSecond(report)));
        score.ifPresent(found -> {
            figures.put("exactRecall", rounded(found.exact().recall()));
            figures.put("nearRecall", rounded(found.near().recall()));
            figures.put("duplicatePrecision", rounded(found.precision()));
        });
        return figures;
    }

    private static double perCpuSecond(BuildReport report) {
        return report.textBytes() / MEGA / report.run().cpuSeconds();
    }

    private static double perSecond(BuildReport report) {
        return report.textBytes() / MEGA / report.run().seconds();
    }

    private static double rounded(double value) {
        return Math.round(value * TEN_THOUSAND) / TEN_THOUSAND;
    }
}
