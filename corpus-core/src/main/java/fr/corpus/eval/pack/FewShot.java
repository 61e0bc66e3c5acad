package fr.corpus.eval.pack;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Chooses solved examples for an item, never the item itself nor one that shares a text or a cluster with it. Immutable.
 *
 * <p>Candidates are ordered by SHA-256 of {@code seed}, LF, id of the asked item, LF, id of the candidate: the same for everybody, and
 * without a place of honour for the first items of a file.
 */
public final class FewShot {

    private final List<PackItem> pool;
    private final long seed;

    private FewShot(List<PackItem> pool, long seed) {
        this.pool = List.copyOf(pool);
        this.seed = seed;
    }

    /** Examples drawn from a pool. */
    public static FewShot of(List<PackItem> pool, long seed) {
        return new FewShot(pool, seed);
    }

    /** At most {@code count} examples for an item; fewer when the pool has no more that do not overlap. */
    public List<PackItem> examples(PackItem asked, int count) {
        record Candidate(PackItem item, Digest order) {}
        List<Candidate> candidates = new ArrayList<>();
        for (PackItem item : pool) {
            if (!overlaps(item, asked)) {
                candidates.add(new Candidate(item, Sha256.of(seed + "\n" + asked.id() + "\n" + item.id())));
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparing(Candidate::order))
                .limit(count)
                .map(Candidate::item)
                .toList();
    }

    /** Whether an example would give the item away: same id, same cluster, or a text in common but for case, marks and spaces. */
    public static boolean overlaps(PackItem one, PackItem other) {
        if (one.id().equals(other.id())) {
            return true;
        }
        if (one.facts().cluster().isPresent()
                && one.facts().cluster().equals(other.facts().cluster())) {
            return true;
        }
        Set<String> texts = new HashSet<>();
        one.texts().forEach(text -> texts.add(folded(text)));
        return other.texts().stream().anyMatch(text -> texts.contains(folded(text)));
    }

    private static String folded(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder();
        decomposed.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
