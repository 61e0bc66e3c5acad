package fr.corpus.cli.command.release;

import fr.corpus.Corpus;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.StaleNotice;
import fr.corpus.cli.command.console.StalenessOption;
import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import fr.corpus.release.Lookup;
import fr.corpus.release.ReleaseReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a release holds, or all that it knows of one document. */
@Command(name = "show")
public final class ShowCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    StalenessOption stale = new StalenessOption();

    @Parameters(paramLabel = "DIR", descriptionKey = "release")
    Path release = Path.of("");

    @Option(names = "--doc", paramLabel = "ID", descriptionKey = "doc")
    @Nullable
    String document;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    public ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ReleaseReader reader = Corpus.open(release);
        StaleNotice notice = stale.of(release, console);
        if (document != null) {
            showDocument(reader, document, notice);
        } else if (json) {
            Map<String, Object> object = new TreeMap<>(ManifestView.json(release, reader.manifest()));
            notice.put(object);
            console.json(object);
        } else {
            new ManifestView(console).print(release, reader.manifest());
        }
        return ExitCode.DONE;
    }

    private void showDocument(ReleaseReader reader, String query, StaleNotice notice) throws IOException {
        Lookup answer = reader.lookUp(query);
        if (answer instanceof Lookup.Found found) {
            HistoryView view = new HistoryView(console);
            if (json) {
                Map<String, Object> object = new TreeMap<>(HistoryView.json(found.history()));
                notice.put(object);
                console.json(object);
            } else {
                view.print(found.history());
            }
            return;
        }
        if (answer instanceof Lookup.Ambiguous several) {
            String ids = String.join("\n  ", several.ids()) + (several.more() ? "\n  …" : "");
            throw new EngineException(UserMessage.of("cli.several-documents", query, ids));
        }
        throw new EngineException(UserMessage.of("cli.no-document", query, release.toString()));
    }
}
