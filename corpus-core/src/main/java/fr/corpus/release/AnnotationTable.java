package fr.corpus.release;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.SentenceView;
import fr.corpus.annotate.TextAnnotator;
import fr.corpus.annotate.entity.Entity;
import fr.corpus.document.Span;
import fr.corpus.internal.parquet.Column;
import fr.corpus.internal.parquet.RowOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The columns of the annotations of a release, and how a document becomes a row: docs/formats/annotations.md. Confined to one thread. */
final class AnnotationTable {

    private static final int ID = 0;
    private static final int SENTENCES = 2;
    private static final int TOKENS = 1;
    private static final int ENTITIES = 3;
    private static final int LABEL = 2;
    private static final int START = 0;
    private static final int END = 1;
    private static final int WORDS = 2;

    private static final int FORM = 0;
    private static final int UPOS = 1;
    private static final int LEMMA = 2;
    private static final int ENTRY = 3;
    private static final int FEATURES = 4;

    static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.list(
                            "tokens",
                            Column.struct(
                                    "element",
                                    List.of(
                                            Column.int32("start"),
                                            Column.int32("end"),
                                            Column.list("words", Column.struct("element", words())))))
                    .orNull(),
            Column.list("sentences", Column.struct("element", List.of(Column.int32("start"), Column.int32("end")))),
            Column.list(
                            "entities",
                            Column.struct(
                                    "element",
                                    List.of(Column.int32("start"), Column.int32("end"), Column.word("label"))))
                    .orNull());

    private final TextAnnotator annotator;
    private final Set<Layer> layers;

    AnnotationTable(TextAnnotator annotator, Set<Layer> layers) {
        this.annotator = annotator;
        this.layers = layers;
    }

    private static List<Column> words() {
        return List.of(
                Column.word("form"),
                Column.word("upos").orNull(),
                Column.word("lemma").orNull(),
                Column.word("entry").orNull(),
                Column.word("features").orNull());
    }

    /** Gives the fields of the row of a document. */
    void encode(ReleaseRow row, RowOutput out) {
        String text = row.document().text();
        out.text(ID, TableLayout.utf8(row.id().hex()));
        boolean tokens = layers.contains(Layer.TOKENS) || hasWords();
        List<Span> sentences = new ArrayList<>();
        List<Entity> entities = new ArrayList<>();
        Spans spans = new Spans(text);
        annotator.annotate(text, view -> {
            if (tokens && sentences.isEmpty()) {
                out.beginList(TOKENS);
            }
            int start = spans.at(view.start(0));
            int end = start;
            for (int i = 0; i < view.size(); i++) {
                int from = spans.at(view.start(i));
                end = spans.at(view.end(i));
                if (tokens) {
                    token(view, i, new Span(from, end), out);
                }
            }
            sentences.add(new Span(start, end));
            if (has(Layer.ENTITIES)) {
                entities.addAll(view.entities());
            }
        });
        if (tokens && sentences.isEmpty()) {
            out.emptyList(TOKENS);
        } else if (tokens) {
            out.endList(TOKENS);
        }
        sentences(sentences, out);
        if (has(Layer.ENTITIES)) {
            entities(text, entities, out);
        }
    }

    private static void entities(String text, List<Entity> entities, RowOutput out) {
        if (entities.isEmpty()) {
            out.emptyList(ENTITIES);
            return;
        }
        Spans spans = new Spans(text);
        out.beginList(ENTITIES);
        for (Entity entity : entities) {
            out.beginElement();
            out.beginStruct(0);
            out.int32(START, spans.at(entity.start()));
            out.int32(END, spans.at(entity.end()));
            out.text(LABEL, TableLayout.utf8(entity.type().name()));
            out.endStruct(0);
            out.endElement();
        }
        out.endList(ENTITIES);
    }

    private static void sentences(List<Span> sentences, RowOutput out) {
        if (sentences.isEmpty()) {
            out.emptyList(SENTENCES);
            return;
        }
        out.beginList(SENTENCES);
        for (Span sentence : sentences) {
            out.beginElement();
            out.beginStruct(0);
            out.int32(START, sentence.start());
            out.int32(END, sentence.end());
            out.endStruct(0);
            out.endElement();
        }
        out.endList(SENTENCES);
    }

    private boolean has(Layer layer) {
        return layers.contains(layer);
    }

    private boolean hasWords() {
        return has(Layer.WORDS) || has(Layer.POS) || has(Layer.LEMMA) || has(Layer.FEATURES);
    }

    private void token(SentenceView view, int index, Span span, RowOutput out) {
        out.beginElement();
        out.beginStruct(0);
        out.int32(START, span.start());
        out.int32(END, span.end());
        words(view, index, out);
        out.endStruct(0);
        out.endElement();
    }

    private void words(SentenceView view, int token, RowOutput out) {
        if (!hasWords()) {
            out.emptyList(WORDS);
            return;
        }
        out.beginList(WORDS);
        for (SentenceView.Word word : view.wordsOf(token)) {
            out.beginElement();
            out.beginStruct(0);
            out.text(FORM, TableLayout.utf8(word.form()));
            if (has(Layer.POS)) {
                out.text(UPOS, TableLayout.utf8(word.upos()));
            }
            if (has(Layer.LEMMA)) {
                out.text(LEMMA, TableLayout.utf8(word.morphology().lemma()));
                out.text(ENTRY, TableLayout.utf8(word.morphology().entry()));
            }
            if (has(Layer.FEATURES)) {
                out.text(FEATURES, TableLayout.utf8(word.morphology().features()));
            }
            out.endStruct(0);
            out.endElement();
        }
        out.endList(WORDS);
    }

    /** Code points of offsets that grow. */
    private static final class Spans {
        private final String text;
        private int measured;
        private int codePoints;

        Spans(String text) {
            this.text = text;
        }

        int at(int offset) {
            codePoints += text.codePointCount(measured, offset);
            measured = offset;
            return codePoints;
        }
    }
}
