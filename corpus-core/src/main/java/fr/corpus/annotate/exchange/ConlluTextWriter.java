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
import java.util.StringJoiner;

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
            comments.add("# text = " + line(parts, from, to));
            Tree tree = new Tree();
            List<ConlluToken> rows = new ArrayList<>();
            for (int i = from; i < to; i++) {
                StringJoiner misc = new StringJoiner("|");
                label(misc, ENTITY, entities[i]);
                label(misc, TERM, terms[i]);
                String space = Misc.ofSpaces(parts.after(i));
                if (!space.equals(ConlluWord.NONE)) {
                    misc.add(space);
                }
                if (i == 0 && !parts.before().isEmpty()) {
                    misc.add(Misc.before(parts.before()));
                }
                rows.add(token(parts.form(i), tokens.get(i).words(), misc, tree));
            }
            ConlluWriter.write(new ConlluSentence(comments, rows, List.of()), out);
        });
    }

    private static void label(StringJoiner misc, String key, String tag) {
        if (!tag.equals(Labels.OUTSIDE)) {
            misc.add(key + Misc.escape(tag));
        }
    }

    /** The sentence on one line: white space inside it becomes one space. */
    private static String line(TextParts parts, int from, int to) {
        StringBuilder line = new StringBuilder();
        for (int i = from; i < to; i++) {
            line.append(parts.form(i));
            if (i + 1 < to && !parts.after(i).isEmpty()) {
                line.append(' ');
            }
        }
        return line.toString();
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

    private static ConlluToken token(String form, List<Word> words, StringJoiner misc, Tree tree) {
        if (words.size() < 2) {
            Word word = words.isEmpty() ? Word.of(form) : words.get(0);
            entry(word, misc);
            if (!word.form().equals(form)) {
                misc.add(FORM + Misc.escape(word.form()));
            }
            return ConlluToken.of(tree.hang(form, word, misc(misc)));
        }
        List<ConlluWord> rows = new ArrayList<>();
        for (Word word : words) {
            StringJoiner own = new StringJoiner("|");
            entry(word, own);
            rows.add(tree.hang(word.form(), word, misc(own)));
        }
        return new ConlluToken(form, rows, true, ConlluWord.NONE, misc(misc));
    }

    private static void entry(Word word, StringJoiner misc) {
        if (!word.entry().isEmpty() && !word.entry().equals(word.lemma())) {
            misc.add(ENTRY + Misc.escape(word.entry()));
        } else if (word.entry().isEmpty() && !word.lemma().isEmpty()) {
            misc.add(NO_ENTRY);
        }
    }

    private static String misc(StringJoiner misc) {
        return misc.length() == 0 ? ConlluWord.NONE : misc.toString();
    }
}
