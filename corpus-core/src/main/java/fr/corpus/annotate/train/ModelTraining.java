package fr.corpus.annotate.train;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.MissingStops;
import fr.corpus.annotate.MissingStopsTrainer;
import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.lemma.MorphologyModel;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.tag.TaggerModel;
import fr.corpus.annotate.tag.TaggerTraining;
import fr.corpus.annotate.term.LemmaCounts;
import fr.corpus.annotate.term.LemmaFrequencies;
import fr.corpus.document.Annotations;
import fr.corpus.step.Annotator;
import java.util.EnumSet;
import java.util.List;

/** Trains the models of annotation by kind. Stateless; the same data and seed give the same bytes. */
public final class ModelTraining {

    /** The kinds that can be trained. */
    public static final List<String> KINDS = List.of(
            MissingStops.KIND,
            TaggerModel.KIND,
            MorphologyModel.LEMMA,
            MorphologyModel.FEATURES,
            LemmaFrequencies.KIND);

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
            case LemmaFrequencies.KIND -> frequencies(data, seed);
            default -> throw new IllegalArgumentException("no kind of model: " + kind);
        };
    }

    private static ModelFile sentences(TrainingData data, long seed) {
        MissingStopsTrainer trainer = new MissingStopsTrainer();
        trainer.add(data.gold().stream().map(ConlluSentence::text).toList());
        data.passages().forEach(trainer::addRunning);
        return trainer.train(seed);
    }

    /** Counted in the texts as the carried models annotate them, so that a corpus is compared with its like. */
    private static ModelFile frequencies(TrainingData data, long seed) {
        Annotator.Worker worker = LayerChain.of(EnumSet.of(Layer.POS, Layer.LEMMA), LayerChain.Steps.standard())
                .newWorker();
        LemmaCounts counts = new LemmaCounts();
        data.gold().forEach(sentence -> counts.add(worker.annotate(sentence.text(), Annotations.NONE)));
        data.passages().forEach(passage -> counts.add(worker.annotate(passage, Annotations.NONE)));
        return LemmaFrequencies.train(counts, seed);
    }
}
