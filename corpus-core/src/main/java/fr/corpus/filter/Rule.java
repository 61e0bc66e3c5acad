package fr.corpus.filter;

import fr.corpus.step.Evidence;
import fr.corpus.step.Parameter;
import fr.corpus.step.Reason;
import fr.corpus.step.Settings;
import fr.corpus.step.Verdict;
import fr.corpus.text.Signal;
import fr.corpus.text.SignalSet;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule of a filter: a signal, the parameter that bounds it, the reason it gives. Immutable.
 *
 * @param signal what is measured
 * @param parameter the parameter that holds the threshold; {@code off} switches the rule off
 * @param reason what a document that breaks it is dropped for
 * @param bound which side of the threshold passes
 */
public record Rule(Signal signal, Parameter parameter, Reason reason, Bound bound) {

    /**
     * A rule with its threshold. Immutable.
     *
     * @param rule the rule
     * @param value the last value that passes, in the signal's unit
     */
    public record Threshold(Rule rule, double value) {

        /** Whether a measured value breaks the rule; a signal that could not be measured breaks none. */
        public boolean isBrokenBy(double measured) {
            return rule.bound() == Bound.AT_LEAST ? measured < value : measured > value;
        }
    }

    /** Which side of a threshold passes. */
    public enum Bound {
        /** The threshold is the smallest value that passes. */
        AT_LEAST,
        /** The threshold is the largest value that passes. */
        AT_MOST
    }

    /** A rule that sets a maximum and whose names are those of its signal. */
    static Rule atMost(Signal signal) {
        return atMost(signal, "max-" + nameOf(signal), Parameter.Type.OPTIONAL_NUMBER, nameOf(signal));
    }

    /** A rule that sets a minimum and whose names are those of its signal. */
    static Rule atLeast(Signal signal) {
        return atLeast(signal, "min-" + nameOf(signal), Parameter.Type.OPTIONAL_NUMBER, nameOf(signal));
    }

    /** A rule that sets a maximum. */
    static Rule atMost(Signal signal, String parameter, Parameter.Type type, String reason) {
        return new Rule(signal, Parameter.of(parameter, type), Reason.of(reason), Bound.AT_MOST);
    }

    /** A rule that sets a minimum. */
    static Rule atLeast(Signal signal, String parameter, Parameter.Type type, String reason) {
        return new Rule(signal, Parameter.of(parameter, type), Reason.of(reason), Bound.AT_LEAST);
    }

    /** The signal's name in evidence. */
    static String nameOf(Signal signal) {
        return signal.column().replace('_', '-');
    }

    /**
     * The rules that are switched on, with their thresholds, in the order of the list.
     *
     * @throws IllegalArgumentException if a threshold is negative or not finite
     */
    static List<Threshold> thresholds(List<Rule> rules, Settings settings) {
        List<Threshold> active = new ArrayList<>();
        for (Rule rule : rules) {
            String name = rule.parameter.name();
            settings.optionalNumber(name).ifPresent(value -> {
                if (!(value >= 0) || Double.isInfinite(value)) {
                    throw new IllegalArgumentException(name + ": " + value + " < 0");
                }
                active.add(new Threshold(rule, value));
            });
        }
        return List.copyOf(active);
    }

    /** The verdict of the first rule that the signals break, with the measured value and the threshold. */
    static Verdict judge(List<Threshold> thresholds, SignalSet signals) {
        for (Threshold threshold : thresholds) {
            Rule rule = threshold.rule();
            double measured = signals.get(rule.signal());
            if (threshold.isBrokenBy(measured)) {
                Evidence evidence =
                        Evidence.of(nameOf(rule.signal()), measured).and(rule.parameter.name(), threshold.value());
                return Verdict.drop(rule.reason, evidence);
            }
        }
        return Verdict.keep();
    }

    /** The parameters of these rules. */
    static List<Parameter> parameters(List<Rule> rules) {
        return rules.stream().map(Rule::parameter).toList();
    }

    /** The reasons of these rules. */
    static List<Reason> reasons(List<Rule> rules) {
        return rules.stream().map(Rule::reason).toList();
    }
}
