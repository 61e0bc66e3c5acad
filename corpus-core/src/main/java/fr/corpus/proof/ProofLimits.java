package fr.corpus.proof;

import java.util.Map;

/** What a proof does not show, as every proof says it. Part of the format. */
final class ProofLimits {

    /** By language. */
    static final Map<String, String> TEXT = Map.of(
            "en",
            "This proof speaks of the keys of one release. It does not show whether the release holds a paraphrase, a translation or"
                    + " an excerpt too short for the rule, whether private copies exist, or what a model was trained on. It is as"
                    + " good as the checkpoint: that the keys are all those of the release is shown by building them again"
                    + " (corpus audit).",
            "fr",
            "Cette preuve porte sur les clés d’une publication. Elle ne montre pas si la publication contient une paraphrase, une"
                    + " traduction ou un extrait trop court pour la règle, s’il existe des copies privées, ni sur quoi un modèle a"
                    + " été entraîné. Elle vaut ce que vaut le point de contrôle\u00a0: que les clés soient toutes celles de la"
                    + " publication se montre en les recalculant (corpus audit).");

    private ProofLimits() {}
}
