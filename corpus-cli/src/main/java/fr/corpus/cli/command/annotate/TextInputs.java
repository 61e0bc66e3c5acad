package fr.corpus.cli.command.annotate;

import fr.corpus.annotate.exchange.AnnotatedText;
import fr.corpus.annotate.exchange.Exchange;
import fr.corpus.cli.command.console.Console;
import fr.corpus.document.Annotations;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a command line names, one after the other: files, all files below a directory in the order of their names,
 * documents of a release, standard input for {@code -}. Confined to one thread.
 */
public final class TextInputs implements Closeable {

    private static final String STANDARD_INPUT = "-";

    private final Deque<Input> inputs;
    private final Optional<Exchange> format;
    private final boolean withLayers;
    private final Console console;
    private final Deque<AnnotatedText> read = new ArrayDeque<>();
    private @Nullable RowStream<ReleaseRow> rows;

    /** A file and what its text is called. */
    private record Input(Path path, String id) {}

    private TextInputs(Deque<Input> inputs, Optional<Exchange> format, boolean withLayers, Console console) {
        this.withLayers = withLayers;
        this.inputs = inputs;
        this.format = format;
        this.console = console;
    }

    /**
     * The texts of these files.
     *
     * @param format that of annotated texts; empty for plain text, TEI and releases
     * @param withLayers whether documents of releases come with the layers that they have there
     */
    public static TextInputs of(List<Path> paths, Optional<Exchange> format, boolean withLayers, Console console)
            throws IOException {
        Deque<Input> inputs = new ArrayDeque<>();
        for (Path path : paths) {
            if (Files.isDirectory(path) && !isRelease(path)) {
                inputs.addAll(below(path));
            } else {
                inputs.add(new Input(path, path.toString().equals(STANDARD_INPUT) ? "stdin" : name(path)));
            }
        }
        return new TextInputs(inputs, format, withLayers, console);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static List<Input> below(Path directory) throws IOException {
        List<Input> found = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            walk.filter(Files::isRegularFile)
                    .filter(file -> !name(file).startsWith("."))
                    .map(file -> new Input(
                            file, directory.relativize(file).toString().replace('\\', '/')))
                    .sorted((a, b) -> a.id().compareTo(b.id()))
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            throw new MalformedSourceException(UserMessage.of("cli.directory-empty", directory.toString()));
        }
        return found;
    }

    /** The release that is the only input, if it is one. */
    static Optional<Path> release(List<Path> paths) {
        return paths.size() == 1 && isRelease(paths.get(0)) ? Optional.of(paths.get(0)) : Optional.empty();
    }

    private static boolean isRelease(Path path) {
        return Files.isRegularFile(path.resolve("manifest.json")) && Files.isDirectory(path.resolve("data"));
    }

    /** The next text, or empty after the last. */
    public Optional<AnnotatedText> next() throws IOException {
        while (true) {
            if (!read.isEmpty()) {
                return Optional.of(read.remove());
            }
            Optional<AnnotatedText> document = document();
            if (document.isPresent()) {
                return document;
            }
            if (inputs.isEmpty()) {
                return Optional.empty();
            }
            open(inputs.remove());
        }
    }

    private Optional<AnnotatedText> document() throws IOException {
        RowStream<ReleaseRow> open = rows;
        if (open == null) {
            return Optional.empty();
        }
        Optional<ReleaseRow> row = open.next();
        if (row.isEmpty()) {
            close();
        }
        return row.map(found -> new AnnotatedText(
                found.id().hex(),
                found.document().text(),
                withLayers ? found.document().annotations() : Annotations.NONE));
    }

    private void open(Input input) throws IOException {
        if (isRelease(input.path())) {
            ReleaseReader release = ReleaseReader.open(input.path());
            rows = withLayers ? release.data() : release.texts();
            return;
        }
        byte[] bytes = input.path().toString().equals(STANDARD_INPUT)
                ? System.in.readAllBytes()
                : Files.readAllBytes(input.path());
        if (format.isPresent()) {
            read.addAll(format.get().read(bytes, input.id()));
        } else {
            read.add(new AnnotatedText(input.id(), text(input, bytes), Annotations.NONE));
        }
    }

    private String text(Input input, byte[] bytes) throws IOException {
        if (ReadTexts.isXml(bytes) && !input.path().toString().equals(STANDARD_INPUT)) {
            return ReadTexts.of(input.path(), console);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedSourceException(
                    UserMessage.of("cli.text-not-utf8", input.path().toString()), e);
        }
    }

    @Override
    public void close() throws IOException {
        RowStream<ReleaseRow> open = rows;
        rows = null;
        if (open != null) {
            open.close();
        }
    }
}
