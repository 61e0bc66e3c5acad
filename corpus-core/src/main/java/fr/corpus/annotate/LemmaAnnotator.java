package fr.corpus.annotate;

import fr.corpus.annotate.lemma.Morphologist;
import fr.corpus.annotate.lemma.MorphologyModel;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.error.RecipeException;
import fr.corpus.internal.opennlp.OpenNlpModels;
import fr.corpus.step.Annotator;
import fr.corpus.step.ModelIdentity;
import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Gives words their lemma, that of Universal Dependencies and that of a dictionary; with a model of OpenNLP both are what it
 * says. Tags first, with the model that the library carries, when no step did. Immutable, thread-safe: every worker has
 * what it needs of its own.
 */
public final class LemmaAnnotator implements Annotator {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("annotate.lemma@1");

    static final String KIND = MorphologyModel.LEMMA;

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = List.of(ModelChoice.MODEL, ModelChoice.LICENSE);

    private final Supplier<Worker> workers;
    private final SortedMap<String, ModelIdentity> models;
    private final boolean tags;

    private LemmaAnnotator(Supplier<Worker> workers, SortedMap<String, ModelIdentity> models, boolean tags) {
        this.workers = workers;
        this.models = Collections.unmodifiableSortedMap(models);
        this.tags = tags;
    }

    /** With the model that the library carries. */
    public static LemmaAnnotator standard() {
        return of(MorphologyModel.lemmas(), StandardModels.identity(KIND));
    }

    /** With a model of ours. */
    public static LemmaAnnotator of(MorphologyModel model, ModelIdentity identity) {
        return alone(() -> lookUp(model), identity);
    }

    private static LemmaAnnotator alone(Supplier<Worker> workers, ModelIdentity identity) {
        SortedMap<String, ModelIdentity> models = new TreeMap<>(Map.of(KIND, identity));
        models.putAll(PosAnnotator.standard().models());
        return new LemmaAnnotator(workers, models, true);
    }

    /**
     * The annotator with these parameters.
     *
     * @param directory where relative paths start
     * @throws RecipeException if the model cannot be had
     */
    public static LemmaAnnotator from(Settings settings, Path directory) {
        ModelChoice choice = ModelChoice.of(settings, KIND, directory);
        if (!choice.isOpenNlp()) {
            return choice.ours(KIND, file -> of(MorphologyModel.of(file, choice.name()), choice.identity(file)));
        }
        OpenNlpModels.Loaded<OpenNlpModels.Labeller> loaded = choice.openNlp(OpenNlpModels::lemmas);
        return alone(() -> ask(loaded.newWorker().get()), choice.identity(loaded.version()));
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public SortedMap<String, ModelIdentity> models() {
        return models;
    }

    @Override
    public Annotator after(List<Annotator> earlier) {
        LayerOrder.check(ID, earlier);
        if (!LayerOrder.has(PosAnnotator.ID, earlier)) {
            return this;
        }
        return new LemmaAnnotator(workers, new TreeMap<>(Map.of(KIND, models.get(KIND))), false);
    }

    @Override
    public Worker newWorker() {
        Worker lemmas = workers.get();
        if (!tags) {
            return lemmas;
        }
        Worker tagger = PosAnnotator.standard().newWorker();
        return (text, before) -> lemmas.annotate(text, tagger.annotate(text, before));
    }

    private static Worker lookUp(MorphologyModel model) {
        Morphologist morphologist = new Morphologist(model, MorphologyModel.features());
        WordMap lemmas = new WordMap(words -> lemmatize(words, morphologist));
        return (text, before) -> lemmas.apply(before);
    }

    private static List<Word> lemmatize(List<Word> words, Morphologist morphologist) {
        return words.stream()
                .map(word -> {
                    Morphologist.Lemmas lemmas = morphologist.lemmas(word.form(), word.upos());
                    return word.lemmatized(lemmas.lemma(), lemmas.entry());
                })
                .toList();
    }

    private static Worker ask(OpenNlpModels.Labeller lemmatizer) {
        return (text, before) -> {
            List<Token> tokens = before.tokens().orElseThrow();
            List<Token> made = new ArrayList<>(tokens.size());
            TokenSentences.each(before, OpenNlpTagWorker.MOST_TOKENS, (from, to) -> {
                List<Word> words = tokens.subList(from, to).stream()
                        .flatMap(token -> token.words().stream())
                        .toList();
                String[] lemmas = lemmatizer.label(
                        words.stream().map(Word::form).toArray(String[]::new),
                        words.stream().map(Word::upos).toArray(String[]::new));
                int at = 0;
                for (Token token : tokens.subList(from, to)) {
                    List<Word> own = new ArrayList<>();
                    for (Word word : token.words()) {
                        own.add(word.lemmatized(lemmas[at], lemmas[at]));
                        at++;
                    }
                    made.add(token.with(own));
                }
            });
            return before.withTokens(made);
        };
    }
}
