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
import fr.corpus.text.language.Identification;
import fr.corpus.text.language.LanguageIdentifier;
import java.util.List;
import java.util.Set;

/**
 * Drops texts that are not in one of the wanted languages, and leaves the language of those that are in the view. Immutable,
 * thread-safe. Looks at a bounded sample of the text and at no tokens.
 *
 * @param identifier what tells languages
 * @param languages the wanted languages, ISO 639-3, all known to the identifier
 * @param minScore smallest score of the identified language, from 0 to 1
 */
public record LanguageFilter(LanguageIdentifier identifier, Set<String> languages, double minScore) implements Filter {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("filter.language@1");

    private static final Parameter LANGUAGES = Parameter.of("languages", Parameter.Type.NAMES);
    private static final Parameter MIN_SCORE = Parameter.of("min-score", Parameter.Type.NUMBER);

    /** What a recipe may set; {@code languages} is by default what the recipe wants. */
    public static final List<Parameter> PARAMETERS = List.of(LANGUAGES, MIN_SCORE);

    private static final Reason OTHER = Reason.of("other-language");
    private static final Reason UNKNOWN = Reason.of("language-unknown");

    /** Why it drops. */
    public static final List<Reason> REASONS = List.of(OTHER, UNKNOWN);

    public LanguageFilter {
        languages = Set.copyOf(languages);
    }

    /**
     * The filter with these parameters and the library's model.
     *
     * @throws RecipeException if a language is not one that the model knows, or the score is out of range
     */
    public static LanguageFilter from(Settings settings) {
        return from(settings, LanguageIdentifier.load());
    }

    /** The filter with these parameters and a model. */
    static LanguageFilter from(Settings settings, LanguageIdentifier identifier) {
        List<String> languages = settings.names(LANGUAGES.name());
        for (String language : languages) {
            if (!identifier.knows(language)) {
                throw new RecipeException(UserMessage.of(
                        "filter.unknown-language",
                        LANGUAGES.name(),
                        language,
                        String.join(", ", identifier.languages())));
            }
        }
        if (languages.isEmpty()) {
            throw new RecipeException(UserMessage.of("filter.no-language", LANGUAGES.name()));
        }
        double minScore = settings.number(MIN_SCORE.name());
        if (!(minScore >= 0 && minScore <= 1)) {
            throw new RecipeException(UserMessage.of("filter.score-range", MIN_SCORE.name(), String.valueOf(minScore)));
        }
        return new LanguageFilter(identifier, Set.copyOf(languages), minScore);
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public Verdict judge(TextView view) {
        Identification found = identifier.identify(view.text());
        view.language(found.language());
        view.signals().set(Signal.LANGUAGE_SCORE, found.score());
        if (!found.isKnown()) {
            return Verdict.drop(UNKNOWN, evidence(found));
        }
        if (!languages.contains(found.language())) {
            return Verdict.drop(OTHER, evidence(found));
        }
        return found.score() < minScore ? Verdict.drop(UNKNOWN, evidence(found)) : Verdict.keep();
    }

    private Evidence evidence(Identification found) {
        return Evidence.of("language", found.language())
                .and("language-score", found.score())
                .and("min-score", minScore);
    }
}
