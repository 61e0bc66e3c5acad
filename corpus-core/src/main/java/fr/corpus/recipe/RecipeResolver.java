package fr.corpus.recipe;

import fr.corpus.error.RecipeException;
import fr.corpus.read.FieldMapping;
import fr.corpus.read.Reader;
import fr.corpus.read.ReaderOptions;
import fr.corpus.read.Readers;
import fr.corpus.read.RecordField;
import fr.corpus.recipe.ResolvedParameter.Origin;
import fr.corpus.step.Annotator;
import fr.corpus.step.Deduplicator;
import fr.corpus.step.Filter;
import fr.corpus.step.Normalizer;
import fr.corpus.step.Parameter;
import fr.corpus.step.RightsGate;
import fr.corpus.step.Settings;
import fr.corpus.step.Step;
import fr.corpus.step.StepId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Fills in defaults and builds the steps of one recipe. Confined to one thread. */
final class RecipeResolver {

    /** What these steps do is decided once for all sources, so no profile has a say. */
    static final List<String> SHARED_KINDS = List.of("dedup", "rights", "annotate");

    private static final String LANGUAGES = "languages";

    private final StepCatalog catalog;
    private final Recipe recipe;
    private final Function<String, ProfileTable> loader;
    private final Map<String, ProfileTable> tables = new HashMap<>();
    private final Map<Built, Step> built = new HashMap<>();

    RecipeResolver(StepCatalog catalog, Recipe recipe) {
        this(catalog, recipe, kind -> ProfileTable.load(catalog, kind));
    }

    RecipeResolver(StepCatalog catalog, Recipe recipe, Function<String, ProfileTable> loader) {
        this.catalog = catalog;
        this.recipe = recipe;
        this.loader = loader;
    }

    RecipePlan resolve() {
        Map<String, SourcePlan> byProfile = new HashMap<>();
        List<SourcePlan> sources = new ArrayList<>();
        for (RecipeSource source : recipe.sources()) {
            SourcePlan plan = byProfile.computeIfAbsent(source.profile(), profile -> plan(source));
            sources.add(new SourcePlan(
                    source, reader(source), plan.tokenizer(), plan.normalizers(), plan.filters(), plan.steps()));
        }
        List<ResolvedStep> shared = steps(Optional.empty());
        List<Step> built = shared.stream().map(this::build).toList();
        List<Annotator> annotators = new ArrayList<>();
        for (int i = 0; i < built.size(); i++) {
            if (built.get(i) instanceof Annotator annotator) {
                annotators.add(after(annotator, annotators, shared.get(i)));
            }
        }
        return new RecipePlan(
                recipe, sources, only(Deduplicator.class, built), only(RightsGate.class, built), annotators, shared);
    }

    private Annotator after(Annotator annotator, List<Annotator> earlier, ResolvedStep step) {
        try {
            return annotator.after(List.copyOf(earlier));
        } catch (RecipeException e) {
            throw place(step.line(), step.id().toString()).within(e);
        }
    }

    private SourcePlan plan(RecipeSource source) {
        List<ResolvedStep> steps = steps(Optional.of(source.profile()));
        List<Step> built = steps.stream().map(this::build).toList();
        return new SourcePlan(
                source,
                reader(source),
                TokenizerChoice.of(source.profile()),
                only(Normalizer.class, built),
                only(Filter.class, built),
                steps);
    }

    private Reader reader(RecipeSource source) {
        Map<String, String> fields = new TreeMap<>(source.fields());
        source.licenseField().ifPresent(path -> fields.put(RecordField.LICENSE.key(), path));
        try {
            ReaderOptions options = ReaderOptions.DEFAULT.withFields(FieldMapping.of(fields));
            return Readers.of(
                    source.format(),
                    source.encoding().map(options::withEncoding).orElse(options));
        } catch (RecipeException e) {
            throw place(source.line(), source.id()).within(e);
        }
    }

    private static <S extends Step> List<S> only(Class<S> shape, List<Step> steps) {
        return steps.stream().filter(shape::isInstance).map(shape::cast).toList();
    }

    /** The steps of a profile, or without one those that all sources share. */
    private List<ResolvedStep> steps(Optional<String> profile) {
        return recipe.steps().stream()
                .filter(step -> SHARED_KINDS.contains(step.id().kind()) == profile.isEmpty())
                .map(step -> resolve(step, profile))
                .toList();
    }

    private ResolvedStep resolve(RecipeStep step, Optional<String> profile) {
        StepCatalog.Entry entry = entry(step.id().toString(), step);
        List<ResolvedParameter> parameters = new ArrayList<>();
        for (Parameter parameter : entry.parameters()) {
            parameters.add(resolve(step, entry, parameter.name(), profile));
        }
        return new ResolvedStep(step.id(), step.line(), parameters);
    }

    private StepCatalog.Entry entry(String id, RecipeStep step) {
        return catalog.find(step.id())
                .orElseThrow(() -> place(step.line(), "").unknown("unknown-step", id, catalog.names()));
    }

    private ResolvedParameter resolve(RecipeStep step, StepCatalog.Entry entry, String name, Optional<String> profile) {
        Object written = step.overrides().get(name);
        if (written != null) {
            return new ResolvedParameter(name, written, Origin.RECIPE);
        }
        ProfileTable table = tables.computeIfAbsent(step.id().kind(), loader);
        Optional<Object> ofProfile = profile.flatMap(key -> table.byProfile(entry, key, name));
        if (ofProfile.isPresent()) {
            return new ResolvedParameter(name, ofProfile.get(), Origin.PROFILE);
        }
        Optional<Object> byDefault = table.byDefault(entry, name);
        if (byDefault.isPresent()) {
            return new ResolvedParameter(name, byDefault.get(), Origin.DEFAULT);
        }
        if (name.equals(LANGUAGES)) {
            return new ResolvedParameter(name, recipe.languages(), Origin.RECIPE);
        }
        throw place(step.line(), step.id().toString()).fail("missing-key", name);
    }

    /** Sources of several profiles share a step of the same settings. */
    private Step build(ResolvedStep step) {
        Built key = new Built(step.id(), step.settings());
        Step known = built.get(key);
        if (known == null) {
            known = construct(step);
            built.put(key, known);
        }
        return known;
    }

    private record Built(StepId id, Settings settings) {}

    private Step construct(ResolvedStep step) {
        StepCatalog.Entry entry = catalog.find(step.id()).orElseThrow();
        try {
            return entry.constructor().build(step.settings(), recipe.directory());
        } catch (RecipeException e) {
            throw place(step.line(), step.id().toString()).within(e);
        } catch (IllegalArgumentException e) {
            String detail = String.valueOf(e.getMessage());
            throw place(step.line(), step.id().toString()).failBecause(e, "refused-values", detail);
        }
    }

    private Place place(int line, String owner) {
        return new Place(recipe.fileName(), line, owner);
    }
}
