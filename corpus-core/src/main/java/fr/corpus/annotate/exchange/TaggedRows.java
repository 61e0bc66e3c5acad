package fr.corpus.annotate.exchange;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads tables of tokens with entity tags row by row, strictly. Confined to one thread.
 *
 * <p>HIPE (first line {@code TOKEN TAB …}; HIPE 2022 shared task, "Data format"): column NE-COARSE-LIT, a document for each
 * {@code document_id}, {@code NoSpaceAfter} and {@code EndOfLine} heeded. IOB: a token and, after white space, its tag in the
 * last column.
 */
public final class TaggedRows {

    private static final String DOCUMENT_ID = "document_id";

    private final String name;
    private final Taker taker;
    private int line;

    private TaggedRows(String name, Taker taker) {
        this.name = name;
        this.taker = taker;
    }

    /** Takes what the rows say, in order. */
    public interface Taker {

        /** A document of this id begins, after the end of a sentence. */
        void document(String id);

        /**
         * A token.
         *
         * @param tag {@code O}, or {@code B-} or {@code I-} and a label
         * @param after what stands between it and the next one of its sentence
         */
        void token(String form, String tag, String after);

        /** A sentence may end here; several ends may follow each other. */
        void endSentence();
    }

    /** Whether the first line is that of HIPE. */
    public static boolean isHipe(String content) {
        return content.startsWith(TableTextWriter.TOKEN + "\t");
    }

    /**
     * Reads tokens and tags; a blank line ends a sentence.
     *
     * @param name the file's name in messages
     * @throws MalformedSourceException if a line breaks the format
     */
    public static void iob(String content, String name, Taker taker) {
        TaggedRows reading = new TaggedRows(name, taker);
        for (String each : content.split("\n", -1)) {
            reading.line++;
            String row = each.strip();
            if (row.isEmpty()) {
                taker.endSentence();
                continue;
            }
            String[] cells = row.split("[ \t]+");
            if (cells.length < 2) {
                throw reading.broken("annotate.entity-cells");
            }
            reading.token(cells[0], cells[cells.length - 1], " ");
        }
    }

    /**
     * Reads HIPE 2022; an empty line or a comment ends a sentence.
     *
     * @param name the file's name in messages
     * @throws MalformedSourceException if a line breaks the format
     */
    public static void hipe(String content, String name, Taker taker) {
        TaggedRows reading = new TaggedRows(name, taker);
        String[] rows = content.split("\r?\n", -1);
        List<String> header = List.of(rows[0].split("\t"));
        int column = header.indexOf(TableTextWriter.ENTITY);
        if (!header.get(0).equals(TableTextWriter.TOKEN) || column < 0) {
            throw new MalformedSourceException(UserMessage.of(
                    "annotate.entity-column", name, column < 0 ? TableTextWriter.ENTITY : TableTextWriter.TOKEN));
        }
        for (int i = 1; i < rows.length; i++) {
            reading.line = i + 1;
            String row = rows[i];
            if (row.isEmpty() || row.startsWith("#") && row.indexOf('\t') < 0) {
                taker.endSentence();
                int document = row.indexOf(DOCUMENT_ID);
                if (document >= 0) {
                    taker.document(row.substring(row.indexOf('=', document) + 1).strip());
                }
                continue;
            }
            String[] cells = row.split("\t", -1);
            if (cells.length != header.size()) {
                throw reading.broken(
                        "annotate.entity-columns", Integer.toString(header.size()), Integer.toString(cells.length));
            }
            reading.token(cells[0], cells[column], after(cells[cells.length - 1]));
        }
    }

    private static String after(String misc) {
        if (misc.contains(TableTextWriter.END_OF_LINE)) {
            return "\n";
        }
        return misc.contains(TableTextWriter.NO_SPACE) ? "" : " ";
    }

    private void token(String form, String tag, String after) {
        if (form.isBlank()) {
            throw broken("annotate.entity-no-token");
        }
        String own = tag.equals("_") ? Labels.OUTSIDE : tag;
        if (!Labels.isTag(own)) {
            throw broken("annotate.entity-tag", tag);
        }
        taker.token(form, own, after);
    }

    private MalformedSourceException broken(String key, String... more) {
        List<Object> arguments = new ArrayList<>(List.of(name, Integer.toString(line)));
        arguments.addAll(List.of(more));
        return new MalformedSourceException(UserMessage.of(key, arguments.toArray()));
    }
}
