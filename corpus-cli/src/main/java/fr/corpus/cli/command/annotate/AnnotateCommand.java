package fr.corpus.cli.command.annotate;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.exchange.AnnotationRun;
import fr.corpus.annotate.exchange.Exchange;
import fr.corpus.annotate.exchange.Piece;
import fr.corpus.annotate.exchange.TextWriter;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.release.ReleaseAnnotations;
import fr.corpus.release.ReleaseReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Annotates texts or converts annotated ones: prints them, or writes their layers as Parquet. */
@Command(name = "annotate")
public final class AnnotateCommand implements Callable<Integer> {

    private static final String TEXT = "text";

    /** A release whose own layers are wanted. */
    private static final String RELEASE = "release";

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ModelOptions models = new ModelOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "texts")
    List<Path> files = List.of();

    @Option(names = "--layers", paramLabel = "NAME,…", descriptionKey = "layers", split = ",")
    @Nullable
    List<String> layers;

    @Option(names = "--from", paramLabel = "FORMAT", descriptionKey = "annotate.from")
    String from = TEXT;

    @Option(names = "--to", paramLabel = "FORMAT", descriptionKey = "to")
    String to = Exchange.CONLLU.label();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "annotate.out")
    @Nullable
    Path out;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Spec
    CommandSpec spec = CommandSpec.create();

    public AnnotateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean plain = from.equals(TEXT) || from.equals(RELEASE);
        Optional<Exchange> source = plain ? Optional.empty() : Optional.of(format(from));
        Exchange target = format(to);
        LayerChain chain = chain(!from.equals(TEXT), target);
        Path folder = out;
        if (folder != null) {
            write(folder, source, chain);
        } else {
            print(source, target, chain);
        }
        return ExitCode.DONE;
    }

    private LayerChain chain(boolean imported, Exchange target) {
        Set<Layer> wanted = wanted(imported);
        if (out == null && target.needsTokens()) {
            wanted.add(Layer.TOKENS);
        }
        LayerChain chain = LayerChain.of(wanted, models.steps());
        return imported ? chain.keepingAll() : chain;
    }

    private void write(Path folder, Optional<Exchange> source, LayerChain chain) throws IOException {
        Optional<Path> release = TextInputs.release(files);
        ReleaseAnnotations.Written written;
        if (release.isPresent() && from.equals(TEXT)) {
            written = ReleaseAnnotations.write(ReleaseReader.open(release.get()), folder, chain, threads.count());
        } else {
            try (TextInputs inputs = inputs(source)) {
                written = ReleaseAnnotations.write(inputs::next, folder, chain, threads.count());
            }
        }
        if (json) {
            console.json(Map.of(
                    "out",
                    folder.toString(),
                    "documents",
                    written.documents(),
                    "tokens",
                    written.tokens(),
                    "files",
                    (long) written.files(),
                    "bytes",
                    written.bytes()));
        } else {
            console.print(
                    "cli.annotated",
                    folder.toString(),
                    written.documents(),
                    written.tokens(),
                    written.files(),
                    written.bytes());
        }
    }

    private void print(Optional<Exchange> source, Exchange target, LayerChain chain) throws IOException {
        StringBuilder ends = new StringBuilder();
        TextWriter writer = target.writer(ends);
        writer.begin();
        try (TextInputs inputs = inputs(source)) {
            new AnnotationRun(chain, threads.count()).pieces(inputs::next, () -> printing(target), printed -> {
                console.out().append(ends).append(printed);
                ends.setLength(0);
            });
        }
        writer.finish();
        console.out().append(ends);
    }

    private static Function<Piece, CharSequence> printing(Exchange target) {
        return piece -> {
            StringBuilder out = new StringBuilder();
            target.writer(out).write(piece.text(), piece.place());
            return out;
        };
    }

    private TextInputs inputs(Optional<Exchange> source) throws IOException {
        return TextInputs.of(files, source, from.equals(RELEASE), console);
    }

    private Exchange format(String label) {
        int index = Exchange.labels().indexOf(label);
        if (index < 0) {
            throw new UsageError.Refused(
                    spec.commandLine(),
                    UserMessage.of("cli.unknown-exchange", label, String.join(", ", Exchange.labels())));
        }
        return Exchange.values()[index];
    }

    /** All layers but terms, which are many, or none for texts that come with theirs, unless the user says which. */
    private Set<Layer> wanted(boolean imported) {
        Set<Layer> wanted = EnumSet.noneOf(Layer.class);
        List<String> named = layers;
        if (named == null) {
            return imported ? wanted : EnumSet.complementOf(EnumSet.of(Layer.TERMS));
        }
        for (String name : named) {
            int index = Layer.labels().indexOf(name.strip());
            if (index < 0) {
                throw new UsageError.Refused(
                        spec.commandLine(),
                        UserMessage.of("cli.unknown-layer", name, String.join(", ", Layer.labels())));
            }
            wanted.add(Layer.values()[index]);
        }
        return wanted;
    }
}
