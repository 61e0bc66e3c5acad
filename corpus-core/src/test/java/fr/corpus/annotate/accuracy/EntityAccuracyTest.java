package fr.corpus.annotate.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.annotate.EntityCheck;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.entity.Entity;
import fr.corpus.annotate.entity.EntityFiles;
import fr.corpus.annotate.entity.EntityModel;
import fr.corpus.annotate.entity.EntityType;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.train.EntityTraining;
import fr.corpus.annotate.train.ModelTraining;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityAccuracyTest {

    private static final EnumSet<EntityType> TYPES = EnumSet.of(EntityType.PER, EntityType.LOC, EntityType.ORG);

    @Test
    void tellsExactFromRelaxed() {
        EntityAccuracy.Counter counter = new EntityAccuracy.Counter(TYPES);
        counter.add(
                List.of(
                        new Entity(EntityType.PER, 0, 4),
                        new Entity(EntityType.LOC, 10, 15),
                        new Entity(EntityType.ORG, 20, 25),
                        new Entity(EntityType.DATE, 30, 35)),
                List.of(
                        new Entity(EntityType.PER, 2, 4),
                        new Entity(EntityType.LOC, 10, 15),
                        new Entity(EntityType.PER, 20, 25),
                        new Entity(EntityType.LOC, 40, 45)));
        EntityAccuracy accuracy = counter.done();
        assertThat(accuracy.exact()).isEqualTo(new Score(1, 3, 4, -1));
        assertThat(accuracy.relaxed()).isEqualTo(new Score(2, 3, 4, -1));
        assertThat(accuracy.spans()).isEqualTo(new Score(2, 3, 4, -1));
        assertThat(accuracy.confusions()).containsOnlyKeys("PER PER", "LOC LOC", "ORG PER", "- LOC");
    }

    @Test
    void keepsTheAccuracyThatTheCardReports() throws IOException {
        LayerChain.Steps steps = LayerChain.Steps.standard();
        EntityAccuracy accuracy = EntityCheck.check(
                EntityCheck.chain(steps, steps.entities()),
                EntityFiles.read(SharedFolder.need("data/ner/HIPE-2022-v2.1-newseye-dev-fr.tsv")),
                TYPES);
        assertThat(accuracy.exact().f1()).isCloseTo(0.41, within(0.005));
        assertThat(accuracy.relaxed().f1()).isCloseTo(0.664, within(0.005));
    }

    @Test
    void trainingGivesTheModelThatTheLibraryCarries() throws IOException {
        ModelFile trained = EntityTraining.train(EntityTraining.read(SharedFolder.need("data")), ModelTraining.SEED);
        assertThat(trained.digest()).isEqualTo(ModelFile.load(EntityModel.KIND).digest());
    }
}
