package fr.corpus.cli.command;

import fr.corpus.Corpus;
import fr.corpus.annotate.AnnotatedJson;
import fr.corpus.annotate.Layer;
import fr.corpus.annotate.TextAnnotator;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.release.ReleaseAnnotations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Annotates files of plain text and prints the result. */
@Command(name = "annotate")
final class AnnotateCommand implements Callable<Integer> {

    /** What is printed. */
    enum Format {
        CONLLU,
        JSONL,
        IOB,
        HIPE
    }

    private static final int FLUSH_CHARS = 1 << 16;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ModelOptions models = new ModelOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "texts")
    List<Path> files = List.of();

    @Option(names = "--layers", paramLabel = "NAME,…", descriptionKey = "layers", split = ",")
    List<String> layers = Layer.labels();

    @Option(names = "--to", paramLabel = "conllu|jsonl|iob|hipe", descriptionKey = "to")
    Format format = Format.CONLLU;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "annotate.out")
    @Nullable
    Path out;

    @Mixin
    ThreadsOption threads = new ThreadsOption();

    @Spec
    CommandSpec spec = CommandSpec.create();

    AnnotateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Set<Layer> wanted = wanted();
        if (out != null) {
            release(out, wanted);
            return ExitCode.DONE;
        }
        TextAnnotator annotator = models.annotator();
        for (Path file : files) {
            annotate(annotator, file, wanted);
        }
        return ExitCode.DONE;
    }

    private void release(Path folder, Set<Layer> wanted) throws IOException {
        if (files.size() != 1) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.annotate-one-release"));
        }
        ReleaseAnnotations.Written written = ReleaseAnnotations.write(
                Corpus.open(files.get(0)), folder, wanted, threads.count(), models::annotator, models.digests());
        console.print("cli.annotated", folder.toString(), written.documents(), written.files(), written.bytes());
    }

    private Set<Layer> wanted() {
        Set<Layer> wanted = EnumSet.noneOf(Layer.class);
        for (String name : layers) {
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

    private void annotate(TextAnnotator annotator, Path file, Set<Layer> wanted) throws IOException {
        String text = text(file);
        String id = String.valueOf(file.getFileName()).replaceAll("\\s", "_");
        StringBuilder out = new StringBuilder();
        if (format == Format.CONLLU) {
            annotator.writeConllu(id, text, wanted, out);
        } else if (format == Format.IOB) {
            annotator.writeIob(text, out);
        } else if (format == Format.HIPE) {
            annotator.writeHipe(id, text, file.equals(files.get(0)), out);
        } else {
            AnnotatedJson json = new AnnotatedJson(id, wanted, out);
            annotator.annotate(text, sentence -> {
                json.write(sentence);
                if (out.length() > FLUSH_CHARS) {
                    flush(out);
                }
            });
        }
        flush(out);
    }

    private void flush(StringBuilder out) {
        console.out().print(out);
        out.setLength(0);
    }

    private static String text(Path file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedSourceException(UserMessage.of("cli.text-not-utf8", file.toString()), e);
        }
    }
}
