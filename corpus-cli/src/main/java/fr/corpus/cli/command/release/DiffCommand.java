package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.StaleNotice;
import fr.corpus.cli.command.console.StalenessOption;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.release.Change;
import fr.corpus.release.ReleaseChanges;
import fr.corpus.release.ReleaseDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what entered, left and changed between two releases, and why. */
@Command(name = "diff")
public final class DiffCommand implements Callable<Integer> {

    private static final int MAX_LIMIT = 1_000_000;

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    StalenessOption stale = new StalenessOption();

    @Parameters(index = "0", paramLabel = "A", descriptionKey = "diff.before")
    Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "B", descriptionKey = "diff.after")
    Path after = Path.of("");

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit")
    int limit = 20;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    public DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0 || limit > MAX_LIMIT) {
            throw new UsageError.Refused(
                    spec.commandLine(),
                    UserMessage.of("cli.limit-range", String.valueOf(MAX_LIMIT), String.valueOf(limit)));
        }
        List<Change> listed = new ArrayList<>();
        ReleaseChanges changes = ReleaseDiff.between(before, after, change -> {
            if (listed.size() < limit) {
                listed.add(change);
            }
        });
        StaleNotice old = stale.of(before, console);
        StaleNotice next = stale.of(after, console);
        if (json) {
            Map<String, Object> object = json(changes, listed);
            object.put("before", side(before, changes.before().roots().data().hex(), old));
            object.put("after", side(after, changes.after().roots().data().hex(), next));
            console.json(object);
        } else {
            new ChangesView(console).print(changes, listed);
        }
        return ExitCode.DONE;
    }

    private Map<String, Object> json(ReleaseChanges changes, List<Change> listed) {
        Map<String, Object> object = new TreeMap<>();
        object.put("entered", changes.entered());
        object.put("left", changes.left());
        object.put("changed", changes.changed());
        object.put("same", changes.same());
        object.put("enteredBecause", changes.enteredBecause());
        object.put("leftBecause", changes.leftBecause());
        object.put("changes", listed.stream().map(ChangesView::json).toList());
        return object;
    }

    private static Map<String, Object> side(Path release, String root, StaleNotice notice) {
        Map<String, Object> side = new TreeMap<>(Map.of("release", release.toString(), "root", root));
        notice.put(side);
        return side;
    }
}
