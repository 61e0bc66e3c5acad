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

    /** Lemma and features of a word. */
    public Morphology of(String form, String upos) {
        String plain = form.replace('\u2019', '\'');
        boolean kept = upos.equals("PROPN") || upos.equals("X");
        String key = kept ? plain : plain.toLowerCase(Locale.ROOT);
        String lemma = lemmas.value(key, upos, "");
        lemma = lemma.isEmpty() ? lexicon.lemma(form, upos) : lemma;
        String feats = features.value(key, upos, "");
        feats = feats.isEmpty() ? defaults.features(key, upos) : feats;
        return new Morphology(lemma, DictionaryEntries.of(key, upos, lemma), feats);
    }
}
