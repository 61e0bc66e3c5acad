package fr.corpus.release;

import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.Span;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.CanonicalJson.Key;
import fr.corpus.internal.parquet.Column;
import fr.corpus.internal.parquet.RowOutput;
import fr.corpus.internal.parquet.RowValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The columns of the layers of annotation, the same in a release and in annotations beside one: docs/formats/annotations.md.
 * Confined to one thread.
 */
final class LayerColumns {

    /** Words that rows share are kept once; more different ones than this are forgotten and begun again. */
    private static final int MOST_WORDS = 1 << 16;

    private static final Key END = Key.of("end");
    private static final Key ENTITIES = Key.of("entities");
    private static final Key ENTRY = Key.of("entry");
    private static final Key FEATURES = Key.of("features");
    private static final Key FORM = Key.of("form");
    private static final Key LABEL = Key.of("label");
    private static final Key LEMMA = Key.of("lemma");
    private static final Key SENTENCES = Key.of("sentences");
    private static final Key START = Key.of("start");
    private static final Key TERMS = Key.of("terms");
    private static final Key TOKENS = Key.of("tokens");
    private static final Key UPOS = Key.of("upos");
    private static final Key WORDS = Key.of("words");

    private final Map<List<Word>, List<Word>> known = new HashMap<>();

    /** The column of sentences. */
    static Column sentenceColumn() {
        return Column.list("sentences", Column.struct("element", List.of(Column.int32("start"), Column.int32("end"))))
                .orNull();
    }

    /** The columns of all other layers, in order: tokens, entities, terms. A file has all of them or none. */
    static List<Column> richColumns() {
        Column words = Column.list(
                "words",
                Column.struct(
                        "element",
                        List.of(
                                Column.word("form"),
                                Column.word("upos").orNull(),
                                Column.word("lemma").orNull(),
                                Column.word("entry").orNull(),
                                Column.word("features").orNull())));
        Column token = Column.struct("element", List.of(Column.int32("start"), Column.int32("end"), words));
        return List.of(
                Column.list("tokens", token).orNull(),
                Column.list("entities", mention()).orNull(),
                Column.list("terms", mention()).orNull());
    }

    private static Column mention() {
        return Column.struct("element", List.of(Column.int32("start"), Column.int32("end"), Column.word("label")));
    }

    /** Gives the sentences as a column of this number. */
    static void encodeSentences(Annotations layers, int column, RowOutput out) {
        layers.sentences()
                .ifPresent(spans -> list(spans, column, out, span -> {
                    out.int32(0, span.start());
                    out.int32(1, span.end());
                }));
    }

    /** Gives the other layers as columns from this number on. */
    static void encodeRich(Annotations layers, int column, RowOutput out) {
        layers.tokens()
                .ifPresent(tokens -> list(tokens, column, out, token -> {
                    out.int32(0, token.start());
                    out.int32(1, token.end());
                    list(token.words(), 2, out, word -> encode(word, out));
                }));
        encode(layers.entities(), column + 1, out);
        encode(layers.terms(), column + 2, out);
    }

    private static void encode(Optional<List<Mention>> mentions, int column, RowOutput out) {
        mentions.ifPresent(list -> list(list, column, out, mention -> {
            out.int32(0, mention.start());
            out.int32(1, mention.end());
            out.text(2, TableLayout.utf8(mention.label()));
        }));
    }

    private static void encode(Word word, RowOutput out) {
        out.text(0, TableLayout.utf8(word.form()));
        said(1, word.upos(), out);
        said(2, word.lemma(), out);
        said(3, word.entry(), out);
        said(4, word.features(), out);
    }

    private static void said(int field, String value, RowOutput out) {
        if (!value.isEmpty()) {
            out.text(field, TableLayout.utf8(value));
        }
    }

