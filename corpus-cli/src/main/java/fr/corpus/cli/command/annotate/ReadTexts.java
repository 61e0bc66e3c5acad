package fr.corpus.cli.command.annotate;

import fr.corpus.cli.command.console.Console;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.read.Block;
import fr.corpus.read.BlockStream;
import fr.corpus.read.ReadResult;
import fr.corpus.read.Reader;
import fr.corpus.read.ReaderOptions;
import fr.corpus.read.Readers;
import fr.corpus.source.RawRecord;
import fr.corpus.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the text of files that a command line names: plain text of any encoding, TEI, ALTO or PAGE XML; compressed or not. */
final class ReadTexts {

    private static final int HEAD_CHARS = 4000;
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?(\\w[\\w.-]*)");

    private ReadTexts() {}

    /** A file as readers want it. */
    static SourceFile file(Path path) throws IOException {
        return new SourceFile("cli", path, path.toString(), Files.size(path));
    }

    /**
     * The text of a file.
     *
     * @throws MalformedSourceException if it cannot be read as text
     */
    static String of(Path path, Console console) throws IOException {
        return record(path, console).text();
    }

    /**
     * The same with what its reader has to say of it.
     *
     * @throws MalformedSourceException if it cannot be read as text
     */
    static RawRecord record(Path path, Console console) throws IOException {
        ReadResult found = first(path, "text");
        if (found instanceof ReadResult.Read read && isXml(path, read.record().text())) {
            found = first(path, format(read.record().text()));
        }
        if (found instanceof ReadResult.Malformed wrong) {
            throw new MalformedSourceException(UserMessage.of(
                    "cli.text-unreadable",
                    path.toString(),
                    console.text("read.reason." + wrong.reason()),
                    place(wrong)));
        }
        return ((ReadResult.Read) found).record();
    }

    private static String place(ReadResult.Malformed wrong) {
        return wrong.evidence().items().isEmpty()
                ? ""
                : wrong.evidence().items().stream()
                        .map(item -> item.name() + " = " + item.value().shown())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** The reader for XML with such a beginning; what is none of ours is tried as TEI. */
    private static String format(String text) {
        Matcher root = ROOT.matcher(head(text).replaceAll("(?s)<!--.*?(-->|$)", ""));
        return switch (root.find() ? root.group(1) : "") {
            case "alto" -> "alto";
            case "PcGts" -> "page";
            default -> "tei";
        };
    }

    private static String head(String text) {
        return text.substring(0, Math.min(text.length(), HEAD_CHARS));
    }

    private static boolean isXml(Path path, String text) {
        String head = head(text);
        return head.startsWith("<?xml")
                || !format(text).equals("tei")
                || head.contains("<TEI")
                        && String.valueOf(path.getFileName())
                                .toLowerCase(Locale.ROOT)
                                .contains(".xml");
    }

    /** Whether the bytes of a file start as XML does. */
    static boolean isXml(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        return head.replaceFirst("^\u00EF\u00BB\u00BF", "").startsWith("<?xml");
    }

    private static ReadResult first(Path path, String format) throws IOException {
        SourceFile file = file(path);
        Reader reader = Readers.of(format, ReaderOptions.DEFAULT);
        ReadResult[] results = new ReadResult[1];
        try (BlockStream blocks = reader.open(file)) {
            for (Optional<Block> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                reader.parse(file, block.get(), result -> results[0] = results[0] == null ? result : results[0]);
            }
        }
        return results[0];
    }
}
