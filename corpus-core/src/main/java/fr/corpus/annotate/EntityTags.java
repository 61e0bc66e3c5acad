package fr.corpus.annotate;

import fr.corpus.annotate.entity.Entity;
import java.util.Arrays;

/** The IOB2 tag of each token of a sentence. Stateless. */
final class EntityTags {

    /** The tag of a token in no entity. */
    static final String OUTSIDE = "O";

    private EntityTags() {}

    static String[] of(SentenceView view) {
        String[] tags = new String[view.size()];
        Arrays.fill(tags, OUTSIDE);
        int token = 0;
        for (Entity entity : view.entities()) {
            while (view.end(token) <= entity.start()) {
                token++;
            }
            String prefix = "B-";
            for (; token < view.size() && view.start(token) < entity.end(); token++) {
                tags[token] = prefix + entity.type();
                prefix = "I-";
            }
        }
        return tags;
    }
}
