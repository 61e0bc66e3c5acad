package fr.corpus.annotate.train;

import fr.corpus.annotate.EntityAnnotator;
import fr.corpus.annotate.EntityCheck;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.accuracy.EntityAccuracy;
import fr.corpus.annotate.entity.Entity;
import fr.corpus.annotate.entity.EntityModel;
import fr.corpus.annotate.entity.EntityType;
import fr.corpus.annotate.entity.GoldText;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.step.Annotator;
import fr.corpus.step.ModelIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cross-validation of the model of entities: gold is cut into parts that follow each other, and each part is annotated by a model
 * of the others. Stateless.
 */
public final class EntityFolds {

    private EntityFolds() {}

    /**
     * Trains once for each part and compares over all of them.
     *
     * @param with what cuts sentences; the parts of speech come from the model that the library carries
     * @param folds number of parts, at least 2
     * @param types what counts
     */
    public static EntityAccuracy check(LayerChain.Steps with, List<GoldText> texts, int folds, Set<EntityType> types) {
        List<List<GoldText>> parts = parts(texts, folds);
        EntityAccuracy.Counter counter = new EntityAccuracy.Counter(types);
        for (int held = 0; held < folds; held++) {
            List<GoldText> others = new ArrayList<>();
            for (int part = 0; part < folds; part++) {
                others.addAll(part == held ? List.of() : parts.get(part));
            }
            ModelFile trained = EntityTraining.train(others, ModelTraining.SEED);
            ModelIdentity identity =
                    new ModelIdentity("fold", Integer.toString(ModelFile.VERSION), trained.digest(), "undeclared");
            EntityAnnotator entities = EntityAnnotator.of(EntityModel.of(trained, "fold"), identity);
            Annotator.Worker worker = EntityCheck.chain(with, entities).newWorker();
            for (GoldText text : parts.get(held)) {
                counter.add(text.entities(), EntityCheck.entities(worker, text.text()));
            }
        }
        return counter.done();
    }

    /** Whole texts when there are enough of them, else every text cut into so many. */
    static List<List<GoldText>> parts(List<GoldText> texts, int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException("need at least 2 folds, got " + folds);
        }
        List<List<GoldText>> parts = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            List<GoldText> part = new ArrayList<>();
            if (texts.size() >= folds) {
                part.addAll(texts.subList(
                        (int) ((long) texts.size() * fold / folds), (int) ((long) texts.size() * (fold + 1) / folds)));
            } else {
                for (GoldText text : texts) {
                    part.add(cut(text, bound(text, fold, folds), bound(text, fold + 1, folds)));
                }
            }
            parts.add(part);
        }
        return parts;
    }

    /** The token before which a part starts, none of the entities being cut. */
    private static int bound(GoldText text, int fold, int folds) {
        int token = (int) ((long) text.tokens().size() * fold / folds);
        for (Entity entity : text.entities()) {
            while (token < text.tokens().size()
                    && entity.start() < text.tokens().get(token).start()
                    && text.tokens().get(token).start() < entity.end()) {
                token++;
            }
        }
        return token;
    }

    private static GoldText cut(GoldText text, int from, int to) {
        if (from >= to) {
            return new GoldText(text.name(), "", List.of(), List.of(), Map.of());
        }
        int start = text.tokens().get(from).start();
        int end = text.tokens().get(to - 1).end();
        List<GoldText.Token> tokens = text.tokens().subList(from, to).stream()
                .map(token -> new GoldText.Token(token.start() - start, token.end() - start))
                .toList();
        List<Entity> entities = text.entities().stream()
                .filter(entity -> entity.start() >= start && entity.end() <= end)
                .map(entity -> new Entity(entity.type(), entity.start() - start, entity.end() - start))
                .toList();
        return new GoldText(text.name(), text.text().substring(start, end), entities, tokens, Map.of());
    }
}
