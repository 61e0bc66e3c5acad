package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.contamination.ContaminationCheck;
import fr.corpus.eval.contamination.ContaminationReport;
import fr.corpus.eval.contamination.ItemPart;
import fr.corpus.eval.contamination.ItemScores;
import fr.corpus.eval.contamination.ScoreSplit;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.StoredPack;
import fr.corpus.release.ReleaseReader;
import fr.corpus.search.ReleaseIndexer;
import fr.corpus.search.ReleaseSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells which items of a pack stand in a release. */
@Command(name = "contamination")
final class EvalContaminationCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Option(names = "--pack", paramLabel = "PACK", required = true, descriptionKey = "contamination.pack")
    String pack = "";

    @Option(names = "--data", paramLabel = "FILE", descriptionKey = "contamination.data")
    List<Path> data = List.of();

    @Option(names = "--release", paramLabel = "DIR", required = true, descriptionKey = "release")
    Path release = Path.of("");

    @Option(names = "--index", paramLabel = "DIR", descriptionKey = "whose.index")
    @Nullable
    Path index;

    @Option(names = "--scores", paramLabel = "FILE", descriptionKey = "contamination.scores")
    @Nullable
    Path scores;

    @Option(names = "--parts", paramLabel = "PART", split = ",", descriptionKey = "contamination.parts")
    List<String> parts =
            Arrays.stream(ItemPart.Kind.values()).map(ItemPart.Kind::word).toList();

    @Option(names = "--min-share", paramLabel = "SHARE", descriptionKey = "contamination.min-share")
    double minShare = ContaminationCheck.LEAST_SHARE;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "contamination.limit")
    int limit = 20;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "contamination.seed")
    long seed = 12345;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    EvalContaminationCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!(minShare >= 0 && minShare <= 1) || limit < 0 || seed < 0) {
            throw refused("cli.contamination-range");
        }
        Set<ItemPart.Kind> kinds = kinds();
        StoredPack stored = PackCatalog.load().find(pack);
        List<PackItem> items = stored.items(data).items();
        Optional<ItemScores> read = scores == null
                ? Optional.empty()
                : Optional.of(
                        ItemScores.read(scores, items.stream().map(PackItem::id).collect(Collectors.toSet())));
        Path used = index == null ? ReleaseIndexer.defaultDirectory(release) : index;
        try (ReleaseSearch search = ReleaseSearch.open(release, Optional.of(used))) {
            ReleaseReader reader = ReleaseReader.open(release);
            ContaminationCheck check = new ContaminationCheck(reader, search);
            ContaminationReport report = new ContaminationReport(check.check(items, kinds, threads.count()), minShare);
            List<ScoreSplit> splits =
                    read.map(all -> ScoreSplit.of(report, all, seed)).orElse(List.of());
            ContaminationView view = new ContaminationView(
                    console,
                    stored,
                    reader,
                    report,
                    splits,
                    read.map(all -> items.size() - all.items().size()));
            if (json) {
                console.json(view.json(release, check.comparesSamples()));
            } else {
                view.print(release, limit, check.comparesSamples());
            }
        }
        return ExitCode.DONE;
    }

    private Set<ItemPart.Kind> kinds() {
        Set<ItemPart.Kind> kinds = EnumSet.noneOf(ItemPart.Kind.class);
        try {
            parts.forEach(part -> kinds.add(ItemPart.Kind.ofWord(part.strip())));
        } catch (IllegalArgumentException e) {
            throw refused("cli.contamination-parts", String.join(",", parts));
        }
        return kinds;
    }

    private UsageError.Refused refused(String key, Object... arguments) {
        return new UsageError.Refused(spec.commandLine(), UserMessage.of(key, arguments));
    }
}
