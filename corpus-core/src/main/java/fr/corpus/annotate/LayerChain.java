package fr.corpus.annotate;

import fr.corpus.document.Annotations;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.step.Annotator;
import fr.corpus.step.ModelIdentity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The steps that make the layers that are asked for. Immutable, thread-safe: each thread asks for a worker of its own.
 *
 * @param layers what is asked for
 * @param steps what makes it, in order
 * @param keepsAll whether layers that a text has already, or that were made on the way, stay; if not, what a text has is made anew
 */
public record LayerChain(Set<Layer> layers, List<Annotator> steps, boolean keepsAll) {

    /** Layers that are said of words. */
    private static final Set<Layer> OF_WORDS = EnumSet.of(Layer.WORDS, Layer.POS, Layer.FEATURES, Layer.LEMMA);

    public LayerChain {
        layers = Set.copyOf(layers);
        steps = List.copyOf(steps);
    }

    /**
     * The steps with their models.
     *
     * @param sentences cuts sentences
     * @param pos tags words
     * @param lemma gives lemmas
     * @param entities finds entities
     */
    public record Steps(SentenceAnnotator sentences, PosAnnotator pos, LemmaAnnotator lemma, EntityAnnotator entities) {

        /** Those with the models that the library carries. */
        public static Steps standard() {
            return new Steps(
                    SentenceAnnotator.standard(),
                    PosAnnotator.standard(),
                    LemmaAnnotator.standard(),
                    EntityAnnotator.standard());
        }
    }

    /** A chain that leaves nothing but the layers that are asked for; sentences always stay. */
    public static LayerChain of(Set<Layer> layers, Steps with) {
        List<Annotator> steps = new ArrayList<>();
        steps.add(with.sentences());
        boolean words = layers.stream().anyMatch(OF_WORDS::contains);
        if (words) {
            steps.add(with.pos());
        } else if (layers.contains(Layer.TOKENS)) {
            steps.add(new TokenAnnotator());
        }
        if (layers.contains(Layer.LEMMA)) {
            steps.add(with.lemma().after(List.copyOf(steps)));
        }
        if (layers.contains(Layer.ENTITIES)) {
            steps.add(with.entities().after(List.copyOf(steps)));
        }
        if (layers.contains(Layer.TERMS)) {
            steps.add(TermAnnotator.of(with.lemma()).after(List.copyOf(steps)));
        }
        return new LayerChain(layers, steps, false);
    }

    /** The same chain for texts that have layers: theirs stay, what they lack is made. */
    public LayerChain keepingAll() {
        return new LayerChain(layers, steps, true);
    }

    /** The step that cuts sentences: the first of all. */
    public Annotator sentences() {
        return steps.get(0);
    }

    /** The same chain for texts that have their sentences: these stay. */
    public LayerChain afterSentences() {
        return new LayerChain(layers, steps.subList(1, steps.size()), keepsAll);
    }

    /** Whether all that is made beside sentences depends on one sentence alone, so that a text may be annotated in pieces. */
    public boolean isBySentence() {
        return steps.stream().allMatch(step -> !(step instanceof EntityAnnotator entities) || entities.isBySentence());
    }

    /** The models at work, by kind. */
    public SortedMap<String, ModelIdentity> models() {
        SortedMap<String, ModelIdentity> models = new TreeMap<>();
        steps.forEach(step -> step.models().forEach(models::putIfAbsent));
        return models;
    }

    /** A worker for one thread. */
    public Annotator.Worker newWorker() {
        List<Annotator.Worker> workers =
                steps.stream().map(Annotator::newWorker).toList();
        WordMap wanted = new WordMap(this::wanted);
        boolean asMade = keepsAll || layers.containsAll(OF_WORDS);
        return (text, before) -> {
            Annotations made = keepsAll ? before : sentencesOf(before);
            for (int i = 0; i < workers.size(); i++) {
                if (!keepsAll || !has(steps.get(i), made)) {
                    made = workers.get(i).annotate(text, made);
                }
            }
            return asMade ? made : wanted.apply(made);
        };
    }

    private static Annotations sentencesOf(Annotations layers) {
        return layers.sentences().map(Annotations.NONE::withSentences).orElse(Annotations.NONE);
    }

    private static boolean has(Annotator step, Annotations layers) {
        List<Token> tokens = layers.tokens().orElse(List.of());
        String name = step.id().name();
        if (name.equals(SentenceAnnotator.ID.name())) {
            return layers.sentences().isPresent();
        } else if (name.equals(TokenAnnotator.ID.name())) {
            return layers.tokens().isPresent();
        } else if (name.equals(EntityAnnotator.ID.name())) {
            return layers.entities().isPresent();
        } else if (name.equals(TermAnnotator.ID.name())) {
            return layers.terms().isPresent();
        }
        boolean pos = name.equals(PosAnnotator.ID.name());
        return tokens.stream()
                .flatMap(token -> token.words().stream())
                .anyMatch(word -> !(pos ? word.upos() : word.lemma()).isEmpty());
    }

    private List<Word> wanted(List<Word> words) {
        return layers.stream().noneMatch(OF_WORDS::contains)
                ? List.of()
                : words.stream()
                        .map(word -> Word.of(word.form())
                                .tagged(
                                        layers.contains(Layer.POS) ? word.upos() : Word.UNSAID,
                                        layers.contains(Layer.FEATURES) ? word.features() : Word.UNSAID)
                                .lemmatized(
                                        layers.contains(Layer.LEMMA) ? word.lemma() : Word.UNSAID,
                                        layers.contains(Layer.LEMMA) ? word.entry() : Word.UNSAID))
                        .toList();
    }
}
