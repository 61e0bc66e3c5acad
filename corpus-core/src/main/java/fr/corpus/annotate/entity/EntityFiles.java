package fr.corpus.annotate.entity;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files of tokens with entity tags, strictly. Stateless.
 *
 * <p>HIPE (first line {@code TOKEN TAB …}; HIPE 2022 shared task, "Data format"): column NE-COARSE-LIT, a document for each
 * {@code document_id}, {@code NoSpaceAfter} and {@code EndOfLine} heeded. IOB: a token and, after white space, its tag in the
 * last column; a blank line ends a sentence. In both, {@code B-}, another type or {@code O} ends an entity, so that IOB1 and
 * IOB2 are both read.
 */
public final class EntityFiles {

    private static final String HIPE_START = "TOKEN\t";
    private static final String COLUMN = "NE-COARSE-LIT";
    private static final String DOCUMENT_ID = "document_id";

    private EntityFiles() {}

    /**
     * Reads a file.
     *
     * @throws MalformedSourceException if a line breaks the format, or nothing is in the file
     * @throws IOException if the file cannot be read
     */
    public static List<GoldText> read(Path file) throws IOException {
        String content;
        try {
            content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.entity-encoding", file.toString()), e);
        }
        return parse(content, file.toString());
    }

    /**
     * Reads the content of a file.
     *
     * @param name the file's name in messages
     * @throws MalformedSourceException if a line breaks the format, or nothing is in it
     */
    public static List<GoldText> parse(String content, String name) {
        String[] lines = content.split("\r?\n", -1);
        List<GoldText> texts = lines[0].startsWith(HIPE_START) ? hipe(lines, name) : iob(lines, name);
        if (texts.isEmpty()) {
            throw new MalformedSourceException(UserMessage.of("annotate.entity-nothing", name));
        }
        return texts;
    }

    private static List<GoldText> iob(String[] lines, String name) {
        GoldBuilder builder = new GoldBuilder(name);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty()) {
                builder.paragraph();
                continue;
            }
            String[] cells = line.split("[ \t]+");
            if (cells.length < 2) {
                throw new MalformedSourceException(
                        UserMessage.of("annotate.entity-cells", name, Integer.toString(i + 1)));
            }
            add(builder, cells[0], cells[cells.length - 1], " ", new Place(name, i + 1));
        }
        return builder.isEmpty() ? List.of() : List.of(builder.build());
    }

    private static List<GoldText> hipe(String[] lines, String name) {
        List<String> header = List.of(lines[0].split("\t"));
        int column = header.indexOf(COLUMN);
        if (column < 0) {
            throw new MalformedSourceException(UserMessage.of("annotate.entity-column", name, COLUMN));
        }
        List<GoldText> texts = new ArrayList<>();
        GoldBuilder builder = new GoldBuilder(name);
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i];
            if (line.isEmpty() || line.startsWith("#") && line.indexOf('\t') < 0) {
                builder.paragraph();
                int id = line.indexOf(DOCUMENT_ID);
                if (id >= 0) {
                    if (!builder.isEmpty()) {
                        texts.add(builder.build());
                    }
                    builder = new GoldBuilder(
                            line.substring(line.indexOf('=', id) + 1).strip());
                }
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != header.size()) {
                throw new MalformedSourceException(UserMessage.of(
                        "annotate.entity-columns",
                        name,
                        Integer.toString(i + 1),
                        Integer.toString(header.size()),
                        Integer.toString(cells.length)));
            }
            String misc = cells[cells.length - 1];
            String after = misc.contains("EndOfLine") ? "\n" : misc.contains("NoSpaceAfter") ? "" : " ";
            add(builder, cells[0], cells[column], after, new Place(name, i + 1));
        }
        if (!builder.isEmpty()) {
            texts.add(builder.build());
        }
        return texts;
    }

    private record Place(String file, int line) {}

    private static void add(GoldBuilder builder, String form, String tag, String after, Place place) {
        if (form.isBlank()) {
            throw new MalformedSourceException(
                    UserMessage.of("annotate.entity-no-token", place.file(), Integer.toString(place.line())));
        }
        if (tag.equals("O") || tag.equals("_")) {
            builder.token(form, false, "", after);
            return;
        }
        boolean begins = tag.startsWith("B-");
        if (!begins && !tag.startsWith("I-") || tag.length() == 2) {
            throw new MalformedSourceException(
                    UserMessage.of("annotate.entity-tag", place.file(), Integer.toString(place.line()), tag));
        }
        builder.token(form, begins, tag.substring(2), after);
    }
}
