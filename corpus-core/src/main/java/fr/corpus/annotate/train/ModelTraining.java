package fr.corpus.annotate.train;

import fr.corpus.annotate.MissingStops;
import fr.corpus.annotate.MissingStopsTrainer;
import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.lemma.MorphologyModel;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.tag.TaggerModel;
import fr.corpus.annotate.tag.TaggerTraining;
import java.util.List;

/** Trains the models of annotation by kind. Stateless; the same data and seed give the same bytes. */
public final class ModelTraining {

    /** The kinds that can be trained. */
    public static final List<String> KINDS =
            List.of(MissingStops.KIND, TaggerModel.KIND, MorphologyModel.LEMMA, MorphologyModel.FEATURES);

    /** The seed of the models that the library carries. */
    public static final long SEED = 1;

    private ModelTraining() {}

    /**
     * Trains one model.
     *
     * @throws IllegalArgumentException if the kind is none of {@link #KINDS}
     */
    public static ModelFile train(String kind, TrainingData data, long seed) {
        return switch (kind) {
            case MissingStops.KIND -> sentences(data, seed);
            case TaggerModel.KIND -> new TaggerTraining().train(data.tagged(), data.silver(), seed);
            case MorphologyModel.LEMMA -> MorphologyModel.trainLemmas(data.gold(), seed);
            case MorphologyModel.FEATURES -> MorphologyModel.trainFeatures(data.gold(), seed);
            default -> throw new IllegalArgumentException("no kind of model: " + kind);
        };
    }

    private static ModelFile sentences(TrainingData data, long seed) {
        MissingStopsTrainer trainer = new MissingStopsTrainer();
        trainer.add(data.gold().stream().map(ConlluSentence::text).toList());
        data.passages().forEach(trainer::addRunning);
        return trainer.train(seed);
    }
}
