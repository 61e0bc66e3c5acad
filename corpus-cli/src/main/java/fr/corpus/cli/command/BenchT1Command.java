package fr.corpus.cli.command;

import fr.corpus.Corpus;
import fr.corpus.cli.bench.TaskT1;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.BuildReport;
import java.io.IOException;
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
            Map<String, Object> figures = new TreeMap<>(BuildJson.of(report));
            double megabytes = report.textBytes() / 1e6;
            double perCpuSecond = megabytes / report.run().cpuSeconds();
            figures.put("profile", profile.toString());
            figures.put("megabytesPerCpuSecond", Math.round(100 * perCpuSecond) / 100.0);
            figures.put(
                    "megabytesPerSecond",
                    Math.round(100 * megabytes / report.run().seconds()) / 100.0);
            if (json) {
                console.json(figures);
            } else {
                new BuildSummary(console).print(report, report.release());
                console.print(
                        "cli.bench-speed",
                        perCpuSecond,
                        megabytes / report.run().seconds());
            }
        }
        return ExitCode.DONE;
    }

    private BuildReport build(TaskT1 task) {
        try (ProgressView progress = new ProgressView(console)) {
            return Corpus.build(task.recipe(), task.release(), new BuildOptions(threads.count(), progress));
        }
    }
}
