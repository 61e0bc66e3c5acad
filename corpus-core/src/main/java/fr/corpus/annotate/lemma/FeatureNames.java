package fr.corpus.annotate.lemma;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The features that are written: those of Universal Dependencies on which the French treebanks agree. Stateless. */
final class FeatureNames {

    private static final Set<String> KEPT = Set.of(
            "Case",
            "Definite",
            "Foreign",
            "Gender",
            "Mood",
            "Number",
            "Number[psor]",
            "NumType",
            "Person",
            "Person[psor]",
            "Polarity",
            "Poss",
            "PronType",
            "Reflex",
            "Tense",
            "VerbForm",
            "Voice",
            "Degree");

    private FeatureNames() {}

    /** A FEATS column with the features that are kept, or {@code _}. */
    static String universal(String feats) {
        if (feats.equals("_")) {
            return feats;
        }
        String kept = Arrays.stream(feats.split("\\|"))
                .filter(feature -> KEPT.contains(feature.substring(0, Math.max(0, feature.indexOf('=')))))
                .collect(Collectors.joining("|"));
        return kept.isEmpty() ? "_" : kept;
    }
}
