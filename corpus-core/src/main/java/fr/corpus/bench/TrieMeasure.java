package fr.corpus.bench;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.pipeline.ProcessMeter;
import fr.corpus.proof.KeyProof;
import fr.corpus.proof.KeyTrie;
import fr.corpus.proof.KeyTrieBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the key trie of a release takes: to build, to prove, to check. Immutable.
 *
 * @param keys keys of the trie, of one value each
 * @param buildCpuSeconds CPU time of building, sorting included
 * @param peakBytes highest resident memory of the process until it was built
 * @param proofs proofs made, half of them of presence
 * @param hashesMean hashes of a proof
 * @param hashesMost most hashes of a proof
 * @param proveMillisMean wall time of making a proof, files as the system has them
 * @param proveMillisWorst the longest
 * @param checkMicros CPU time of checking a proof, median
 */
public record TrieMeasure(
        long keys,
        double buildCpuSeconds,
        long peakBytes,
        int proofs,
        double hashesMean,
        int hashesMost,
        double proveMillisMean,
        double proveMillisWorst,
        double checkMicros) {

    private static final int PROOFS = 10_000;
    private static final double NANO_TO_MILLI = 1e-6;
    private static final double NANO_TO_MICRO = 1e-3;

    /**
     * Builds a trie of so many keys and proves 10,000 keys, every other absent.
     *
     * @param directory empty; needs about 240 bytes a key while it is built
     */
    public static TrieMeasure of(Path directory, long keys) throws IOException {
        double before = ProcessMeter.cpuSeconds();
        try (KeyTrieBuilder builder = new KeyTrieBuilder(directory, KeyTrieBuilder.DEFAULT_PAIRS_IN_MEMORY)) {
            for (long i = 0; i < keys; i++) {
                builder.add(key(i), key(-1 - i));
            }
            builder.finish();
        }
        double cpu = ProcessMeter.cpuSeconds() - before;
        long peak = ProcessMeter.peakBytes();
        List<Double> hashes = new ArrayList<>();
        List<Double> prove = new ArrayList<>();
        List<Double> check = new ArrayList<>();
        SeededRandom random = new SeededRandom(1);
        try (KeyTrie trie = KeyTrie.open(directory)) {
            for (int i = 0; i < PROOFS; i++) {
                boolean present = i % 2 == 0;
                Digest key = key(present ? random.below(keys) : keys + i);
                long start = System.nanoTime();
                KeyProof proof = trie.prove(key);
                long made = System.nanoTime();
                boolean holds = proof.verdict(key, trie.root())
                        .filter(verdict -> verdict instanceof KeyProof.Verdict.Present == present)
                        .isPresent();
                check.add((System.nanoTime() - made) * NANO_TO_MICRO);
                prove.add((made - start) * NANO_TO_MILLI);
                hashes.add((double) proof.hashes());
                if (!holds) {
                    throw new IllegalStateException("a proof of the measure does not hold");
                }
            }
        }
        return new TrieMeasure(
                keys,
                cpu,
                peak,
                PROOFS,
                Spread.mean(hashes),
                (int) Spread.worst(hashes),
                Spread.mean(prove),
                Spread.worst(prove),
                Spread.median(check));
    }

    private static Digest key(long i) {
        return Sha256.of("key " + i);
    }
}
