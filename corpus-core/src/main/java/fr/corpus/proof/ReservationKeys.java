package fr.corpus.proof;

import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.optout.Declaration;
import fr.corpus.optout.Selector;
import fr.corpus.optout.WorkFingerprint;
import java.util.ArrayList;
import java.util.List;

/**
 * What a release can be asked of a reservation. Immutable.
 *
 * @param works its works; a proof is about one
 * @param keys its exact keys
 * @param unproven number of its selectors that have no key: patterns of addresses and ISCC codes
 */
public record ReservationKeys(List<WorkFingerprint> works, List<Key> keys, int unproven) {

    public ReservationKeys {
        works = List.copyOf(works);
        keys = List.copyOf(keys);
    }

    /** The keys of what was declared. */
    public static ReservationKeys of(Declaration declared) {
        List<WorkFingerprint> works = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        int unproven = 0;
        for (Selector selector : declared.selectors()) {
            if (selector instanceof Selector.Work work) {
                works.add(work.fingerprint());
            } else if (selector instanceof Selector.Exact exact && exact.key().type() != KeyType.ISCC) {
                keys.add(exact.key());
            } else {
                unproven++;
            }
        }
        return new ReservationKeys(works, keys, unproven);
    }
}
