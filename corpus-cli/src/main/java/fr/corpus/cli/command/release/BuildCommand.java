package fr.corpus.cli.command.release;

import fr.corpus.Corpus;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.InterruptNotice;
import fr.corpus.cli.command.console.ProgressView;
import fr.corpus.cli.command.console.StaleNotice;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.BuildReport;
import fr.corpus.pipeline.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds the release that a recipe describes. */
@Command(name = "build")
public final class BuildCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Parameters(paramLabel = "${bundle:label.recipe}", descriptionKey = "recipe")
    Path recipe = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out")
    Path out = Path.of("");

    @Option(names = "--registry", paramLabel = "DIR", descriptionKey = "build.registry")
    @Nullable
    Path registry;

    @Mixin
    BroadOption broad = new BroadOption();

    @Option(names = "--index", descriptionKey = "build.index")
    boolean index;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "quiet")
    boolean quiet;

    public BuildCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> stale = staleSources();
        BuildReport report = build();
        if (index) {
            new IndexRun(console, quiet, threads.count()).make(out, Optional.empty());
        }
        if (json) {
            Map<String, Object> object = BuildJson.of(report);
            if (!stale.isEmpty()) {
                object.put("staleSources", stale.stream().map(Path::toString).toList());
            }
            console.json(object);
        } else {
            new BuildSummary(console).print(report, out);
        }
        return ExitCode.DONE;
    }

    /** Releases among the sources that are stale; each is told. */
    private List<Path> staleSources() throws IOException {
        List<Path> stale = new ArrayList<>();
        for (Path source : Corpus.releasesAmongSources(recipe)) {
            if (StaleNotice.of(source, Optional.ofNullable(registry), console).isStale()) {
                stale.add(source);
            }
        }
        return stale;
    }

    private BuildReport build() {
        InterruptNotice notice = InterruptNotice.announce(console);
        try (ProgressView progress = new ProgressView(console)) {
            ProgressListener listener = quiet ? ProgressListener.SILENT : progress;
            BuildOptions options =
                    BuildOptions.standard().withThreads(threads.count()).withListener(listener);
            Path honoured = registry;
            if (honoured != null) {
                options = options.withRegistry(Corpus.registry(honoured).with(broad.choice()));
            }
            return Corpus.build(recipe, out, options);
        } finally {
            notice.withdraw();
        }
    }
}
