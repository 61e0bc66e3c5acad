package fr.corpus.annotate.exchange;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads annotated texts from tables of tokens and entity tags, strictly; the labels are kept as they are written. An empty
 * line ends a sentence. Confined to one thread.
 */
final class TableTexts {

    private final String name;
    private final List<AnnotatedText> texts = new ArrayList<>();
    private TextBuilder builder = new TextBuilder();
    private String id;
    private int line;

    private TableTexts(String name) {
        this.name = name;
        this.id = name;
    }

    /** The one text of a file of tokens, white space and tags; tokens are joined by one space, sentences by a line end. */
    static List<AnnotatedText> readIob(String content, String name) {
        TableTexts reading = new TableTexts(name);
        String space = "";
        for (String each : content.split("\n", -1)) {
            reading.line++;
            String row = each.strip();
            if (row.isEmpty()) {
                reading.builder.endSentence();
                space = space.isEmpty() ? "" : "\n";
                continue;
            }
            String[] cells = row.split("[ \t]+");
            if (cells.length < 2) {
                throw reading.broken("annotate.entity-cells");
            }
            reading.builder.space(space);
            reading.token(cells[0], cells[cells.length - 1]);
            space = " ";
        }
        return reading.finish();
    }

    /** The texts of a file of HIPE 2022. */
    static List<AnnotatedText> readHipe(String content, String name) {
        TableTexts reading = new TableTexts(name);
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
                reading.builder.endSentence();
                int document = row.indexOf("document_id");
                if (document >= 0) {
                    reading.close();
                    reading.id = row.substring(row.indexOf('=', document) + 1).strip();
                }
                continue;
            }
            String[] cells = row.split("\t", -1);
            if (cells.length != header.size()) {
                throw reading.broken(
                        "annotate.entity-columns", Integer.toString(header.size()), Integer.toString(cells.length));
            }
            String misc = cells[cells.length - 1];
            reading.token(cells[0], cells[column]);
            reading.builder.space(
                    misc.contains(TableTextWriter.END_OF_LINE)
                            ? "\n"
                            : misc.contains(TableTextWriter.NO_SPACE) ? "" : " ");
        }
        return reading.finish();
    }

    private void token(String form, String tag) {
        if (form.isBlank()) {
            throw broken("annotate.entity-no-token");
        }
        String own = tag.equals("_") ? Labels.OUTSIDE : tag;
        if (!Labels.isTag(own)) {
            throw broken("annotate.entity-tag", tag);
        }
        builder.token(form, List.of(), own, null);
    }

    private MalformedSourceException broken(String key, String... more) {
        List<Object> arguments = new ArrayList<>(List.of(name, Integer.toString(line)));
        arguments.addAll(List.of(more));
        return new MalformedSourceException(UserMessage.of(key, arguments.toArray()));
    }

    private void close() {
        if (!builder.isEmpty()) {
            texts.add(builder.build(id, true, false));
        }
        builder = new TextBuilder();
    }

    private List<AnnotatedText> finish() {
        close();
        if (texts.isEmpty()) {
            throw new MalformedSourceException(UserMessage.of("annotate.entity-nothing", name));
        }
        return texts;
    }
}
