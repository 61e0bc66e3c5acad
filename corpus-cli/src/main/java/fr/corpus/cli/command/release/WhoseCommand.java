package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.StaleNotice;
import fr.corpus.cli.command.console.StalenessOption;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.cli.command.registry.IdentifierOptions;
import fr.corpus.error.UserMessage;
import fr.corpus.identifier.Key;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.search.Answer;
import fr.corpus.search.Phrase;
import fr.corpus.search.Question;
import fr.corpus.search.ReleaseIndex;
import fr.corpus.search.ReleaseIndexer;
import fr.corpus.search.ReleaseSearch;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks releases whether a work, a phrase, a name, an address or an identifier is in them. */
@Command(name = "whose")
public final class WhoseCommand implements Callable<Integer> {

    private static final int MAX_HITS = 1000;

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Mixin
    StalenessOption stale = new StalenessOption();

    @Parameters(paramLabel = "DIR", arity = "1..*", descriptionKey = "whose.releases")
    List<Path> releases = List.of();

    @Option(names = "--work", paramLabel = "FILE", descriptionKey = "whose.work")
    @Nullable
    Path work;

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "whose.text")
    @Nullable
    String text;

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "whose.title")
    List<String> titles = List.of();

    @Option(names = "--author", paramLabel = "NAME", descriptionKey = "whose.author")
    List<String> authors = List.of();

    @Mixin
    IdentifierOptions identifiers = new IdentifierOptions();

    @Option(names = "--index", paramLabel = "DIR", descriptionKey = "whose.index")
    @Nullable
    Path index;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "whose.limit", defaultValue = "20")
    int limit;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    public WhoseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 1 || limit > MAX_HITS) {
            throw refused("cli.whose-limit", MAX_HITS, limit);
        }
        if (index != null && releases.size() > 1) {
            throw refused("cli.whose-one-index");
        }
        Question question = question();
        List<Answer> answers = new ArrayList<>();
        List<Map<String, Object>> objects = new ArrayList<>();
        WhoseView view = new WhoseView(console);
        for (Path release : releases) {
            Answer answer = ask(release, question);
            answers.add(answer);
            StaleNotice notice = stale.of(release, console);
            if (json) {
                Map<String, Object> object = new TreeMap<>(WhoseView.json(answer));
                notice.put(object);
                objects.add(object);
            } else {
                view.print(answer);
            }
        }
        if (json) {
            console.json(Map.of("found", answers.stream().anyMatch(Answer::isFound), "releases", objects));
        } else {
            view.limits(question);
        }
        return ExitCode.DONE;
    }

    private UsageError.Refused refused(String key, Object... arguments) {
        return new UsageError.Refused(spec.commandLine(), UserMessage.of(key, arguments));
    }

    private Question question() throws IOException {
        List<Key> keys = identifiers.keys();
        boolean nothing = work == null && text == null && keys.isEmpty() && titles.isEmpty() && authors.isEmpty();
        if (nothing) {
            throw refused("cli.whose-nothing");
        }
        Optional<WorkFingerprint> fingerprint =
                work == null ? Optional.empty() : Optional.of(WorkFingerprint.read(work));
        return new Question(
                fingerprint, keys, phrases(titles), phrases(authors), text == null ? List.of() : Phrase.parse(text));
    }

    private static List<Phrase> phrases(List<String> texts) {
        return texts.stream()
                .flatMap(each -> Phrase.parse(each.replace('"', ' ')).stream())
                .toList();
    }

    private Answer ask(Path release, Question question) throws IOException {
        Path beside = ReleaseIndexer.defaultDirectory(release);
        Optional<Path> used = index == null ? Optional.of(beside).filter(ReleaseIndex::exists) : Optional.of(index);
        try (ReleaseSearch search = ReleaseSearch.open(release, used)) {
            if (search.scans(question)) {
                console.note("cli.whose-scan", release.toString());
            }
            if (question.comparesEveryDocument()) {
                console.note("cli.whose-scan-short", release.toString());
            }
            return search.ask(question, limit, threads.count());
        }
    }
}
