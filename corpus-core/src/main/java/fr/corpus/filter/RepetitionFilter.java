package fr.corpus.filter;

import fr.corpus.step.Evidence;
import fr.corpus.step.Filter;
import fr.corpus.step.Parameter;
import fr.corpus.step.Reason;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import fr.corpus.step.Verdict;
import fr.corpus.text.RepetitionSignals;
import fr.corpus.text.Signal;
import fr.corpus.text.TextView;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drops texts that repeat their lines, paragraphs or n-grams too much: the rules of Gopher (Rae et al. 2021, table A1).
 * Immutable.
 *
 * @param thresholds the rules that are switched on, in the order in which they decide
 * @param topOccurrences how often the most frequent n-gram must occur to count at all
 */
public record RepetitionFilter(List<Rule.Threshold> thresholds, int topOccurrences) implements Filter {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("filter.repetition@1");

    /** Its rules in the order in which they decide. */
    public static final List<Rule> RULES = Stream.of(
                    Signal.DUPLICATE_PARAGRAPHS,
                    Signal.DUPLICATE_PARAGRAPH_CHARS,
                    Signal.DUPLICATE_LINES,
                    Signal.DUPLICATE_LINE_CHARS,
                    Signal.TOP_2GRAM,
                    Signal.TOP_3GRAM,
                    Signal.TOP_4GRAM,
                    Signal.DUPLICATE_5GRAMS,
                    Signal.DUPLICATE_6GRAMS,
                    Signal.DUPLICATE_7GRAMS,
                    Signal.DUPLICATE_8GRAMS,
                    Signal.DUPLICATE_9GRAMS,
                    Signal.DUPLICATE_10GRAMS)
            .map(Rule::atMost)
            .toList();

    private static final Parameter TOP_OCCURRENCES = Parameter.of("min-top-occurrences", Parameter.Type.INTEGER);

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = Stream.concat(
                    Rule.parameters(RULES).stream(), Stream.of(TOP_OCCURRENCES))
            .toList();

    private static final Reason EMPTY = Reason.of("empty");

    /** Why it drops. */
    public static final List<Reason> REASONS =
            Stream.concat(Stream.of(EMPTY), Rule.reasons(RULES).stream()).toList();

    public RepetitionFilter {
        if (topOccurrences < 1) {
            throw new IllegalArgumentException(TOP_OCCURRENCES.name() + ": " + topOccurrences + " < 1");
        }
        thresholds = List.copyOf(thresholds);
    }

    /**
     * The filter with these parameters.
     *
     * @throws IllegalArgumentException if a threshold is negative or not finite
     */
    public static RepetitionFilter from(Settings settings) {
        return new RepetitionFilter(Rule.thresholds(RULES, settings), Choice.count(settings, TOP_OCCURRENCES.name()));
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public Verdict judge(TextView view) {
        if (view.text().isEmpty()) {
            return Verdict.drop(EMPTY, Evidence.NONE);
        }
        RepetitionSignals.measure(view, topOccurrences);
        return Rule.judge(thresholds, view.signals());
    }
}
