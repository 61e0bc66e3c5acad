package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.StaleNotice;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.search.ReleaseIndexer;
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
import picocli.CommandLine.Parameters;

/** Makes the index of a release. */
@Command(name = "index")
public final class IndexCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Parameters(paramLabel = "DIR", descriptionKey = "release")
    Path release = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "index.out")
    @Nullable
    Path out;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "quiet")
    boolean quiet;

    public IndexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        IndexRun.Result result = new IndexRun(console, quiet, threads.count()).make(release, Optional.ofNullable(out));
        StaleNotice notice = StaleNotice.of(release, Optional.empty(), console);
        ReleaseIndexer.Made made = result.made();
        if (json) {
            Map<String, Object> object = new TreeMap<>();
            object.put("release", release.toString());
            object.put("index", made.directory().toString());
            object.put("documents", made.documents());
            object.put("bytes", made.bytes());
            object.put("fresh", result.fresh());
            notice.put(object);
            console.json(object);
        } else {
            console.print(
                    result.fresh() ? "cli.index-made" : "cli.index-stands",
                    made.directory().toString(),
                    made.documents(),
                    made.bytes());
        }
        return ExitCode.DONE;
    }
}
