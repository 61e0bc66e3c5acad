package fr.corpus.eval.pack;

import fr.corpus.hash.Sha256;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Draws solved examples for an item, never the item itself nor one that shares a text or a cluster with it
 * (docs/formats/eval-run.md, “Examples”). Immutable.
 *
 * <p>The draw depends on seed, asked item and pool, not on the order of the pool: the same for everybody, and without a place of honour
 * for the first items of a file.
 */
public final class FewShot {

    private final List<PackItem> pool;
    private final List<Set<String>> texts = new ArrayList<>();
    private final long seed;

    private FewShot(List<PackItem> pool, long seed) {
        this.pool = pool.stream().sorted(Comparator.comparing(PackItem::id)).toList();
        this.pool.forEach(item -> texts.add(folded(item)));
        this.seed = seed;
    }

    /** Examples drawn from a pool. */
    public static FewShot of(List<PackItem> pool, long seed) {
        return new FewShot(pool, seed);
    }

    /** At most {@code count} examples for an item; fewer when the pool has no more that do not overlap. */
    public List<PackItem> examples(PackItem asked, int count) {
        Set<String> own = folded(asked);
        List<PackItem> examples = new ArrayList<>();
        // Fisher and Yates, of which only the places that moved are kept.
        Map<Integer, Integer> moved = new HashMap<>();
        for (int i = 0; i < pool.size() && examples.size() < count; i++) {
            int drawn = i + below(pool.size() - i, asked.id(), i);
            int place = moved.getOrDefault(drawn, drawn);
            moved.put(drawn, moved.getOrDefault(i, i));
            if (!overlaps(pool.get(place), texts.get(place), asked, own)) {
                examples.add(pool.get(place));
            }
        }
        return examples;
    }

    private int below(int bound, String asked, int draw) {
        byte[] bytes = Sha256.of(seed + "\n" + asked + "\n" + draw).bytes();
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(bytes).getLong(), bound);
    }

    /** Whether an example would give the item away: same id, same cluster, or a text in common but for case, marks and spaces. */
    private static boolean overlaps(PackItem one, Set<String> ofOne, PackItem other, Set<String> ofOther) {
        return one.id().equals(other.id())
                || one.facts().cluster().isPresent()
                        && one.facts().cluster().equals(other.facts().cluster())
                || ofOne.stream().anyMatch(ofOther::contains);
    }

    private static Set<String> folded(PackItem item) {
        Set<String> folded = new HashSet<>();
        for (String text : item.texts()) {
            StringBuilder kept = new StringBuilder();
            Normalizer.normalize(text, Normalizer.Form.NFKD)
                    .toLowerCase(Locale.ROOT)
                    .codePoints()
                    .filter(Character::isLetterOrDigit)
                    .forEach(kept::appendCodePoint);
            folded.add(kept.toString());
        }
        return folded;
    }
}
