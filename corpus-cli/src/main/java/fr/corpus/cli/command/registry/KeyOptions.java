package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.identifier.AuthorName;
import fr.corpus.identifier.Key;
import fr.corpus.optout.WorkFingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a release is asked about: a work, and identifiers. */
public final class KeyOptions extends IdentifierOptions {

    @Option(names = "--work", paramLabel = "FILE", descriptionKey = "work")
    @Nullable
    Path work;

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "text")
    @Nullable
    String text;

    @Option(names = "--author", paramLabel = "NAME", descriptionKey = "author")
    List<String> authors = List.of();

    /** The work, when one is given by its file or its text. */
    public Optional<WorkFingerprint> work() throws IOException {
        if (work != null && text != null) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.prove-work-or-text"));
        }
        if (work != null) {
            return Optional.of(WorkFingerprint.read(work));
        }
        return Optional.ofNullable(text).map(WorkFingerprint::of);
    }

    @Override
    public List<Key> keys() {
        List<Key> keys = super.keys();
        authors.forEach(value ->
                keys.add(one("--author", value, name -> AuthorName.find(name).map(AuthorName::key))));
        return keys;
    }
}
