package fr.corpus.dedup;

import com.sun.management.OperatingSystemMXBean;
import fr.corpus.document.CanonicalText;
import fr.corpus.document.DocumentId;
import fr.corpus.hash.Digest;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Deduplicates a directory of JSONL.gz files (id, text) in memory and prints what each stage costs; writes {@code duplicates.tsv} (id,
 * kind, survivor, similarity) for comparison with a truth or with another program.
 *
 * <p>Run by hand: {@code java -cp … fr.corpus.dedup.DedupMeasure DIR OUT [threads]}.
 */
final class DedupMeasure {

    private static final int UNIT = 5000;

    private record Doc(String name, String text, DocumentId id, Digest digest) {}

    private DedupMeasure() {}

    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[1]);
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        Files.createDirectories(out);
        List<Doc> docs = read(Path.of(arguments[0]));
        double bytes = docs.stream()
                .mapToLong(doc -> doc.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        System.out.printf(Locale.ROOT, "%d documents, %.1f MB%n", docs.size(), bytes / 1e6);
        kernels(docs, bytes);
        double start = cpu();
        List<List<Doc>> units = new ArrayList<>();
        List<UnitKeys> keys = new ArrayList<>();
        for (int from = 0; from < docs.size(); from += UNIT) {
            List<Doc> unit = new ArrayList<>(docs.subList(from, Math.min(docs.size(), from + UNIT)));
            unit.sort(Comparator.comparing(Doc::id).thenComparing(Doc::name));
            Path file = out.resolve("unit-" + units.size() + ".keys");
            write(unit, file);
            units.add(unit);
            keys.add(UnitKeys.open(file, TestCorpus.BOTH));
        }
        double written = cpu();
        TokenSource tokens = (unit, rows, sink) -> {
            TextView view = new TextView(new FrenchTokenizer());
            for (int row : rows) {
                sink.accept(row, view.of(units.get(unit).get(row).text()).tokens());
            }
        };
        double[] phase = {written};
        DuplicateListener listener = (now, done, total) -> {
            if (done == total) {
                System.out.printf(Locale.ROOT, "  %-13s %.2f s cpu%n", now, cpu() - phase[0]);
                phase[0] = cpu();
            }
        };
        Clusters clusters = DuplicateIndex.resolve(keys, TestCorpus.BOTH, new Barrier(tokens, out, threads, listener));
        double resolved = cpu();
        System.out.printf(
                Locale.ROOT,
                "keys (tokens included): %.2f s cpu, %.0f MB/s/core; resolve: %.2f s cpu; exact %d, near %d%n",
                written - start,
                bytes / 1e6 / (written - start),
                resolved - written,
                clusters.removed(Clusters.Kind.EXACT),
                clusters.removed(Clusters.Kind.NEAR));
        report(units, clusters, out.resolve("duplicates.tsv"));
    }

    /** The best of five rounds over all texts, in MB of UTF-8 text per CPU-second, tokens given. */
    private static void kernels(List<Doc> docs, double bytes) {
        TextView view = new TextView(new FrenchTokenizer());
        Shingles shingles = new Shingles(TestCorpus.DEFAULT.shingleWords());
        SimilaritySketch sketch = new SimilaritySketch(TestCorpus.DEFAULT.bands(), TestCorpus.DEFAULT.rowsPerBand());
        long[] keys = new long[TestCorpus.DEFAULT.bands()];
        double digest = Double.MAX_VALUE;
        double signature = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            double start = thread();
            docs.forEach(doc -> CanonicalText.digest(doc.text()));
            digest = Math.min(digest, thread() - start);
            double spent = 0;
            for (Doc doc : docs) {
                view.of(doc.text()).tokens();
                start = thread();
                shingles.of(view.tokens());
                if (shingles.size() > 0) {
                    sketch.keys(shingles.hashes(), shingles.size(), keys, 0);
                }
                spent += thread() - start;
            }
            signature = Math.min(signature, spent);
        }
        System.out.printf(
                Locale.ROOT,
                "canonical digest %.0f MB/s; shingles and band keys %.0f MB/s%n",
                bytes / 1e6 / digest,
                bytes / 1e6 / signature);
    }

    private static double thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static void write(List<Doc> unit, Path file) throws IOException {
        UnitKeysWriter writer = new UnitKeysWriter(TestCorpus.BOTH);
        TextView view = new TextView(new FrenchTokenizer());
        for (Doc doc : unit) {
            SurvivorRank rank = new SurvivorRank(1, 1, 0, doc.id(), doc.name().hashCode());
            writer.add(doc.digest(), view.of(doc.text()).tokens(), rank);
        }
        writer.write(file, IntStream.range(0, unit.size()).toArray());
    }

    private static void report(List<List<Doc>> units, Clusters clusters, Path file) throws IOException {
        List<Doc> all = units.stream().flatMap(List::stream).toList();
        try (PrintWriter rows = new PrintWriter(Files.newBufferedWriter(file))) {
            rows.print("id\tkind\tsurvivor\tsimilarity\n");
            for (int i = 0; i < all.size(); i++) {
                if (!clusters.isSurvivor(i)) {
                    String kind = clusters.kind(i).name().toLowerCase(Locale.ROOT);
                    rows.print(all.get(i).name() + "\t" + kind + "\t"
                            + all.get(clusters.survivor(i)).name() + "\t"
                            + clusters.similarity(i).orElse(-1) + "\n");
                }
            }
        }
    }

    private static List<Doc> read(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(directory)) {
            files = found.filter(file -> file.toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .toList();
        }
        JsonMapper json = new JsonMapper();
        List<Doc> docs = new ArrayList<>();
        for (Path file : files) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    JsonNode row = json.readTree(line);
                    String text = row.get("text").asString();
                    Digest digest = CanonicalText.digest(text);
                    docs.add(new Doc(row.get("id").asString(), text, DocumentId.of("measure", digest), digest));
                }
            }
        }
        return docs;
    }

    private static double cpu() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }
}
