package fr.corpus.eval.metric;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The five ways to make short answers comparable, each named, because the same file has five scores. Thread-safe.
 *
 * <p>Scores are per item, from 0 to 1; several references count as the best of them.
 */
public enum AnswerNormalizer {

    /** The script of SQuAD 1.1 (Rajpurkar et al. 2016), with English articles; two empty answers have F1 0. */
    SQUAD_1_1("squad-1.1") {
        @Override
        String normalize(String answer) {
            return OriginalAnswers.squad(answer, Set.of("a", "an", "the"));
        }
    },

    /** FrenchBench of lm-evaluation-harness 0.4.13: the first reference only; two empty answers agree. */
    FRENCHBENCH("frenchbench") {
        @Override
        String normalize(String answer) {
            return OriginalAnswers.squad(answer, Set.of("un", "une", "des", "le", "la", "les"));
        }

        @Override
        double overlap(String prediction, String reference) {
            return multisetF1(prediction, reference, true);
        }

        @Override
        public AnswerScore score(String prediction, List<String> references) {
            return super.score(prediction, references.subList(0, Math.min(1, references.size())));
        }
    },

    /**
     * lighteval 0.13 for French without its last step, spaCy’s tokenizer: articles go before case, F1 is over sets, and a
     * prediction matches when it starts with the reference.
     */
    LIGHTEVAL_FR("lighteval-fr") {
        @Override
        String normalize(String answer) {
            return OriginalAnswers.lighteval(answer);
        }

        @Override
        double match(String rawPrediction, String prediction, String reference) {
            return !rawPrediction.isEmpty() && prediction.startsWith(reference) ? 1 : 0;
        }

        @Override
        double overlap(String prediction, String reference) {
            return setF1(prediction, reference);
        }
    },

    /** COLE (GRAAL-Research, first revision with articles before punctuation); two empty answers have F1 0. */
    COLE("cole") {
        @Override
        String normalize(String answer) {
            return OriginalAnswers.cole(answer);
        }
    },

    /** Ours, for French: decision 0170. Two empty answers agree. */
    FR_V1("fr-v1") {
        @Override
        String normalize(String answer) {
            return FrenchAnswers.normalize(answer);
        }

        @Override
        double overlap(String prediction, String reference) {
            return multisetF1(prediction, reference, true);
        }
    };

    private final String key;

    AnswerNormalizer(String key) {
        this.key = key;
    }

    /** Its name in signatures and options. */
    public String key() {
        return key;
    }

    /** The words of an answer that count, one space between. */
    public String normalized(String answer) {
        return normalize(answer);
    }

    abstract String normalize(String answer);

    double match(String rawPrediction, String prediction, String reference) {
        return prediction.equals(reference) ? 1 : 0;
    }

    double overlap(String prediction, String reference) {
        return multisetF1(prediction, reference, false);
    }

    /**
     * The score of an answer.
     *
     * @param prediction what the model answered
     * @param references what is right; none means that nothing is right, which scores 0
     */
    public AnswerScore score(String prediction, List<String> references) {
        String normal = normalize(prediction);
        double exactMatch = 0;
        double f1 = 0;
        for (String reference : references) {
            String right = normalize(reference);
            exactMatch = Math.max(exactMatch, match(prediction, normal, right));
            f1 = Math.max(f1, overlap(normal, right));
        }
        return new AnswerScore(exactMatch, f1);
    }

    private static String[] sortedWords(String normal) {
        String[] words = normal.isEmpty() ? new String[0] : normal.split(" ", -1);
        Arrays.sort(words);
        return words;
    }

    private static String[] distinct(String[] sorted) {
        int n = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || !sorted[i].equals(sorted[i - 1])) {
                sorted[n++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, n);
    }

    /** How many words two sorted lists share, each as often as both have it. */
    private static int common(String[] one, String[] other) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            int order = one[i].compareTo(other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    private static double multisetF1(String prediction, String reference, boolean emptyAgrees) {
        if (prediction.isEmpty() || reference.isEmpty()) {
            return emptyAgrees && prediction.equals(reference) ? 1 : 0;
        }
        if (prediction.equals(reference)) {
            return 1;
        }
        String[] predicted = sortedWords(prediction);
        String[] right = sortedWords(reference);
        int common = common(predicted, right);
        if (common == 0) {
            return 0;
        }
        double precision = (double) common / predicted.length;
        double recall = (double) common / right.length;
        return 2 * precision * recall / (precision + recall);
    }

    private static double setF1(String prediction, String reference) {
        if (!prediction.isEmpty() && prediction.equals(reference)) {
            return 1;
        }
        String[] predicted = distinct(sortedWords(prediction));
        String[] right = distinct(sortedWords(reference));
        int common = common(predicted, right);
        if (common == 0) {
            return 0;
        }
        double precision = (double) common / predicted.length;
        double recall = (double) common / right.length;
        return 1 / (0.5 / precision + 0.5 / recall);
    }

    /**
     * The signature of a score.
     *
     * @param references how many there were
     */
    public String signature(int references) {
        return Signature.of("1", "norm", key).format(OptionalInt.of(references), Resampling.NONE);
    }

    @Override
    public String toString() {
        return key;
    }
}
