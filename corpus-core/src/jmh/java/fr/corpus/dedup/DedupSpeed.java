package fr.corpus.dedup;

import fr.corpus.bench.CorpusGenerator;
import fr.corpus.document.CanonicalText;
import fr.corpus.hash.Digest;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speed of the kernels of deduplication on a generated corpus, tokens given: read the column {@code megabytes}, millions of bytes of
 * UTF-8 a second on one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DedupSpeed {

    private static final MinHashDedup STEP = new MinHashDedup(14, 8, 5, java.util.OptionalDouble.of(0.75));

    private record Doc(String text, TokenizedText tokens, double millionBytes) {}

    private final List<Doc> docs = new ArrayList<>();
    private final Shingles shingles = new Shingles(STEP.shingleWords());
    private final SimilaritySketch sketch = new SimilaritySketch(STEP.bands(), STEP.rowsPerBand());
    private final long[] keys = new long[STEP.bands()];
    private int next;

    /** What was read, in millions of bytes of UTF-8. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        /** Since the iteration began. */
        public double megabytes;

        /** Starts at 0. */
        @Setup(Level.Iteration)
        public void reset() {
            megabytes = 0;
        }
    }

    /** Generates a corpus and cuts its words. */
    @Setup
    public void read() throws IOException {
        Path directory = Files.createTempDirectory("corpus-speed");
        CorpusGenerator.generate(4, 1, directory, 1);
        JsonMapper json = new JsonMapper();
        for (int part = 0; part < 8; part++) {
            Path file = directory.resolve("part-" + part + ".jsonl.gz");
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                lines.lines()
                        .forEach(line -> add(json.readTree(line).get("text").asString()));
            }
            Files.delete(file);
        }
        Files.delete(directory.resolve("truth.tsv"));
        Files.delete(directory);
    }

    private void add(String text) {
        TokenizedText tokens = new TokenizedText();
        new FrenchTokenizer().tokenize(text, tokens);
        docs.add(new Doc(text, tokens, text.getBytes(StandardCharsets.UTF_8).length / 1e6));
    }

    private Doc document(Volume volume) {
        next = (next + 1) % docs.size();
        volume.megabytes += docs.get(next).millionBytes();
        return docs.get(next);
    }

    /** Canonical text and its SHA-256. */
    @Benchmark
    public Digest canonicalDigest(Volume volume) {
        return CanonicalText.digest(document(volume).text());
    }

    /** Shingles and band keys. */
    @Benchmark
    public long[] bandKeys(Volume volume) {
        shingles.of(document(volume).tokens());
        if (shingles.size() > 0) {
            sketch.keys(shingles.hashes(), shingles.size(), keys, 0);
        }
        return keys;
    }

    /** The sorted set that pairs are verified with. */
    @Benchmark
    public int[] shingleSet(Volume volume) {
        shingles.of(document(volume).tokens());
        return shingles.toSortedSet();
    }
}
