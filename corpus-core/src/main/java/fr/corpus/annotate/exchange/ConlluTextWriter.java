package fr.corpus.annotate.exchange;

import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.conllu.ConlluToken;
import fr.corpus.annotate.conllu.ConlluWord;
import fr.corpus.annotate.conllu.ConlluWriter;
import fr.corpus.annotate.conllu.Misc;
import fr.corpus.annotate.tag.TagSet;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes CoNLL-U from which text and layers can be had back: white space other than one space is {@code SpacesAfter}, that
 * before the first token {@code SpacesBefore}, entities are {@code NER=B-PER} and so on. Words of a sentence hang flat from
 * its first word with the relation {@code dep}: the format asks for a tree, and none is claimed. Confined to one thread.
 */
final class ConlluTextWriter implements TextWriter {

    static final String LAYERS = "layers";
    static final String ENTITY = "NER=";
    static final String TERM = "Term=";
    static final String ENTRY = "Entry=";
    static final String NO_ENTRY = "NoEntry=Yes";
    static final String FORM = "WordForm=";

    private final StringBuilder out;
    private final Attributes misc = new Attributes();

    ConlluTextWriter(StringBuilder out) {
        this.out = out;
    }

    @Override
    public void write(AnnotatedText text, Place place) {
        TextParts parts = new TextParts(text);
        List<Token> tokens = text.layers().tokens().orElseThrow();
        String[] entities = Labels.tags(text, text.layers().entities().orElse(List.of()));
        String[] terms = Labels.tags(text, text.layers().terms().orElse(List.of()));
        String sentenceId = text.id().replaceAll("[\\s/]", "_");
        int[] number = {place.sentences()};
        parts.each((from, to) -> {
            List<String> comments = new ArrayList<>();
            if (from == 0 && place.isFirst()) {
                comments.add("# newdoc id = " + text.id());
                comments.add("# " + LAYERS + " = " + SaidLayers.of(text.layers()));
            }
            comments.add("# sent_id = " + sentenceId + "-" + ++number[0]);
            Tree tree = new Tree();
            List<ConlluToken> rows = new ArrayList<>(to - from);
            StringBuilder line = new StringBuilder("# text = ");
            for (int i = from; i < to; i++) {
                String form = parts.form(i);
                String after = parts.after(i);
                line.append(form).append(i + 1 < to && !after.isEmpty() ? " " : "");
                misc.clear();
                label(ENTITY, entities[i]);
                label(TERM, terms[i]);
                String space = Misc.ofSpaces(after);
                if (!space.equals(ConlluWord.NONE)) {
                    misc.add("", space);
                }
                if (i == 0 && !parts.before().isEmpty()) {
                    misc.add("", Misc.before(parts.before()));
                }
                rows.add(token(form, tokens.get(i).words(), tree));
            }
            comments.add(line.toString());
            ConlluWriter.write(new ConlluSentence(comments, rows, List.of()), out);
        });
    }

    private void label(String key, String tag) {
        if (!tag.equals(Labels.OUTSIDE)) {
            misc.add(key, Misc.escape(tag));
        }
    }

    /** The MISC column that is being put together. */
    private static final class Attributes {
        private final StringBuilder joined = new StringBuilder();

        void clear() {
            joined.setLength(0);
        }

        void add(String key, String value) {
            joined.append(joined.isEmpty() ? "" : "|").append(key).append(value);
        }

        String column() {
            return joined.isEmpty() ? ConlluWord.NONE : joined.toString();
        }
    }

    /** Gives each word its head: the first word of the sentence. */
    private static final class Tree {
        private boolean hasRoot;

        ConlluWord hang(String form, Word word, String misc) {
            boolean universal = TagSet.number(word.upos()) >= 0 && TagSet.number(word.upos()) < TagSet.ADP_DET;
            boolean foreign = !universal && !word.upos().isEmpty();
            ConlluWord hung = new ConlluWord(
                    form,
                    or(word.lemma()),
                    foreign ? "X" : or(word.upos()),
                    foreign ? word.upos() : ConlluWord.NONE,
                    or(word.features()),
                    hasRoot ? "1" : "0",
                    hasRoot ? "dep" : "root",
                    ConlluWord.NONE,
                    misc);
            hasRoot = true;
            return hung;
        }
    }

    private static String or(String value) {
        return value.isEmpty() ? ConlluWord.NONE : value;
    }

    private ConlluToken token(String form, List<Word> words, Tree tree) {
        if (words.size() < 2) {
            Word word = words.isEmpty() ? Word.of(form) : words.get(0);
            entry(word);
            if (!word.form().equals(form)) {
                misc.add(FORM, Misc.escape(word.form()));
            }
            return ConlluToken.of(tree.hang(form, word, misc.column()));
        }
        String ofToken = misc.column();
        List<ConlluWord> rows = new ArrayList<>();
        for (Word word : words) {
            misc.clear();
            entry(word);
            rows.add(tree.hang(word.form(), word, misc.column()));
        }
        return new ConlluToken(form, rows, true, ConlluWord.NONE, ofToken);
    }

    private void entry(Word word) {
        if (!word.entry().isEmpty() && !word.entry().equals(word.lemma())) {
            misc.add(ENTRY, Misc.escape(word.entry()));
        } else if (word.entry().isEmpty() && !word.lemma().isEmpty()) {
            misc.add("", NO_ENTRY);
        }
    }
}
