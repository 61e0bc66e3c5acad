package fr.corpus.annotate.exchange;

import fr.corpus.annotate.conllu.ConlluReader;
import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.conllu.ConlluToken;
import fr.corpus.annotate.conllu.ConlluWord;
import fr.corpus.annotate.conllu.Misc;
import fr.corpus.document.Word;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads annotated texts from CoNLL-U: a text for each {@code newdoc}, or one. Syntax, XPOS and other attributes of MISC are
 * passed over. Confined to one thread.
 */
final class ConlluTexts {

    private static final String NEW_DOCUMENT = "# newdoc";
    private static final String OURS = "# " + ConlluTextWriter.LAYERS + " = ";

    private final String name;
    private final List<AnnotatedText> texts = new ArrayList<>();
    private TextBuilder builder = new TextBuilder();
    private String id;
    private Optional<SaidLayers> said = Optional.empty();
    private boolean entities;

    private ConlluTexts(String name) {
        this.name = name;
        this.id = name;
    }

    /**
     * The texts of a file.
     *
     * @throws MalformedSourceException if it is no CoNLL-U, with the line
     */
    static List<AnnotatedText> read(String content, String name) {
        ConlluTexts reading = new ConlluTexts(name);
        try (BufferedReader lines = new BufferedReader(new StringReader(content))) {
            ConlluReader reader = new ConlluReader(lines, name);
            for (ConlluSentence next = reader.next(); next != null; next = reader.next()) {
                reading.add(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reading.finish();
        if (reading.texts.isEmpty()) {
            throw new MalformedSourceException(UserMessage.of("annotate.nothing-in-file", name));
        }
        return reading.texts;
    }

    private void add(ConlluSentence sentence) {
        for (String comment : sentence.comments()) {
            if (comment.startsWith(NEW_DOCUMENT)) {
                finish();
                int equals = comment.indexOf('=');
                id = equals < 0 ? name : comment.substring(equals + 1).strip();
            } else if (comment.startsWith(OURS)) {
                said = Optional.of(SaidLayers.parse(comment.substring(OURS.length())));
            }
        }
        for (ConlluToken token : sentence.tokens()) {
            if (builder.isEmpty()) {
                builder.space(Misc.attribute(token.misc(), "SpacesBefore=")
                        .map(Misc::unescape)
                        .orElse(""));
            }
            builder.token(
                    token.form(), words(token), tag(token, ConlluTextWriter.ENTITY), tag(token, ConlluTextWriter.TERM));
            builder.space(token.spacesAfter());
        }
        builder.endSentence();
    }

    private String tag(ConlluToken token, String key) {
        String tag = Misc.attribute(token.misc(), key).map(Misc::unescape).orElse(Labels.OUTSIDE);
        if (!Labels.isTag(tag)) {
            throw new MalformedSourceException(UserMessage.of("annotate.conllu-tag", name, token.form(), key + tag));
        }
        entities |= key.equals(ConlluTextWriter.ENTITY) && !tag.equals(Labels.OUTSIDE);
        return tag;
    }

    private boolean has(String layer) {
        return said.isPresent() && said.get().has(layer);
    }

    private List<Word> words(ConlluToken token) {
        if (said.isPresent() && !has(SaidLayers.WORDS)) {
            return List.of();
        }
        List<Word> words = new ArrayList<>();
        for (ConlluWord word : token.words()) {
            words.add(word(word, token.multiword()));
        }
        boolean bare = said.isEmpty() && !token.multiword() && words.get(0).equals(Word.of(token.form()));
        return bare ? List.of() : words;
    }

    private Word word(ConlluWord row, boolean multiword) {
        boolean foreign =
                said.isPresent() && row.upos().equals("X") && !row.xpos().equals(ConlluWord.NONE);
        String upos = foreign ? row.xpos() : value(row.upos());
        boolean literal = said.isEmpty() && row.form().equals(ConlluWord.NONE);
        String lemma = has(SaidLayers.LEMMA) || literal ? row.lemma() : value(row.lemma());
        String entry = row.misc().contains(ConlluTextWriter.NO_ENTRY)
                ? Word.UNSAID
                : Misc.attribute(row.misc(), ConlluTextWriter.ENTRY)
                        .map(Misc::unescape)
                        .orElse(lemma);
        String features = has(SaidLayers.FEATURES) ? row.feats() : value(row.feats());
        String form = multiword
                ? row.form()
                : Misc.attribute(row.misc(), ConlluTextWriter.FORM)
                        .map(Misc::unescape)
                        .orElse(row.form());
        return new Word(form, upos, lemma, entry, features);
    }

    private static String value(String column) {
        return column.equals(ConlluWord.NONE) ? Word.UNSAID : column;
    }

    private void finish() {
        if (!builder.isEmpty()) {
            texts.add(builder.build(id, entities || has(SaidLayers.ENTITIES), has(SaidLayers.TERMS)));
        }
        builder = new TextBuilder();
        said = Optional.empty();
        entities = false;
    }
}
