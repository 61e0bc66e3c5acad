package fr.corpus.filter;

import fr.corpus.step.Evidence;
import fr.corpus.step.Filter;
import fr.corpus.step.Parameter;
import fr.corpus.step.Reason;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import fr.corpus.step.Verdict;
import fr.corpus.text.LineEnds;
import fr.corpus.text.LineSignals;
import fr.corpus.text.Signal;
import fr.corpus.text.TextView;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drops texts that are laid out as lists, menus or tables rather than prose: the rules of FineWeb (Penedo et al. 2024).
 * Immutable.
 *
 * @param thresholds the rules that are switched on, in the order in which they decide
 * @param lineEnds which lines count as properly ended
 * @param shortLineCodePoints longest line that counts as short, at least 0
 */
public record LineFilter(List<Rule.Threshold> thresholds, LineEnds lineEnds, int shortLineCodePoints)
        implements Filter {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("filter.lines@1");

    /** Its rules in the order in which they decide. */
    public static final List<Rule> RULES = List.of(
            Rule.atLeast(Signal.LINE_END_MARKS),
            Rule.atMost(Signal.SHORT_LINES),
            Rule.atMost(Signal.REPEATED_LINE_CHARS),
            Rule.atMost(Signal.NEWLINES_PER_WORD));

    private static final Parameter LINE_ENDS = Parameter.of("line-ends", Parameter.Type.NAME);
    private static final Parameter SHORT_LINE = Parameter.of("short-line-code-points", Parameter.Type.INTEGER);

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = Stream.concat(
                    Rule.parameters(RULES).stream(), Stream.of(LINE_ENDS, SHORT_LINE))
            .toList();

    private static final Reason EMPTY = Reason.of("empty");

    /** Why it drops. */
    public static final List<Reason> REASONS =
            Stream.concat(Stream.of(EMPTY), Rule.reasons(RULES).stream()).toList();

    public LineFilter {
        thresholds = List.copyOf(thresholds);
    }

    /**
     * The filter with these parameters.
     *
     * @throws IllegalArgumentException if a threshold is out of range or a name is not one of those allowed
     */
    public static LineFilter from(Settings settings) {
        return new LineFilter(
                Rule.thresholds(RULES, settings),
                Choice.of(settings, LINE_ENDS.name(), LineEnds.values(), LineEnds::label),
                Choice.count(settings, SHORT_LINE.name()));
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public Verdict judge(TextView view) {
        if (!LineSignals.measure(view, lineEnds, shortLineCodePoints)) {
            return Verdict.drop(EMPTY, Evidence.NONE);
        }
        return Rule.judge(thresholds, view.signals());
    }
}
