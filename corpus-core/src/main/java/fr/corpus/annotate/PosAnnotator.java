package fr.corpus.annotate;

import fr.corpus.annotate.lemma.Morphologist;
import fr.corpus.annotate.lemma.MorphologyModel;
import fr.corpus.annotate.tag.TagSet;
import fr.corpus.annotate.tag.Tagger;
import fr.corpus.annotate.tag.TaggerModel;
import fr.corpus.document.Annotations;
import fr.corpus.document.Word;
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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Gives tokens their words and words their universal part of speech and features: by our tagger or by a model of OpenNLP.
 * Cuts tokens first when there are none. Immutable, thread-safe: every worker has a tagger of its own.
 */
public final class PosAnnotator implements Annotator {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("annotate.pos@1");

    static final String KIND = TaggerModel.KIND;

    private static final Parameter FEATURES = Parameter.of("features", Parameter.Type.FLAG);

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = List.of(ModelChoice.MODEL, ModelChoice.LICENSE, FEATURES);

    private final Supplier<Worker> workers;
    private final SortedMap<String, ModelIdentity> models;

    private PosAnnotator(Supplier<Worker> workers, SortedMap<String, ModelIdentity> models) {
        this.workers = workers;
        this.models = Collections.unmodifiableSortedMap(models);
    }

    /** With the models that the library carries. */
    public static PosAnnotator standard() {
        return of(TaggerModel.standard(), StandardModels.identity(KIND), Optional.of(standardFeatures()));
    }

    /** Parts of speech only, with the model that the library carries. */
    static PosAnnotator standardWithoutFeatures() {
        return of(TaggerModel.standard(), StandardModels.identity(KIND), Optional.empty());
    }

    /**
     * A model and what it is.
     *
     * @param model the model
     * @param identity its identity
     */
    public record Known<M>(M model, ModelIdentity identity) {}

    /** With a model of ours. */
    public static PosAnnotator of(
            TaggerModel model, ModelIdentity identity, Optional<Known<MorphologyModel>> features) {
        return new PosAnnotator(
                () -> new TagWorker(new Tagger(model), morphologist(features)), models(identity, features));
    }

    /**
     * The annotator with these parameters.
     *
     * @param directory where relative paths start
     * @throws RecipeException if the model cannot be had
     */
    public static PosAnnotator from(Settings settings, Path directory) {
        Optional<Known<MorphologyModel>> features =
                settings.flag(FEATURES.name()) ? Optional.of(standardFeatures()) : Optional.empty();
        ModelChoice choice = ModelChoice.of(settings, KIND, directory);
        if (!choice.isOpenNlp()) {
            return choice.ours(KIND, file -> of(TaggerModel.of(file, choice.name()), choice.identity(file), features));
        }
        OpenNlpModels.Loaded<OpenNlpModels.Labeller> loaded = choice.openNlp(OpenNlpModels::pos);
        return new PosAnnotator(
                () -> new OpenNlpTagWorker(loaded.newWorker().get(), morphologist(features)),
                models(choice.identity(loaded.version()), features));
    }

    private static Known<MorphologyModel> standardFeatures() {
        MorphologyModel model = MorphologyModel.features();
        return new Known<>(model, StandardModels.identity(MorphologyModel.FEATURES));
    }

    private static Optional<Morphologist> morphologist(Optional<Known<MorphologyModel>> features) {
        return features.map(known -> new Morphologist(MorphologyModel.lemmas(), known.model()));
    }

    private static SortedMap<String, ModelIdentity> models(
            ModelIdentity pos, Optional<Known<MorphologyModel>> features) {
        SortedMap<String, ModelIdentity> models = new TreeMap<>();
        models.put(KIND, pos);
        features.ifPresent(known -> models.put(MorphologyModel.FEATURES, known.identity()));
        return models;
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public Worker newWorker() {
        return workers.get();
    }

    @Override
    public SortedMap<String, ModelIdentity> models() {
        return models;
    }

    @Override
    public Annotator after(List<Annotator> earlier) {
        LayerOrder.check(ID, earlier);
        return this;
    }

    /** The layers with tokens, cut when there are none. */
    static Annotations withTokens(String text, Annotations before, Worker tokens) {
        return before.tokens().isPresent()
                ? SentenceAnnotator.withSentences(text, before)
                : tokens.annotate(text, before);
    }

    /** A word with its features, when they are asked for and its tag is one of Universal Dependencies. */
    static Word word(String form, String tag, Optional<Morphologist> morphologist) {
        boolean known = TagSet.number(tag) >= 0;
        String features = known && morphologist.isPresent() ? morphologist.get().features(form, tag) : Word.UNSAID;
        return Word.of(form).tagged(tag, features);
    }
}
