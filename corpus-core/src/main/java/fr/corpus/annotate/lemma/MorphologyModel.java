package fr.corpus.annotate.lemma;

import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.conllu.ConlluToken;
import fr.corpus.annotate.conllu.ConlluWord;
import fr.corpus.annotate.lexicon.Lexicon;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What treebanks show of forms with a part of speech, where the lexicon and rules would say something else. Two kinds of
 * model have this shape: {@code lemma} and {@code features}. Immutable, thread-safe.
 */
public final class MorphologyModel {

    /** The kind of the model of lemmas. */
    public static final String LEMMA = "lemma";

    /** The kind of the model of features. */
    public static final String FEATURES = "features";

    private final Map<String, String> values;
    private final Digest digest;

    private static final class Standard {
        static final MorphologyModel LEMMAS = of(ModelFile.load(LEMMA), LEMMA + ".model");
        static final MorphologyModel OF_FEATURES = of(ModelFile.load(FEATURES), FEATURES + ".model");
    }

    private MorphologyModel(Map<String, String> values, Digest digest) {
        this.values = values;
        this.digest = digest;
    }

    /** The model of lemmas that the library carries. */
    public static MorphologyModel lemmas() {
        return Standard.LEMMAS;
    }

    /** The model of features that the library carries. */
    public static MorphologyModel features() {
        return Standard.OF_FEATURES;
    }

    /** The digest by which the model is known. */
    public Digest digest() {
        return digest;
    }

    /** The value for a form in lower case with a part of speech, or the other one when the model holds none. */
    String value(String lower, String upos, String otherwise) {
        return values.getOrDefault(key(lower, upos), otherwise);
    }

    private static String key(String lower, String upos) {
        return lower + '\t' + upos;
    }

    /**
     * Reads a model.
     *
     * @param name the file's name in messages
     * @throws MalformedSourceException if the body breaks its format
     */
    public static MorphologyModel of(ModelFile file, String name) {
        Map<String, String> values = new HashMap<>();
        for (String line : new String(file.body(), StandardCharsets.UTF_8).split("\n")) {
            int first = line.indexOf('\t');
            int second = line.indexOf('\t', first + 1);
            if (first <= 0 || second < 0) {
                throw new MalformedSourceException(UserMessage.of("annotate.model-body", name));
            }
            values.put(line.substring(0, second), line.substring(second + 1));
        }
        return new MorphologyModel(Map.copyOf(values), file.digest());
    }

    /** Trains the model of lemmas. */
    public static ModelFile trainLemmas(List<ConlluSentence> gold, long seed) {
        LexiconLemmas lexicon = new LexiconLemmas(new Lexicon());
        return train(gold, LEMMA, seed, ConlluWord::lemma, (form, upos) -> lexicon.lemma(form, upos));
    }

    /** Trains the model of features. */
    public static ModelFile trainFeatures(List<ConlluSentence> gold, long seed) {
        DefaultFeatures lexicon = new DefaultFeatures(new Lexicon());
        return train(gold, FEATURES, seed, word -> FeatureNames.universal(word.feats()), lexicon::features);
    }

    /** The most frequent value of each form and part of speech, where it is not the one that is given without a model. */
    private static ModelFile train(
            List<ConlluSentence> gold,
            String kind,
            long seed,
            Function<ConlluWord, String> value,
            BiFunction<String, String, String> otherwise) {
        TreeMap<String, TreeMap<String, Integer>> seen = new TreeMap<>();
        for (ConlluSentence sentence : gold) {
            for (ConlluToken token : sentence.tokens()) {
                for (ConlluWord word : token.words()) {
                    String form = word.form().replace('\u2019', '\'');
                    boolean kept = word.upos().equals("PROPN") || word.upos().equals("X");
                    String key = key(kept ? form : form.toLowerCase(Locale.ROOT), word.upos());
                    if (!value.apply(word).equals("_") || kind.equals(FEATURES)) {
                        seen.computeIfAbsent(key, k -> new TreeMap<>()).merge(value.apply(word), 1, Integer::sum);
                    }
                }
            }
        }
        StringBuilder body = new StringBuilder();
        seen.forEach((key, counts) -> {
            String[] parts = key.split("\t");
            String best = best(counts);
            if (!best.equals(otherwise.apply(parts[0], parts[1]))) {
                body.append(key).append('\t').append(best).append('\n');
            }
        });
        return new ModelFile(kind, seed, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String best(TreeMap<String, Integer> counts) {
        String best = "_";
        int most = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }
}
