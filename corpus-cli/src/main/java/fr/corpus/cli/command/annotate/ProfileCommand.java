package fr.corpus.cli.command.annotate;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.exchange.AnnotationRun;
import fr.corpus.annotate.profile.Profile;
import fr.corpus.annotate.term.LemmaFrequencies;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.ThreadsOption;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what texts speak of and how they are written: key terms, readability, lexical diversity. */
@Command(name = "profile")
public final class ProfileCommand implements Callable<Integer> {

    private static final int MOST_TERMS = 10_000;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ModelOptions models = new ModelOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "texts")
    List<Path> files = List.of();

    @Option(names = "--top", paramLabel = "N", descriptionKey = "profile.top")
    int top = 20;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** A command that speaks through this console. */
    public ProfileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (top < 0 || top > MOST_TERMS) {
            throw new UsageError.Refused(
                    spec.commandLine(), UserMessage.of("cli.profile-top", Integer.toString(top), MOST_TERMS));
        }
        LayerChain chain = LayerChain.of(EnumSet.of(Layer.POS, Layer.LEMMA), models.steps())
                .keepingAll();
        LemmaFrequencies reference = models.frequencies();
        Profile.Collector collector = new Profile.Collector(reference);
        try (TextInputs inputs = TextInputs.of(files, Optional.empty(), true, console)) {
            new AnnotationRun(chain, threads.count())
                    .texts(inputs::next, text -> collector.add(text.text(), text.layers()));
        }
        ProfileView view = new ProfileView(collector.profile(top), reference);
        if (json) {
            console.json(view.json());
        } else {
            view.print(console);
        }
        return ExitCode.DONE;
    }
}
