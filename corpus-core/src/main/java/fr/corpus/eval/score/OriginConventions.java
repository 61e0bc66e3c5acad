package fr.corpus.eval.score;

import fr.corpus.eval.format.ChoiceLikelihood;
import fr.corpus.eval.metric.AnswerNormalizer;
import fr.corpus.eval.metric.AnswerScore;
import fr.corpus.eval.metric.MultipleChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Conventions by which harnesses judge what they extracted against what they took for right, tried one after the other until one gives
 * a tool’s own values again, item by item. Thread-safe.
 */
final class OriginConventions {

    private static final double EQUAL = 1e-9;
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final Map<String, ToDoubleFunction<OriginVerdict>> ALL = all();

    private OriginConventions() {}

    /** The convention that gives a figure again for every output that has it, as a signature; empty when none does. */
    static Optional<String> reproducing(String figure, List<ForeignOutput> outputs) {
        String plain = figure.contains(",") ? figure.substring(0, figure.indexOf(',')) : figure;
        List<String> names = new ArrayList<>(ALL.keySet());
        names.sort((one, other) -> Boolean.compare(other.startsWith(plain + "|"), one.startsWith(plain + "|")));
        for (String name : names) {
            if (gives(ALL.get(name), figure, outputs)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static boolean gives(
            ToDoubleFunction<OriginVerdict> convention, String figure, List<ForeignOutput> outputs) {
        for (ForeignOutput output : outputs) {
            OriginVerdict verdict = output.figures().get(figure);
            if (verdict != null) {
                double value = convention.applyAsDouble(verdict);
                if (!(Math.abs(value - verdict.value()) <= EQUAL)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Map<String, ToDoubleFunction<OriginVerdict>> all() {
        Map<String, ToDoubleFunction<OriginVerdict>> all = new LinkedHashMap<>();
        for (MultipleChoice.Normalization length : MultipleChoice.Normalization.values()) {
            String name = switch (length) {
                case NONE -> "acc";
                case CODE_POINTS -> "acc_norm";
                case BYTES -> "acc_bytes";
            };
            all.put(name + "|gold:target", verdict -> choice(verdict, length, false));
        }
        all.put("acc_mutual_info|gold:target", verdict -> choice(verdict, MultipleChoice.Normalization.NONE, true));
        for (int i = 0; i < 8; i++) {
            boolean lower = (i & 1) != 0;
            boolean marks = (i & 2) != 0;
            boolean digits = (i & 4) != 0;
            all.put(
                    "exact_match|gold:target" + (lower ? "|case:ignored" : "")
                            + (marks ? "|ascii-punctuation:deleted" : "") + (digits ? "|digits:deleted" : ""),
                    verdict -> equal(verdict, lower, marks, digits));
        }
        for (AnswerNormalizer normalizer : AnswerNormalizer.values()) {
            all.put(
                    "em:" + normalizer.key() + "|gold:target",
                    verdict -> score(verdict, normalizer)
                            .map(AnswerScore::exactMatch)
                            .orElse(Double.NaN));
            all.put(
                    "f1:" + normalizer.key() + "|gold:target",
                    verdict -> score(verdict, normalizer).map(AnswerScore::f1).orElse(Double.NaN));
            all.put(
                    "f1-above-0:" + normalizer.key() + "|gold:target",
                    verdict -> score(verdict, normalizer)
                            .map(score -> score.f1() > 0 ? 1.0 : 0.0)
                            .orElse(Double.NaN));
        }
        all.put("is_included|gold:target", verdict -> included(verdict));
        return all;
    }

    private static double choice(OriginVerdict verdict, MultipleChoice.Normalization length, boolean information) {
        List<ChoiceLikelihood> known = verdict.likelihoods();
        List<String> offered = verdict.offered();
        if (known.isEmpty()
                || offered.size() != known.size()
                || verdict.targets().isEmpty()) {
            return Double.NaN;
        }
        if (information && known.stream().anyMatch(one -> one.unconditioned().isEmpty())) {
            return Double.NaN;
        }
        MultipleChoice asked = new MultipleChoice(
                offered, known.stream().map(ChoiceLikelihood::logLikelihood).toList());
        int best = information
                ? asked.bestByMutualInformation(known.stream()
                        .map(one -> one.unconditioned().orElseThrow())
                        .toList())
                : asked.best(length);
        return verdict.targets().stream()
                        .anyMatch(target -> target.equals(String.valueOf(best))
                                || target.strip().equals(offered.get(best).strip()))
                ? 1
                : 0;
    }

    private static double equal(OriginVerdict verdict, boolean lower, boolean marks, boolean digits) {
        if (verdict.answers().isEmpty() || verdict.targets().isEmpty()) {
            return Double.NaN;
        }
        String answer = reduced(verdict.answers().get(0), lower, marks, digits);
        return verdict.targets().stream()
                        .anyMatch(
                                target -> reduced(target, lower, marks, digits).equals(answer))
                ? 1
                : 0;
    }

    private static String reduced(String text, boolean lower, boolean marks, boolean digits) {
        String cased = lower ? text.toLowerCase(Locale.ROOT) : text;
        StringBuilder kept = new StringBuilder(cased.length());
        for (int i = 0; i < cased.length(); i++) {
            char c = cased.charAt(i);
            boolean goes = (marks && PUNCTUATION.indexOf(c) >= 0) || (digits && c >= '0' && c <= '9');
            if (!goes) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static Optional<AnswerScore> score(OriginVerdict verdict, AnswerNormalizer normalizer) {
        return verdict.answers().isEmpty() || verdict.targets().isEmpty()
                ? Optional.empty()
                : Optional.of(normalizer.score(verdict.answers().get(0), verdict.targets()));
    }

    private static double included(OriginVerdict verdict) {
        if (verdict.answers().isEmpty() || verdict.targets().isEmpty()) {
            return Double.NaN;
        }
        return verdict.targets().stream().anyMatch(verdict.answers().get(0)::contains) ? 1 : 0;
    }
}
