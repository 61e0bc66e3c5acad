package fr.corpus.filter;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.step.Evidence;
import fr.corpus.step.Filter;
import fr.corpus.step.Parameter;
import fr.corpus.step.Reason;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import fr.corpus.step.Verdict;
import fr.corpus.text.Signal;
import fr.corpus.text.TextView;
import fr.corpus.text.language.FrenchVarieties;
import fr.corpus.text.language.Identification;
import fr.corpus.text.language.LanguageIdentifier;
import fr.corpus.text.language.LanguageSegment;
import fr.corpus.text.language.VarietyHint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Drops texts of which too small a part is in the wanted languages, judged stretch by stretch, and leaves the most frequent
 * language of those that are kept in the view. Immutable, thread-safe. Reads the whole text.
 *
 * @param first the filter of version 1 with the same languages and score
 * @param minShare smallest share of the text in the wanted languages, from 0 to 1
 * @param varieties of French: only texts with a hint at one of them are kept; {@value #ANY} alone asks nothing
 */
public record SegmentLanguageFilter(LanguageFilter first, double minShare, Set<String> varieties) implements Filter {

    /** Asks for no variety. */
    private static final String ANY = "any";

    /** Its name and version. */
    public static final StepId ID = StepId.parse("filter.language@2");

    private static final Parameter MIN_SHARE = Parameter.of("min-share", Parameter.Type.NUMBER);

    private static final Parameter VARIETIES = Parameter.of("varieties", Parameter.Type.NAMES);

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = Stream.concat(
                    LanguageFilter.PARAMETERS.stream(), Stream.of(MIN_SHARE, VARIETIES))
            .toList();

    private static final Reason OTHER = Reason.of("other-language");
    private static final Reason UNKNOWN = Reason.of("language-unknown");
    private static final Reason MIXED = Reason.of("mixed-languages");

    private static final Reason OTHER_VARIETY = Reason.of("other-variety");

    /** Why it drops. */
    public static final List<Reason> REASONS = List.of(OTHER, UNKNOWN, MIXED, OTHER_VARIETY);

    public SegmentLanguageFilter {
        varieties = Set.copyOf(varieties);
    }

    /**
     * The filter with these parameters and the library's newest model.
     *
     * @throws RecipeException if a language or variety is not one that is known, or a number is out of range
     */
    public static SegmentLanguageFilter from(Settings settings) {
        LanguageFilter first = LanguageFilter.from(settings, LanguageIdentifier.load());
        double minShare = settings.number(MIN_SHARE.name());
        if (!(minShare >= 0 && minShare <= 1)) {
            throw new RecipeException(UserMessage.of("filter.score-range", MIN_SHARE.name(), String.valueOf(minShare)));
        }
        return new SegmentLanguageFilter(first, minShare, varieties(settings.names(VARIETIES.name())));
    }

    private static Set<String> varieties(List<String> wanted) {
        List<String> known = Stream.concat(FrenchVarieties.load().names().stream(), Stream.of(VarietyHint.NONE, ANY))
                .toList();
        for (String variety : wanted) {
            if (!known.contains(variety)) {
                throw new RecipeException(
                        UserMessage.of("filter.unknown-variety", VARIETIES.name(), variety, String.join(", ", known)));
            }
        }
        if (wanted.isEmpty()) {
            throw new RecipeException(UserMessage.of("filter.no-variety", VARIETIES.name(), String.join(", ", known)));
        }
        return Set.copyOf(wanted);
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public Verdict judge(TextView view) {
        List<LanguageSegment> segments = first.identifier().identifySegments(view.text());
        Map<String, Double> shares = LanguageSegment.shares(segments);
        String language = shares.isEmpty()
                ? LanguageIdentifier.UNKNOWN
                : shares.keySet().iterator().next();
        view.language(language);
        Set<String> languages = first.languages();
        double wanted = 0;
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            wanted += languages.contains(share.getKey()) ? share.getValue() : 0;
        }
        Identification whole = first.identifier().identify(view.text());
        double score = language.equals(LanguageIdentifier.UNKNOWN)
                ? 0
                : first.identifier().score(view.text(), language);
        view.signals().set(Signal.LANGUAGE_SCORE, score);
        Evidence evidence = Evidence.of("language", language)
                .and("language-score", score)
                .and("language-share", shares.getOrDefault(language, 0.0))
                .and("wanted-share", wanted)
                .and("min-score", first.minScore())
                .and("min-share", minShare);
        if (language.equals(LanguageIdentifier.UNKNOWN)) {
            return Verdict.drop(UNKNOWN, evidence);
        }
        if (!languages.contains(language)) {
            return Verdict.drop(OTHER, evidence);
        }
        if (wanted < minShare) {
            return Verdict.drop(MIXED, evidence);
        }
        boolean sure = shares.size() > 1 || whole.language().equals(language) && score >= first.minScore();
        if (!sure) {
            return Verdict.drop(UNKNOWN, evidence);
        }
        return varieties.contains(ANY) ? Verdict.keep() : judgeVariety(view.text(), segments, evidence);
    }

    private Verdict judgeVariety(CharSequence text, List<LanguageSegment> segments, Evidence evidence) {
        VarietyHint hint = FrenchVarieties.load().hint(text, segments);
        boolean wanted = Stream.of(hint.variety().split("\\+")).anyMatch(varieties::contains);
        return wanted
                ? Verdict.keep()
                : Verdict.drop(
                        OTHER_VARIETY,
                        evidence.and("variety", hint.variety()).and("variety-confidence", hint.confidence()));
    }
}
