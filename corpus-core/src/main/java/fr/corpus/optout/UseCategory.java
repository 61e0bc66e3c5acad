package fr.corpus.optout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A use that a holder reserves. */
public enum UseCategory {
    /** Text and data mining (directive 2019/790 article 4, CPI L.122-5-3 III). */
    MINE,
    /** Training of generative models. */
    TRAIN_GENAI,
    /** Training of other models. */
    TRAIN_OTHER,
    /** Input of a model while it answers, retrieval included. */
    INPUT,
    /** Search indexes. */
    SEARCH,
    /** Publication of the text itself. */
    REDISTRIBUTE;

    /** What a reservation without categories reserves: mining and all training. */
    public static final Set<UseCategory> DEFAULT = Set.of(MINE, TRAIN_GENAI, TRAIN_OTHER);

    /** The word that stands for both kinds of training. */
    private static final String TRAIN_AI = "train-ai";

    /** Its word in logs and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The categories of a word; {@code train-ai} is {@code train-genai} and {@code train-other}. */
    public static Optional<Set<UseCategory>> find(String word) {
        if (word.equals(TRAIN_AI)) {
            return Optional.of(EnumSet.of(TRAIN_GENAI, TRAIN_OTHER));
        }
        for (UseCategory category : values()) {
            if (category.word().equals(word)) {
                return Optional.of(EnumSet.of(category));
            }
        }
        return Optional.empty();
    }

    /** Every word that {@link #find} knows, in order. */
    public static List<String> words() {
        List<String> words = new ArrayList<>(words(EnumSet.allOf(UseCategory.class)));
        words.add(TRAIN_AI);
        words.sort(null);
        return List.copyOf(words);
    }

    /** The words of some categories, in alphabetical order. */
    static List<String> words(Collection<UseCategory> categories) {
        TreeSet<String> words = new TreeSet<>();
        categories.forEach(category -> words.add(category.word()));
        return List.copyOf(words);
    }
}
