package fr.corpus.filter;

import fr.corpus.step.Filter;
import fr.corpus.step.Parameter;
import fr.corpus.step.Reason;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import fr.corpus.step.Verdict;
import fr.corpus.text.Ellipses;
import fr.corpus.text.Signal;
import fr.corpus.text.StopWords;
import fr.corpus.text.TextView;
import fr.corpus.text.WordSignals;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Drops texts that are too short or too long or are not made of words of the language: the rules of Gopher (Rae et al.
 * 2021, section A1.1). Immutable.
 *
 * @param thresholds the rules that are switched on, in the order in which they decide
 * @param scope stop words, bullet signs and ellipses
 */
public record QualityFilter(List<Rule.Threshold> thresholds, WordSignals.Scope scope) implements Filter {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("filter.quality@1");

    /** Its rules in the order in which they decide. */
    public static final List<Rule> RULES = List.of(
            Rule.atLeast(Signal.WORDS, "min-words", Parameter.Type.OPTIONAL_INTEGER, "too-few-words"),
            Rule.atMost(Signal.WORDS, "max-words", Parameter.Type.OPTIONAL_INTEGER, "too-many-words"),
            Rule.atLeast(
                    Signal.MEAN_WORD_LENGTH, "min-mean-word-length", Parameter.Type.OPTIONAL_NUMBER, "short-words"),
            Rule.atMost(Signal.MEAN_WORD_LENGTH, "max-mean-word-length", Parameter.Type.OPTIONAL_NUMBER, "long-words"),
            Rule.atMost(Signal.HASHES_PER_WORD),
            Rule.atMost(Signal.ELLIPSES_PER_WORD),
            Rule.atMost(Signal.BULLET_LINES),
            Rule.atMost(Signal.ELLIPSIS_LINES),
            Rule.atLeast(Signal.LETTER_WORDS),
            Rule.atLeast(Signal.LETTER_TOKENS),
            Rule.atLeast(Signal.STOP_WORDS, "min-stop-words", Parameter.Type.OPTIONAL_INTEGER, "stop-words"),
            Rule.atLeast(Signal.STOP_WORD_SHARE));

    private static final Parameter STOP_WORDS = Parameter.of("stop-words", Parameter.Type.NAMES);
    private static final Parameter STOP_WORD_MATCH = Parameter.of("stop-word-match", Parameter.Type.NAME);
    private static final Parameter BULLETS = Parameter.of("bullets", Parameter.Type.NAMES);
    private static final Parameter ELLIPSES = Parameter.of("ellipses", Parameter.Type.NAME);

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = Stream.concat(
                    Rule.parameters(RULES).stream(), Stream.of(STOP_WORDS, STOP_WORD_MATCH, BULLETS, ELLIPSES))
            .toList();

    /** Why it drops. */
    public static final List<Reason> REASONS = Rule.reasons(RULES);

    private enum Match {
        EXACT,
        FOLDED
    }

    public QualityFilter {
        thresholds = List.copyOf(thresholds);
    }

    /**
     * The filter with these parameters.
     *
     * @throws IllegalArgumentException if a threshold is out of range or a name is not one of those allowed
     */
    public static QualityFilter from(Settings settings) {
        Ellipses ellipses = Choice.of(settings, ELLIPSES.name(), Ellipses.values(), Ellipses::label);
        Match match = Choice.of(settings, STOP_WORD_MATCH.name(), Match.values(), QualityFilter::label);
        List<String> words = settings.names(STOP_WORDS.name());
        StopWords stopWords = match == Match.EXACT ? StopWords.exact(words) : StopWords.folded(words);
        return new QualityFilter(
                Rule.thresholds(RULES, settings), new WordSignals.Scope(stopWords, bullets(settings), ellipses));
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String bullets(Settings settings) {
        StringBuilder signs = new StringBuilder();
        for (String sign : settings.names(BULLETS.name())) {
            if (sign.length() != 1) {
                throw new IllegalArgumentException(BULLETS.name() + ": \"" + sign + "\".length() != 1");
            }
            signs.append(sign);
        }
        return signs.toString();
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public Verdict judge(TextView view) {
        WordSignals.measure(view, scope);
        return Rule.judge(thresholds, view.signals());
    }
}
