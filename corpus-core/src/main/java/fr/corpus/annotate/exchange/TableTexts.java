package fr.corpus.annotate.exchange;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.util.ArrayList;
import java.util.List;

/** Makes annotated texts of the rows of tables; the labels are kept as they are written. Confined to one thread. */
final class TableTexts {

    private final String name;
    private final List<AnnotatedText> texts = new ArrayList<>();
    private TextBuilder builder = new TextBuilder();
    private String id;

    private TableTexts(String name) {
        this.name = name;
        this.id = name;
    }

    /** The one text of a file of tokens, white space and tags; tokens are joined by one space, sentences by a line end. */
    static List<AnnotatedText> readIob(String content, String name) {
        TableTexts reading = new TableTexts(name);
        TaggedRows.iob(content, name, reading.new Rows() {
            private String space = "";

            @Override
            public void token(String form, String tag, String after) {
                reading.builder.space(space);
                reading.builder.token(form, List.of(), tag, null);
                space = after;
            }

            @Override
            public void endSentence() {
                super.endSentence();
                space = space.isEmpty() ? "" : "\n";
            }
        });
        return reading.finish();
    }

    /** The texts of a file of HIPE 2022. */
    static List<AnnotatedText> readHipe(String content, String name) {
        TableTexts reading = new TableTexts(name);
        TaggedRows.hipe(content, name, reading.new Rows() {
            @Override
            public void token(String form, String tag, String after) {
                reading.builder.token(form, List.of(), tag, null);
                reading.builder.space(after);
            }
        });
        return reading.finish();
    }

    /** What both tables do with sentences and documents. */
    private abstract class Rows implements TaggedRows.Taker {
        @Override
        public void endSentence() {
            builder.endSentence();
        }

        @Override
        public void document(String next) {
            close();
            id = next;
        }
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
