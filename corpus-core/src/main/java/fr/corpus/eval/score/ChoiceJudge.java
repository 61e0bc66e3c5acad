package fr.corpus.eval.score;

import fr.corpus.eval.format.ChoiceLikelihood;
import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.metric.MultipleChoice;
import fr.corpus.eval.metric.SetAnswer;
import fr.corpus.eval.pack.Extraction;
import fr.corpus.eval.pack.Pack;
import fr.corpus.eval.pack.PackItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges choices: by likelihoods where they are known for every choice, else by the letters found in the text. One choice is right
 * when it is among the right ones; a set of letters when it is the right set. Of a pair the acceptable sentence is choice 0.
 */
final class ChoiceJudge implements Judge {

    private static final Set<String> LABELS = Set.of("mcc", "macro_f1");
    private static final Set<String> CONFIDENCE = Set.of("ece", "brier");

    private final Pack pack;
    private final By by;
    private final List<Column> columns;

    ChoiceJudge(Pack pack, By by) {
        this.pack = pack;
        this.by = by;
        Set<String> names = new LinkedHashSet<>(pack.metrics());
        names.addAll(List.of("acc", "acc_norm", "acc_bytes", "acc_mutual_info"));
        names.addAll(CONFIDENCE.stream().sorted().toList());
        columns = names.stream().map(this::column).toList();
    }

    /** What the choices of a file of outputs are told by; scores of two kinds are not alike. */
    enum By {
        /** Likelihoods of their texts, what was written where there are none. */
        TEXTS("loglikelihood-else-text"),
        /** Likelihoods of their letters, what was written where there are none. */
        LETTERS("letter-logprobs-else-text"),
        /** What was written: no output has likelihoods. */
        WRITTEN("text");

        private final String word;

        By(String word) {
            this.word = word;
        }

        static By of(List<ForeignOutput> outputs) {
            List<OutputRecord> weighed = outputs.stream()
                    .map(ForeignOutput::output)
                    .filter(output -> !output.choices().isEmpty())
                    .toList();
            return weighed.isEmpty() ? WRITTEN : weighed.stream().anyMatch(OutputRecord::letters) ? LETTERS : TEXTS;
        }
    }

    private Column column(String name) {
        Column.Kind kind = LABELS.contains(name)
                ? Column.Kind.LABELS
                : CONFIDENCE.contains(name)
                        ? Column.Kind.CONFIDENCE
                        : "jaccard".equals(name) ? Column.Kind.SHARE : Column.Kind.FLAG;
        return new Column(
                name,
                kind,
                "metric:" + name + "|by:" + by.word + "|extract:"
                        + pack.extraction().kind().word() + "|version:1");
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public ItemDetail judge(PackItem item, OutputRecord output, double[] row) {
        List<String> choices = choices(item);
        Set<Integer> right = right(item);
        // A server lists the letters that it found likely: beyond those of the choices they mean nothing.
        List<ChoiceLikelihood> known = output.letters() && output.choices().size() > choices.size()
                ? output.choices().subList(0, choices.size())
                : output.choices();
        ItemDetail detail;
        if (known.size() == choices.size()) {
            detail = likeliest(item, known, choices, output.letters());
        } else {
            Extraction extraction = Extraction.of(pack.extraction(), item, output.output());
            detail = new ItemDetail(Optional.of(extraction), found(item, extraction), Double.NaN, Optional.empty());
        }
        boolean byText = known.size() == choices.size() && !output.letters();
        for (int i = 0; i < row.length; i++) {
            row[i] = value(columns.get(i).name(), detail, right, byText ? known : List.of(), choices);
        }
        return detail;
    }

    private double value(
            String metric, ItemDetail detail, Set<Integer> right, List<ChoiceLikelihood> known, List<String> choices) {
        Set<Integer> chosen = new TreeSet<>(detail.chosen());
        return switch (metric) {
            case "acc" -> flag(isRight(chosen, right));
            case "exact_set" -> flag(chosen.equals(right));
            case "jaccard" -> SetAnswer.jaccard(words(right), words(chosen));
            case "acc_norm" -> byLikelihood(known, choices, right, MultipleChoice.Normalization.CODE_POINTS);
            case "acc_bytes" -> byLikelihood(known, choices, right, MultipleChoice.Normalization.BYTES);
            case "acc_mutual_info" -> byInformation(known, choices, right);
            default -> Double.NaN;
        };
    }

    private static double flag(boolean right) {
        return right ? 1 : 0;
    }

    private static boolean isRight(Set<Integer> chosen, Set<Integer> right) {
        return chosen.size() == 1 ? right.containsAll(chosen) : chosen.equals(right);
    }

    private static double byLikelihood(
            List<ChoiceLikelihood> known,
            List<String> choices,
            Set<Integer> right,
            MultipleChoice.Normalization normalization) {
        return known.isEmpty()
                ? Double.NaN
                : flag(right.contains(asked(known, choices).best(normalization)));
    }

    private static double byInformation(List<ChoiceLikelihood> known, List<String> choices, Set<Integer> right) {
        if (known.isEmpty()
                || known.stream().anyMatch(one -> one.unconditioned().isEmpty())) {
            return Double.NaN;
        }
        List<Double> unconditioned =
                known.stream().map(one -> one.unconditioned().orElseThrow()).toList();
        return flag(right.contains(asked(known, choices).bestByMutualInformation(unconditioned)));
    }

    private static MultipleChoice asked(List<ChoiceLikelihood> known, List<String> choices) {
        return new MultipleChoice(
                choices, known.stream().map(ChoiceLikelihood::logLikelihood).toList());
    }

    private static ItemDetail likeliest(
            PackItem item, List<ChoiceLikelihood> known, List<String> choices, boolean letters) {
        int best = asked(known, choices).best(MultipleChoice.Normalization.NONE);
        double sum = 0;
        for (ChoiceLikelihood one : known) {
            sum += StrictMath.exp(one.logLikelihood() - known.get(best).logLikelihood());
        }
        int chosen = letters && item instanceof PackItem.MinimalPair pair && !pair.goodFirst() ? 1 - best : best;
        return new ItemDetail(Optional.empty(), List.of(chosen), 1 / sum, Optional.empty());
    }

    /** The choices that letters mean; of a pair, which sentence was shown as A depends on the item. */
    private static List<Integer> found(PackItem item, Extraction extraction) {
        List<Integer> chosen = extraction.choices();
        return item instanceof PackItem.MinimalPair pair && !pair.goodFirst()
                ? chosen.stream().map(choice -> 1 - choice).sorted().toList()
                : chosen;
    }

    private static Set<String> words(Set<Integer> choices) {
        return choices.stream().map(PackItem::letter).collect(Collectors.toSet());
    }

    static List<String> choices(PackItem item) {
        if (item instanceof PackItem.MultipleChoice choice) {
            return choice.choices();
        }
        PackItem.MinimalPair pair = (PackItem.MinimalPair) item;
        return List.of(pair.good(), pair.bad());
    }

    static Set<Integer> right(PackItem item) {
        return item instanceof PackItem.MultipleChoice choice ? new TreeSet<>(choice.answers()) : Set.of(0);
    }
}
