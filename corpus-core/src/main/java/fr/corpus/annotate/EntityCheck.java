package fr.corpus.annotate;

import fr.corpus.annotate.accuracy.EntityAccuracy;
import fr.corpus.annotate.entity.Entity;
import fr.corpus.annotate.entity.EntityType;
import fr.corpus.annotate.entity.GoldText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds entities in the raw text of gold files, sentences and tokens being our own, and compares. Stateless. */
public final class EntityCheck {

    private EntityCheck() {}

    /** The entities of a text, found by an annotator that has a model of entities. */
    public static List<Entity> entities(TextAnnotator annotator, String text) {
        List<Entity> found = new ArrayList<>();
        annotator.annotate(text, sentence -> found.addAll(sentence.entities()));
        return found;
    }

    /**
     * Compares over all texts.
     *
     * @param types what counts; the rest is left out on both sides
     */
    public static EntityAccuracy check(TextAnnotator annotator, List<GoldText> texts, Set<EntityType> types) {
        EntityAccuracy.Counter counter = new EntityAccuracy.Counter(types);
        for (GoldText text : texts) {
            counter.add(text.entities(), entities(annotator, text.text()));
        }
        return counter.done();
    }
}
