package fr.corpus.annotate;

import fr.corpus.annotate.entity.EntityModel;
import fr.corpus.annotate.entity.EntityTagger;
import fr.corpus.error.RecipeException;
import fr.corpus.internal.opennlp.OpenNlpModels;
import fr.corpus.step.Annotator;
import fr.corpus.step.ModelIdentity;
import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Adds the layer of named entities: persons, places, organizations and dates by our model, or what a model of OpenNLP finds.
 * Our model reads the tags of the tagger that the library carries: those of the layer when that tagger made them, else its
 * own, which are then forgotten. Immutable, thread-safe: every worker has what it needs of its own.
 */
public final class EntityAnnotator implements Annotator {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("annotate.entities@1");

    static final String KIND = EntityModel.KIND;

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = List.of(ModelChoice.MODEL, ModelChoice.LICENSE);

    private final Function<Boolean, Worker> workers;
    private final SortedMap<String, ModelIdentity> models;
    private final boolean tagged;
    private final boolean bySentence;

    private EntityAnnotator(
            Function<Boolean, Worker> workers,
            SortedMap<String, ModelIdentity> models,
            boolean tagged,
            boolean bySentence) {
        this.workers = workers;
        this.models = Collections.unmodifiableSortedMap(models);
        this.tagged = tagged;
        this.bySentence = bySentence;
    }

    /** With the model that the library carries. */
    public static EntityAnnotator standard() {
        return of(EntityModel.standard(), StandardModels.identity(KIND));
    }

    /** With a model of ours. */
    public static EntityAnnotator of(EntityModel model, ModelIdentity identity) {
        SortedMap<String, ModelIdentity> models = new TreeMap<>(Map.of(KIND, identity));
        models.putAll(PosAnnotator.standardWithoutFeatures().models());
        return new EntityAnnotator(tagged -> new EntityWorker(new EntityTagger(model), tagged), models, false, true);
    }

    /**
     * The annotator with these parameters.
     *
     * @param directory where relative paths start
     * @throws RecipeException if the model cannot be had
     */
    public static EntityAnnotator from(Settings settings, Path directory) {
        ModelChoice choice = ModelChoice.of(settings, KIND, directory);
        if (!choice.isOpenNlp()) {
            return choice.ours(KIND, file -> of(EntityModel.of(file, choice.name()), choice.identity(file)));
        }
        OpenNlpModels.Loaded<OpenNlpModels.NameFinder> loaded = choice.openNlp(OpenNlpModels::entities);
        return new EntityAnnotator(
                tagged -> new OpenNlpEntityWorker(loaded.newWorker().get()),
                new TreeMap<>(Map.of(KIND, choice.identity(loaded.version()))),
                true,
                false);
    }

    /** Whether the entities of a sentence depend on it alone: models of OpenNLP remember the names of those before. */
    boolean isBySentence() {
        return bySentence;
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public SortedMap<String, ModelIdentity> models() {
        return models;
    }

    /** After a step that tags with the same tagger, its tags are read. */
    @Override
    public Annotator after(List<Annotator> earlier) {
        LayerOrder.check(ID, earlier);
        ModelIdentity own = models.get(PosAnnotator.KIND);
        boolean same = own != null
                && earlier.stream()
                        .filter(other -> other.models().containsKey(PosAnnotator.KIND))
                        .reduce((before, last) -> last)
                        .filter(last -> own.equals(last.models().get(PosAnnotator.KIND)))
                        .isPresent();
        return same ? new EntityAnnotator(workers, models, true, bySentence) : this;
    }

    @Override
    public Worker newWorker() {
        return workers.apply(tagged);
    }
}
