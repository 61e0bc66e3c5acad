package fr.corpus.annotate;

import fr.corpus.annotate.accuracy.EntityAccuracy;
import fr.corpus.annotate.entity.Entity;
import fr.corpus.annotate.entity.EntityType;
import fr.corpus.annotate.entity.GoldText;
import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.TextOffsets;
import fr.corpus.step.Annotator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds entities in the raw text of gold files, sentences and tokens being our own, and compares. Stateless. */
public final class EntityCheck {

    private EntityCheck() {}

    /**
     * The chain that finds entities.
     *
     * @param entities finds them
     */
    public static LayerChain chain(LayerChain.Steps with, EntityAnnotator entities) {
        return LayerChain.of(
                EnumSet.of(Layer.ENTITIES), new LayerChain.Steps(with.sentences(), with.pos(), with.lemma(), entities));
    }

    /** The entities of a text, in UTF-16 units, found by a worker of a {@linkplain #chain chain}. */
    public static List<Entity> entities(Annotator.Worker worker, String text) {
        List<Entity> found = new ArrayList<>();
        TextOffsets offsets = new TextOffsets(text);
        for (Mention mention :
                worker.annotate(text, Annotations.NONE).entities().orElseThrow()) {
            int start = offsets.unitsOf(mention.start());
            found.add(new Entity(EntityType.valueOf(mention.label()), start, offsets.unitsOf(mention.end())));
        }
        return found;
    }

    /**
     * Compares over all texts.
     *
     * @param chain finds entities
     * @param types what counts; the rest is left out on both sides
     */
    public static EntityAccuracy check(LayerChain chain, List<GoldText> texts, Set<EntityType> types) {
        Annotator.Worker worker = chain.newWorker();
        EntityAccuracy.Counter counter = new EntityAccuracy.Counter(types);
        for (GoldText text : texts) {
            counter.add(text.entities(), entities(worker, text.text()));
        }
        return counter.done();
    }
}
