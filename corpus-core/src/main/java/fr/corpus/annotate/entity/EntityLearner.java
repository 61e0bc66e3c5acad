package fr.corpus.annotate.entity;

import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.token.TokenSpans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers sentences with gold entities and trains a model from them. Confined to one thread. */
public final class EntityLearner {

    private static final int BITS = 18;

    private final WordKinds kinds = new WordKinds();
    private final Map<String, WordKind> met = new HashMap<>();
    private final Units units = new Units();
    private final EntityContext.Window window = new EntityContext.Window();
    private final int[] context = new int[EntityContext.SIZE];
    private final List<EntityTrainer.Example> examples = new ArrayList<>();

    /**
     * Adds a sentence. A token belongs to an entity that covers half of it or more.
     *
     * @param tags parts of speech of the tokens, numbers of {@link fr.corpus.annotate.tag.TagSet}
     * @param gold entities of the text in order; dates are not learnt
     */
    public void add(String text, TokenSpans tokens, byte[] tags, List<Entity> gold) {
        units.fill(text, tokens, tags);
        int n = units.size;
        if (n == 0) {
            return;
        }
        WordKind[] words = new WordKind[n];
        for (int i = 0; i < n; i++) {
            words[i] = met.computeIfAbsent(text.substring(units.starts[i], units.ends[i]), kinds::of);
        }
        int[][] features = new int[n][];
        byte[] links = new byte[n];
        for (int i = 0; i < n; i++) {
            links[i] = (byte) words[i].link();
            features[i] = features(words, i);
        }
        examples.add(new EntityTrainer.Example(features, links, labels(gold)));
    }

    /** Sentences so far. */
    public int sentences() {
        return examples.size();
    }

    /** Trains; the same sentences in the same order and the same seed give the same bytes. */
    public ModelFile train(long seed) {
        EntityTrainer.Learnt learnt = EntityTrainer.train(examples, BITS, seed);
        return EntityModel.file(learnt.weights(), learnt.steps(), BITS, seed);
    }

    private byte[] labels(List<Entity> gold) {
        byte[] labels = new byte[units.size];
        int from = first(gold, units.starts[0]);
        int last = -1;
        for (int i = 0; i < units.size; i++) {
            int start = units.starts[i];
            int end = units.ends[i];
            while (from < gold.size() && gold.get(from).end() <= start) {
                from++;
            }
            if (from < gold.size() && gold.get(from).type() != EntityType.DATE) {
                Entity entity = gold.get(from);
                int common = Math.min(entity.end(), end) - Math.max(entity.start(), start);
                if (common > 0 && 2 * common >= end - start) {
                    labels[i] = (byte) (last == from ? Labels.inside(entity.type()) : Labels.begin(entity.type()));
                    last = from;
                }
            }
            if (!Labels.follows(i == 0 ? Labels.OUTSIDE : labels[i - 1], labels[i])) {
                labels[i]--;
            }
        }
        return labels;
    }

    /** The first entity that ends after an offset. */
    private static int first(List<Entity> gold, int offset) {
        int low = 0;
        int high = gold.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (gold.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int[] features(WordKind[] words, int i) {
        int n = words.length;
        window.here = words[i];
        window.before = i > 0 ? words[i - 1] : WordKind.EDGE;
        window.after = i + 1 < n ? words[i + 1] : WordKind.EDGE;
        window.farBefore = i > 1 ? words[i - 2] : WordKind.EDGE;
        window.farAfter = i + 2 < n ? words[i + 2] : WordKind.EDGE;
        window.tag = units.tags[i];
        window.tagBefore = i > 0 ? units.tags[i - 1] : -1;
        window.tagAfter = i + 1 < n ? units.tags[i + 1] : -1;
        window.first = i == 0;
        EntityContext.fill(context, window);
        int[][] parts = {
            context,
            window.here.here(),
            window.before.before(),
            window.after.after(),
            window.farBefore.farBefore(),
            window.farAfter.farAfter()
        };
        int size = 0;
        for (int[] part : parts) {
            size += part.length;
        }
        int[] all = new int[size];
        int at = 0;
        for (int[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
