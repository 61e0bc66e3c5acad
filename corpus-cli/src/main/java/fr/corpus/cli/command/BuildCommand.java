package fr.corpus.cli.command;

import fr.corpus.Corpus;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.BuildReport;
import fr.corpus.pipeline.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds the release that a recipe describes. */
@Command(name = "build")
final class BuildCommand implements Callable<Integer> {

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

    @Option(names = "--index", descriptionKey = "build.index")
    boolean index;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "quiet")
    boolean quiet;

    BuildCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        BuildReport report = build();
        if (index) {
            new IndexRun(console, quiet, threads.count()).make(out, Optional.empty());
        }
        if (json) {
            console.json(BuildJson.of(report));
        } else {
            new BuildSummary(console).print(report, out);
        }
        return ExitCode.DONE;
    }

    private BuildReport build() {
        InterruptNotice notice = InterruptNotice.announce(console);
        try (ProgressView progress = new ProgressView(console)) {
            ProgressListener listener = quiet ? ProgressListener.SILENT : progress;
            BuildOptions options =
                    BuildOptions.standard().withThreads(threads.count()).withListener(listener);
            Path honoured = registry;
            if (honoured != null) {
                options = options.withRegistry(Corpus.registry(honoured));
            }
            return Corpus.build(recipe, out, options);
        } finally {
            notice.withdraw();
        }
    }
}