    private static <T> void list(List<T> elements, int column, RowOutput out, Consumer<T> fields) {
        if (elements.isEmpty()) {
            out.emptyList(column);
            return;
        }
        out.beginList(column);
        for (T element : elements) {
            out.beginElement();
            out.beginStruct(0);
            fields.accept(element);
            out.endStruct(0);
            out.endElement();
        }
        out.endList(column);
    }

    /**
     * The layers of a row.
     *
     * @param sentences number of the column of sentences
     * @param rich number of the first of the other columns
     */
    Annotations decode(RowValues row, int sentences, int rich) {
        return new Annotations(
                optional(row, sentences)
                        .map(list -> list.stream()
                                .map(span -> new Span(span.int32(0), span.int32(1)))
                                .toList()),
                optional(row, rich).map(list -> list.stream().map(this::token).toList()),
                optional(row, rich + 1).map(LayerColumns::mentions),
                optional(row, rich + 2).map(LayerColumns::mentions));
    }

    private static Optional<List<RowValues>> optional(RowValues row, int column) {
        return row.isNull(column) ? Optional.empty() : Optional.of(row.structs(column));
    }

    private static List<Mention> mentions(List<RowValues> list) {
        return list.stream()
                .map(mention -> new Mention(mention.int32(0), mention.int32(1), mention.text(2)))
                .toList();
    }

    private Token token(RowValues token) {
        List<Word> words = new ArrayList<>(1);
        for (RowValues word : token.structs(2)) {
            words.add(new Word(word.text(0), text(word, 1), text(word, 2), text(word, 3), text(word, 4)));
        }
        if (known.size() >= MOST_WORDS) {
            known.clear();
        }
        List<Word> kept = List.copyOf(words);
        List<Word> before = known.putIfAbsent(kept, kept);
        return new Token(token.int32(0), token.int32(1), before == null ? kept : before);
    }

    private static String text(RowValues word, int field) {
        return word.isNull(field) ? Word.UNSAID : word.text(field);
    }

    /** Writes sentences into an open object, in the place of their key. */
    static void sentencesJson(Annotations layers, CanonicalJson out) {
        layers.sentences()
                .ifPresent(spans -> array(SENTENCES, spans, out, span -> {
                    out.key(END).number(span.end());
                    out.key(START).number(span.start());
                }));
    }

    /** Writes entities into an open object, in the place of their key. */
    static void entitiesJson(Annotations layers, CanonicalJson out) {
        layers.entities().ifPresent(entities -> mentionsJson(ENTITIES, entities, out));
    }

    /** Writes key terms into an open object, in the place of their key. */
    static void termsJson(Annotations layers, CanonicalJson out) {
        layers.terms().ifPresent(terms -> mentionsJson(TERMS, terms, out));
    }

    /** Writes tokens into an open object, in the place of their key. */
    static void tokensJson(Annotations layers, CanonicalJson out) {
        layers.tokens()
                .ifPresent(tokens -> array(TOKENS, tokens, out, token -> {
                    out.key(END).number(token.end());
                    out.key(START).number(token.start());
                    array(WORDS, token.words(), out, word -> {
                        said(ENTRY, word.entry(), out);
                        said(FEATURES, word.features(), out);
                        out.key(FORM).string(word.form());
                        said(LEMMA, word.lemma(), out);
                        said(UPOS, word.upos(), out);
                    });
                }));
    }

    private static void mentionsJson(Key key, List<Mention> mentions, CanonicalJson out) {
        array(key, mentions, out, mention -> {
            out.key(END).number(mention.end());
            out.key(LABEL).string(mention.label());
            out.key(START).number(mention.start());
        });
    }

    private static void said(Key key, String value, CanonicalJson out) {
        if (!value.isEmpty()) {
            out.key(key).string(value);
        }
    }

    private static <T> void array(Key key, List<T> elements, CanonicalJson out, Consumer<T> fields) {
        out.key(key).beginArray();
        for (T element : elements) {
            out.beginObject();
            fields.accept(element);
            out.endObject();
        }
        out.endArray();
    }
}
