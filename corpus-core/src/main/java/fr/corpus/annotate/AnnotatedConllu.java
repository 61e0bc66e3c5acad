package fr.corpus.annotate;

import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.conllu.ConlluToken;
import fr.corpus.annotate.conllu.ConlluWord;
import fr.corpus.annotate.conllu.ConlluWriter;
import fr.corpus.annotate.conllu.Misc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes annotated text as CoNLL-U from which the text can be had back: white space other than one space is kept as {@code
 * SpacesAfter}, that before the first token of the text as {@code SpacesBefore}; entities are {@code NER=B-PER} and so on. Words of a sentence hang flat from its first
 * word with the relation {@code dep}: the format asks for a tree, and none is claimed. Confined to one thread.
 */
public final class AnnotatedConllu {

    private final String id;
    private final Set<Layer> layers;
    private final StringBuilder out;
    private int sentences;

    /**
     * A document to write.
     *
     * @param id its name, without line ends
     * @param layers what to write; other columns hold {@code _}
     * @param out where to
     */
    public AnnotatedConllu(String id, Set<Layer> layers, StringBuilder out) {
        this.id = id;
        this.layers = Set.copyOf(layers);
        this.out = out;
    }

    /**
     * Appends a sentence.
     *
     * @param nextStart where the next sentence of the text starts, or the length of the text
     */
    public void write(SentenceView view, int nextStart) {
        List<String> comments = new ArrayList<>();
        if (sentences == 0) {
            comments.add("# newdoc id = " + id);
        }
        comments.add("# sent_id = " + id + "-" + ++sentences);
        comments.add("# text = " + line(view));
        List<ConlluToken> tokens = new ArrayList<>(view.size());
        String[] entities = layers.contains(Layer.ENTITIES) ? EntityTags.of(view) : new String[0];
        for (int i = 0; i < view.size(); i++) {
            int next = i + 1 < view.size() ? view.start(i + 1) : nextStart;
            String misc = Misc.ofSpaces(view.text().substring(view.end(i), next));
            if (sentences == 1 && i == 0 && view.start(0) > 0) {
                String before = Misc.before(view.text().substring(0, view.start(0)));
                misc = misc.equals(ConlluWord.NONE) ? before : misc + "|" + before;
            }
            if (entities.length > 0 && !entities[i].equals(EntityTags.OUTSIDE)) {
                misc = join("NER=" + entities[i], misc);
            }
            tokens.add(token(view, i, misc));
        }
        ConlluWriter.write(new ConlluSentence(comments, tree(tokens), List.of()), out);
    }

    /** The sentence on one line: a line end inside it becomes a space. */
    private static String line(SentenceView view) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < view.size(); i++) {
            line.append(view.form(i));
            if (i + 1 < view.size() && view.end(i) < view.start(i + 1)) {
                line.append(' ');
            }
        }
        return line.toString();
    }

    private ConlluToken token(SentenceView view, int index, String misc) {
        String form = view.form(index);
        boolean words = layers.contains(Layer.WORDS) || layers.contains(Layer.POS) || layers.contains(Layer.LEMMA);
        if (!words && view.isMultiword(index)) {
            return ConlluToken.of(word(form, new String[] {"_", "_", "_"}, misc));
        }
        List<ConlluWord> made = new ArrayList<>();
        for (SentenceView.Word word : view.wordsOf(index)) {
            String[] columns = {
                layers.contains(Layer.LEMMA) ? word.morphology().lemma() : "_",
                layers.contains(Layer.POS) ? word.upos() : "_",
                layers.contains(Layer.FEATURES) ? word.morphology().features() : "_"
            };
            String extra = layers.contains(Layer.LEMMA)
                            && !word.morphology()
                                    .entry()
                                    .equals(word.morphology().lemma())
                    ? "Entry=" + word.morphology().entry()
                    : "_";
            String own = view.isMultiword(index) ? extra : join(extra, misc);
            made.add(word(made.isEmpty() && !view.isMultiword(index) ? form : word.form(), columns, own));
        }
        return new ConlluToken(
                form,
                made,
                view.isMultiword(index),
                "_",
                view.isMultiword(index) ? misc : made.get(0).misc());
    }

    private static String join(String a, String b) {
        return a.equals("_") ? b : b.equals("_") ? a : a + "|" + b;
    }

    private static ConlluWord word(String form, String[] columns, String misc) {
        return new ConlluWord(form, columns[0], columns[1], "_", columns[2], "_", "_", "_", misc);
    }

    private static List<ConlluToken> tree(List<ConlluToken> tokens) {
        List<ConlluToken> hung = new ArrayList<>(tokens.size());
        boolean root = true;
        for (ConlluToken token : tokens) {
            List<ConlluWord> words = new ArrayList<>();
            for (ConlluWord w : token.words()) {
                words.add(new ConlluWord(
                        w.form(),
                        w.lemma(),
                        w.upos(),
                        w.xpos(),
                        w.feats(),
                        root ? "0" : "1",
                        root ? "root" : "dep",
                        "_",
                        w.misc()));
                root = false;
            }
            hung.add(new ConlluToken(token.form(), words, token.multiword(), token.feats(), token.misc()));
        }
        return hung;
    }
}
