package fr.corpus.bench;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.pipeline.ProcessMeter;
import fr.corpus.proof.KeyProof;
import fr.corpus.proof.KeyTrie;
import fr.corpus.proof.KeyTrieBuilder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the key trie of a release takes: to build, to prove, to check. Immutable.
 *
 * @param keys keys of the trie, of one value each
 * @param buildCpuSeconds CPU time of building, sorting included; nothing for a trie that was there
 * @param peakBytes highest resident memory of the process until it was built
 * @param proofs proofs made, half of them of presence
 * @param hashesMean hashes of a proof
 * @param hashesMost most hashes of a proof
 * @param making what making one takes, files as the system has them
 * @param checkMicros time of checking a proof, median
 */
public record TrieMeasure(
        long keys,
        OptionalDouble buildCpuSeconds,
        long peakBytes,
        int proofs,
        double hashesMean,
        int hashesMost,
        Making making,
        double checkMicros) {

    /** Proofs made unless told otherwise. */
    public static final int PROOFS = 10_000;

    private static final int SMALL = 100_000;
    private static final double NANO_TO_MILLI = 1e-6;
    private static final double NANO_TO_MICRO = 1e-3;
    private static final double P99 = 0.99;
    private static final double P999 = 0.999;

    /**
     * Milliseconds of making a proof. Wall time has in it whatever else the machine does.
     *
     * @param first wall time of the very first of the process, of a small trie: classes are loaded and nothing is compiled yet
     * @param mean wall time
     * @param p99 wall time that 99 of 100 do not exceed
     * @param p999 wall time that 999 of 1000 do not exceed
     * @param worst longest wall time
     * @param cpuMean CPU time of the thread
     * @param cpuWorst most CPU time of the thread
     */
    public record Making(
            double first, double mean, double p99, double p999, double worst, double cpuMean, double cpuWorst) {}

    /** What was seen of each proof. */
    private record Seen(List<Double> hashes, List<Double> wall, List<Double> cpu, List<Double> check) {

        Seen() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * Builds a trie of so many keys, unless the directory has one, and proves keys of it, every other absent. Before that 10,000 proofs
     * are made of a small trie, so that the machine that runs the program is warm and the files are as they were.
     *
     * @param directory empty, or with the trie that an earlier call built; needs about 240 bytes a key while it is built
     * @param scratch an empty directory for the small trie
     */
    public static TrieMeasure of(Path directory, Path scratch, long keys, int proofs) throws IOException {
        build(scratch, SMALL);
        Seen small = prove(scratch, SMALL, PROOFS);
        boolean there = keysIn(directory).isPresent();
        double before = ProcessMeter.cpuSeconds();
        if (!there) {
            build(directory, keys);
        }
        double cpu = ProcessMeter.cpuSeconds() - before;
        long peak = ProcessMeter.peakBytes();
        Seen seen = prove(directory, keys, proofs);
        return new TrieMeasure(
                keys,
                there ? OptionalDouble.empty() : OptionalDouble.of(cpu),
                peak,
                proofs,
                Spread.mean(seen.hashes()),
                (int) Spread.worst(seen.hashes()),
                new Making(
                        small.wall().get(0),
                        Spread.mean(seen.wall()),
                        Spread.quantile(seen.wall(), P99),
                        Spread.quantile(seen.wall(), P999),
                        Spread.worst(seen.wall()),
                        Spread.mean(seen.cpu()),
                        Spread.worst(seen.cpu())),
                Spread.median(seen.check()));
    }

    /** Number of keys of the trie in a directory, if there is one. */
    public static Optional<Long> keysIn(Path directory) throws IOException {
        if (!Files.exists(directory.resolve("index"))) {
            return Optional.empty();
        }
        try (KeyTrie trie = KeyTrie.open(directory)) {
            return Optional.of(trie.keys());
        }
    }

    private static void build(Path directory, long keys) throws IOException {
        try (KeyTrieBuilder builder = new KeyTrieBuilder(directory, KeyTrieBuilder.DEFAULT_PAIRS_IN_MEMORY)) {
            for (long i = 0; i < keys; i++) {
                builder.add(key(i), key(-1 - i));
            }
            builder.finish();
        }
    }

    private static Seen prove(Path directory, long keys, int proofs) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        SeededRandom random = new SeededRandom(1);
        Seen seen = new Seen();
        try (KeyTrie trie = KeyTrie.open(directory)) {
            for (int i = 0; i < proofs; i++) {
                boolean present = i % 2 == 0;
                Digest key = key(present ? random.below(keys) : keys + i);
                long cpu = threads.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                KeyProof proof = trie.prove(key);
                long made = System.nanoTime();
                seen.cpu().add((threads.getCurrentThreadCpuTime() - cpu) * NANO_TO_MILLI);
                seen.wall().add((made - start) * NANO_TO_MILLI);
                long check = System.nanoTime();
                boolean holds = proof.verdict(key, trie.root())
                        .filter(verdict -> verdict instanceof KeyProof.Verdict.Present == present)
                        .isPresent();
                seen.check().add((System.nanoTime() - check) * NANO_TO_MICRO);
                seen.hashes().add((double) proof.hashes());
                if (!holds) {
                    throw new IllegalStateException("a proof of the measure does not hold");
                }
            }
        }
        return seen;
    }

    private static Digest key(long i) {
        return Sha256.of("key " + i);
    }
}
