package fr.corpus.proof;

import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.optout.WorkFingerprint;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys of a work that a release can have. */
final class WorkKeys {

    private WorkKeys() {}

    /** All of them, with the place of each sample among the samples of the work; exact keys have none. */
    static SortedMap<Key, OptionalInt> of(WorkFingerprint work) {
        SortedMap<Key, OptionalInt> keys = new TreeMap<>();
        work.bytes().ifPresent(digest -> keys.put(new Key(KeyType.BYTES, digest.hex()), OptionalInt.empty()));
        keys.put(new Key(KeyType.TEXT, work.text().hex()), OptionalInt.empty());
        long[] samples = work.samples();
        for (int i = 0; i < samples.length; i++) {
            keys.put(WorkFingerprint.sampleKey(samples[i]), OptionalInt.of(i));
        }
        return keys;
    }
}
