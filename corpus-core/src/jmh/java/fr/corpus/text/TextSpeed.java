package fr.corpus.text;

import fr.corpus.bench.CorpusGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speed of the kernels that read every character of a text: read the column {@code megabytes}, millions of bytes of UTF-8 a
 * second on one thread. {@code -p text=FILE} measures on a file of yours instead of a generated corpus.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TextSpeed {

    private static final int PART_UNITS = 3000;
    private static final int MEGABYTES = 8;

    /** A UTF-8 file, or {@code generated}. */
    @Param("generated")
    public String text;

    private final FrenchTokenizer french = new FrenchTokenizer();
    private final SpacyFrenchTokenizer spacy = new SpacyFrenchTokenizer();
    private final Typography typography = Typography.all();
    private final TokenizedText out = new TokenizedText();
    private List<String> documents = List.of();
    private double millionBytes;
    private int next;

    /** What was read, in millions of bytes of UTF-8. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        /** Millions of bytes. */
        public double megabytes;

        /** Starts from nothing. */
        @Setup(Level.Iteration)
        public void clear() {
            megabytes = 0;
        }
    }

    /** Reads the file in parts of one size, or makes the corpus and reads its documents. */
    @Setup
    public void read() throws IOException {
        documents = text.equals("generated") ? generated() : parts(Files.readString(Path.of(text)));
        long bytes = 0;
        for (String document : documents) {
            bytes += document.getBytes(StandardCharsets.UTF_8).length;
        }
        millionBytes = bytes / 1e6 / documents.size();
    }

    private static List<String> parts(String all) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < all.length(); i += PART_UNITS) {
            parts.add(all.substring(i, Math.min(all.length(), i + PART_UNITS)));
        }
        return parts;
    }

    private static List<String> generated() throws IOException {
        Path directory = Files.createTempDirectory("text-speed");
        List<String> texts = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        CorpusGenerator.generate(MEGABYTES, 1, directory, 1);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".jsonl.gz")) {
                    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                        lines.lines()
                                .forEach(line -> texts.add(
                                        json.readTree(line).get("text").stringValue()));
                    }
                }
                Files.delete(file);
            }
        }
        Files.delete(directory);
        return texts;
    }

    private String document(Volume volume) {
        volume.megabytes += millionBytes;
        next = next + 1 == documents.size() ? 0 : next + 1;
        return documents.get(next);
    }

    /** {@code french@1}. */
    @Benchmark
    public int french(Volume volume) {
        french.tokenize(document(volume), out);
        return out.size();
    }

    /** {@code spacy-fr@1}. */
    @Benchmark
    public int spacyFrench(Volume volume) {
        spacy.tokenize(document(volume), out);
        return out.size();
    }

    /** {@code normalize.typography@1} with all rules. */
    @Benchmark
    public String typography(Volume volume) {
        return typography.normalize(document(volume));
    }
}
