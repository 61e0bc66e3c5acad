package fr.corpus.annotate.lemma;

import fr.corpus.annotate.lexicon.Lexicon;
import java.util.Locale;

/** Gives forms with a universal part of speech their lemma and features. Confined to one thread; the models are shared. */
public final class Morphologist {

    private final MorphologyModel lemmas;
    private final MorphologyModel features;
    private final LexiconLemmas lexicon;
    private final DefaultFeatures defaults;

    /** With the models that the library carries. */
    public Morphologist() {
        this(MorphologyModel.lemmas(), MorphologyModel.features());
    }

    /** With these models. */
    public Morphologist(MorphologyModel lemmas, MorphologyModel features) {
        this.lemmas = lemmas;
        this.features = features;
        Lexicon shared = new Lexicon();
        lexicon = new LexiconLemmas(shared);
        defaults = new DefaultFeatures(shared);
    }

    /**
     * The two lemmas of a word.
     *
     * @param lemma that of Universal Dependencies since release 2.16, in which {@code je} has the lemma {@code moi}
     * @param entry that of a dictionary: {@code je}, {@code il}, {@code se}, {@code mon}
     */
    public record Lemmas(String lemma, String entry) {}

    /** The lemmas of a word. */
    public Lemmas lemmas(String form, String upos) {
        String key = key(form, upos);
        String lemma = lemmas.value(key, upos, "");
        lemma = lemma.isEmpty() ? lexicon.lemma(form, upos) : lemma;
        return new Lemmas(lemma, DictionaryEntries.of(key, upos, lemma));
    }

    /** The features of a word, those of Universal Dependencies, or {@code _}. */
    public String features(String form, String upos) {
        String key = key(form, upos);
        String found = features.value(key, upos, "");
        return found.isEmpty() ? defaults.features(key, upos) : found;
    }

    private static String key(String form, String upos) {
        String plain = form.replace('\u2019', '\'');
        return upos.equals("PROPN") || upos.equals("X") ? plain : plain.toLowerCase(Locale.ROOT);
    }
}
