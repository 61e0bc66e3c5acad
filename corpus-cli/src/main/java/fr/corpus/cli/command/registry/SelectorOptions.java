package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.identifier.Ark;
import fr.corpus.identifier.AuthorName;
import fr.corpus.identifier.Doi;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Isni;
import fr.corpus.identifier.Issn;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.identifier.WebAddress;
import fr.corpus.optout.Selector;
import fr.corpus.optout.WorkFingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which works are meant: each option may be given several times. */
final class SelectorOptions {

    @Spec(Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--isbn", paramLabel = "ISBN", descriptionKey = "select.isbn")
    List<String> isbn = List.of();

    @Option(names = "--issn", paramLabel = "ISSN", descriptionKey = "select.issn")
    List<String> issn = List.of();

    @Option(names = "--doi", paramLabel = "DOI", descriptionKey = "select.doi")
    List<String> doi = List.of();

    @Option(names = "--ark", paramLabel = "ARK", descriptionKey = "select.ark")
    List<String> ark = List.of();

    @Option(names = "--isni", paramLabel = "ISNI", descriptionKey = "select.isni")
    List<String> isni = List.of();

    @Option(names = "--iscc", paramLabel = "ISCC", descriptionKey = "select.iscc")
    List<String> iscc = List.of();

    @Option(names = "--author", paramLabel = "NAME", descriptionKey = "select.author")
    List<String> author = List.of();

    @Option(names = "--url", paramLabel = "URL", descriptionKey = "select.url")
    List<String> url = List.of();

    @Option(names = "--host", paramLabel = "HOST", descriptionKey = "select.host")
    List<String> host = List.of();

    @Option(names = "--domain", paramLabel = "DOMAIN", descriptionKey = "select.domain")
    List<String> domain = List.of();

    @Option(names = "--work", paramLabel = "FILE", descriptionKey = "select.work")
    List<Path> work = List.of();

    /** Whether one was given. */
    boolean any() {
        return Stream.of(isbn, issn, doi, ark, isni, iscc, author, url, host, domain, work)
                .anyMatch(given -> !given.isEmpty());
    }

    /** The selectors, at least one. */
    List<Selector> selectors() throws IOException {
        List<Selector> selectors = new ArrayList<>();
        keys(selectors, "--isbn", isbn, text -> Isbn.find(text).map(Isbn::key));
        keys(selectors, "--issn", issn, text -> Issn.find(text).map(Issn::key));
        keys(selectors, "--doi", doi, text -> Doi.find(text).map(Doi::key));
        keys(selectors, "--ark", ark, text -> Ark.find(text).map(Ark::key));
        keys(selectors, "--isni", isni, text -> Isni.find(text).map(Isni::key));
        keys(selectors, "--author", author, text -> AuthorName.find(text).map(AuthorName::key));
        keys(selectors, "--domain", domain, SelectorOptions::domain);
        all(selectors, "--iscc", iscc, Selector::ofTextCode);
        all(selectors, "--url", url, Selector::ofUrl);
        all(selectors, "--host", host, Selector::ofHost);
        for (Path file : work) {
            selectors.add(new Selector.Work(WorkFingerprint.read(file)));
        }
        if (selectors.isEmpty()) {
            throw new UsageError.Refused(line(), UserMessage.of("cli.no-selector"));
        }
        if (selectors.size() > fr.corpus.optout.Declaration.MAX_SELECTORS) {
            throw new UsageError.Refused(
                    line(), UserMessage.of("cli.many-selectors", fr.corpus.optout.Declaration.MAX_SELECTORS));
        }
        return selectors;
    }

    private static Optional<Key> domain(String text) {
        return WebAddress.hostName(text)
                .filter(name -> name.indexOf('.') > 0)
                .map(name -> new Key(KeyType.DOMAIN, name));
    }

    private void keys(List<Selector> to, String option, List<String> values, Function<String, Optional<Key>> reader) {
        all(to, option, values, text -> reader.apply(text).map(Selector.Exact::new));
    }

    private void all(
            List<Selector> to,
            String option,
            List<String> values,
            Function<String, ? extends Optional<? extends Selector>> reader) {
        for (String value : values) {
            Optional<? extends Selector> selector = reader.apply(value);
            if (selector.isEmpty()) {
                throw new UsageError.Refused(line(), UserMessage.of("cli.bad-selector", option, value));
            }
            to.add(selector.get());
        }
    }

    private CommandLine line() {
        return spec.commandLine();
    }
}
