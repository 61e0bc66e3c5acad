package fr.corpus.annotate.train;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.MissingStops;
import fr.corpus.annotate.TreebankCheck;
import fr.corpus.annotate.accuracy.Accuracy;
import fr.corpus.annotate.conllu.ConlluReader;
import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.lemma.MorphologyModel;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.tag.TaggerModel;
import fr.corpus.annotate.term.LemmaFrequencies;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTrainingTest {

    @Test
    void givesTheSameBytesTwice() throws IOException {
        List<ConlluSentence> few = ConlluReader.readAll(SharedFolder.need("data/ud-french/fr_sequoia-ud-dev.conllu"))
                .subList(0, 60);
        TrainingData data =
                new TrainingData(few, few.subList(0, 20), List.of("Il lit Le Monde. Elle rit."), few.subList(20, 30));
        for (String kind : ModelTraining.KINDS) {
            assertThat(ModelTraining.train(kind, data, 3).toBytes())
                    .as(kind)
                    .isEqualTo(ModelTraining.train(kind, data, 3).toBytes());
        }
    }

    @Test
    void givesTheModelsThatTheLibraryCarries() throws IOException {
        Path shared = SharedFolder.need("data");
        TrainingData data = TrainingData.read(shared, true);
        assertThat(ModelTraining.train(MissingStops.KIND, data, ModelTraining.SEED)
                        .digest())
                .isEqualTo(ModelFile.load(MissingStops.KIND).digest());
        assertThat(ModelTraining.train(MorphologyModel.LEMMA, data, ModelTraining.SEED)
                        .digest())
                .isEqualTo(ModelFile.load(MorphologyModel.LEMMA).digest());
        assertThat(ModelTraining.train(MorphologyModel.FEATURES, data, ModelTraining.SEED)
                        .digest())
                .isEqualTo(ModelFile.load(MorphologyModel.FEATURES).digest());
        assertThat(ModelTraining.train(LemmaFrequencies.KIND, data, ModelTraining.SEED)
                        .digest())
                .isEqualTo(LemmaFrequencies.load().digest());
        assertThat(ModelTraining.train(TaggerModel.KIND, data, ModelTraining.SEED)
                        .digest())
                .isEqualTo(ModelFile.load(TaggerModel.KIND).digest());
    }

    @Test
    void keepsTheAccuracyThatTheCardReports() throws IOException {
        Path gold = SharedFolder.need("data/ud-french/fr_rhapsodie-ud-dev.conllu");
        Accuracy accuracy = TreebankCheck.check(LayerChain.Steps.standard(), ConlluReader.readAll(gold), true, "gold");
        assertThat(accuracy.tokens().f1()).isGreaterThan(0.998);
        assertThat(accuracy.upos().f1()).isGreaterThan(0.98);
        assertThat(accuracy.contentLemmas().recall()).isGreaterThan(0.985);
    }
}
