package fr.corpus.recipe;

import fr.corpus.annotate.CutAnnotator;
import fr.corpus.annotate.EntityAnnotator;
import fr.corpus.annotate.LemmaAnnotator;
import fr.corpus.annotate.PosAnnotator;
import fr.corpus.annotate.SentenceAnnotator;
import fr.corpus.annotate.TermAnnotator;
import fr.corpus.annotate.TokenAnnotator;
import fr.corpus.dedup.ExactDedup;
import fr.corpus.dedup.MinHashDedup;
import fr.corpus.filter.DecontaminationFilter;
import fr.corpus.filter.LanguageFilter;
import fr.corpus.filter.LineFilter;
import fr.corpus.filter.OcrFilter;
import fr.corpus.filter.QualityFilter;
import fr.corpus.filter.RepetitionFilter;
import fr.corpus.filter.SegmentLanguageFilter;
import fr.corpus.normalize.HyphenationNormalizer;
import fr.corpus.normalize.PageNormalizer;
import fr.corpus.normalize.TypographyNormalizer;
import fr.corpus.normalize.UnicodeNormalizer;
import fr.corpus.rights.LicenseGate;
import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import fr.corpus.step.Step;
import fr.corpus.step.StepId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All steps that a recipe may use: the one table from {@link StepId} to constructor. Immutable.
 *
 * <p>The values that a recipe does not write come from {@code fr/corpus/<kind>/defaults.yaml}.
 */
public final class StepCatalog {

    /** The kinds of steps in the order in which a recipe writes them. */
    public static final List<String> KINDS = List.of("normalize", "filter", "dedup", "rights", "annotate");

    private static final StepCatalog STANDARD = new StepCatalog(List.of(
            row(PageNormalizer.ID, PageNormalizer.PARAMETERS, PageNormalizer::from),
            row(HyphenationNormalizer.ID, HyphenationNormalizer.PARAMETERS, settings -> new HyphenationNormalizer()),
            row(UnicodeNormalizer.ID, UnicodeNormalizer.PARAMETERS, UnicodeNormalizer::from),
            row(TypographyNormalizer.ID, TypographyNormalizer.PARAMETERS, TypographyNormalizer::from),
            row(LanguageFilter.ID, LanguageFilter.PARAMETERS, LanguageFilter::from),
            row(SegmentLanguageFilter.ID, SegmentLanguageFilter.PARAMETERS, SegmentLanguageFilter::from),
            row(OcrFilter.ID, OcrFilter.PARAMETERS, OcrFilter::from),
            row(RepetitionFilter.ID, RepetitionFilter.PARAMETERS, RepetitionFilter::from),
            row(LineFilter.ID, LineFilter.PARAMETERS, LineFilter::from),
            row(QualityFilter.ID, QualityFilter.PARAMETERS, QualityFilter::from),
            new Entry(DecontaminationFilter.ID, DecontaminationFilter.PARAMETERS, ShieldReader::filter),
            row(ExactDedup.ID, ExactDedup.PARAMETERS, ExactDedup::from),
            row(MinHashDedup.ID, MinHashDedup.PARAMETERS, MinHashDedup::from),
            row(MinHashDedup.WITH_FOLD, MinHashDedup.PARAMETERS_WITH_FOLD, MinHashDedup::withFold),
            row(LicenseGate.ID, LicenseGate.PARAMETERS, LicenseGate::from),
            row(SentenceAnnotator.ID, SentenceAnnotator.PARAMETERS, SentenceAnnotator::from),
            new Entry(CutAnnotator.SENTENCES, CutAnnotator.SENTENCE_PARAMETERS, CutAnnotator::sentences),
            new Entry(TokenAnnotator.ID, CutAnnotator.TOKEN_PARAMETERS, CutAnnotator::tokens),
            new Entry(PosAnnotator.ID, PosAnnotator.PARAMETERS, PosAnnotator::from),
            new Entry(LemmaAnnotator.ID, LemmaAnnotator.PARAMETERS, LemmaAnnotator::from),
            new Entry(EntityAnnotator.ID, EntityAnnotator.PARAMETERS, EntityAnnotator::from),
            row(TermAnnotator.ID, List.of(), settings -> TermAnnotator.standard())));

    private final Map<StepId, Entry> entries = new LinkedHashMap<>();

    /** Builds a step; what it needs of files is read here and never later. */
    public interface Constructor {
        /**
         * The step.
         *
         * @param settings complete
         * @param directory that of the recipe, where relative paths start
         * @throws IllegalArgumentException when it refuses the settings
         */
        Step build(Settings settings, Path directory);
    }

    /**
     * One step of the table.
     *
     * @param id its name and version
     * @param parameters what a recipe may write, in the order of explanations
     * @param constructor builds it
     */
    public record Entry(StepId id, List<Parameter> parameters, Constructor constructor) {

        public Entry {
            parameters = List.copyOf(parameters);
        }

        /** A step that needs its settings only. */
        public Entry(StepId id, List<Parameter> parameters, Function<Settings, ? extends Step> constructor) {
            this(id, parameters, (settings, directory) -> constructor.apply(settings));
        }

        /**
         * A parameter by name.
         *
         * @throws IllegalArgumentException if the step has none of this name
         */
        public Parameter parameter(String name) {
            return parameters.stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(id + " has no parameter " + name));
        }
    }

    StepCatalog(List<Entry> rows) {
        for (Entry row : rows) {
            if (entries.put(row.id(), row) != null) {
                throw new IllegalArgumentException("two rows for " + row.id());
            }
        }
    }

    /** The steps of this library. */
    public static StepCatalog standard() {
        return STANDARD;
    }

    private static Entry row(StepId id, List<Parameter> parameters, Function<Settings, ? extends Step> constructor) {
        return new Entry(id, parameters, constructor);
    }

    /** All steps, in the order of kinds. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** A step by name and version. */
    public Optional<Entry> find(StepId id) {
        return Optional.ofNullable(entries.get(id));
    }

    List<String> names() {
        return entries.keySet().stream().map(StepId::toString).toList();
    }
}
