package fr.corpus.dedup;

import fr.corpus.document.DocumentId;
import fr.corpus.hash.Digest;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Deduplicates millions of made-up documents of 60 words, of which a tenth are exact and a tenth near copies, in a heap that leaves
 * 64 bytes per document beyond a fixed 128 MiB: too much memory ends in an OutOfMemoryError.
 *
 * <p>Run by hand: {@code java -Xmx$((128 + DOCUMENTS * 64 / 1048576))m -cp … fr.corpus.dedup.DedupScale DIR DOCUMENTS THREADS}.
 */
final class DedupScale {

    private static final int UNIT = 100_000;
    private static final int WORDS = 60;

    private DedupScale() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        int documents = Integer.parseInt(arguments[1]);
        long start = System.nanoTime();
        List<UnitKeys> keys = new ArrayList<>();
        long bytes = 0;
        for (int base = 0; base < documents; base += UNIT) {
            Path file = directory.resolve("unit-" + base + ".keys");
            write(base, Math.min(UNIT, documents - base), documents, file);
            bytes += Files.size(file);
            keys.add(UnitKeys.open(file, TestCorpus.BOTH));
        }
        System.out.printf(
                Locale.ROOT, "keys: %.1f s, %.0f bytes a document%n", seconds(start), (double) bytes / documents);
        long resolving = System.nanoTime();
        TokenSource tokens = (unit, rows, sink) -> {
            TokenizedText text = new TokenizedText();
            for (int row : rows) {
                fill(text, unit * UNIT + row, documents);
                sink.accept(row, text);
            }
        };
        DuplicateListener listener = (phase, done, total) -> {
            if (done == total) {
                System.out.printf(Locale.ROOT, "%s %.1f s%n", phase, seconds(resolving));
            }
        };
        Barrier barrier = new Barrier(tokens, directory, Integer.parseInt(arguments[2]), listener);
        Clusters clusters = DuplicateIndex.resolve(keys, TestCorpus.BOTH, barrier);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "resolve: %.1f s; exact %d, near %d; heap limit %.0f bytes a document, kept on return %.1f%n",
                seconds(resolving),
                clusters.removed(Clusters.Kind.EXACT),
                clusters.removed(Clusters.Kind.NEAR),
                (double) runtime.maxMemory() / documents,
                (double) (runtime.totalMemory() - runtime.freeMemory()) / documents);
    }

    private static void write(int base, int size, int documents, Path file) throws IOException {
        UnitKeysWriter writer = new UnitKeysWriter(TestCorpus.BOTH);
        TokenizedText text = new TokenizedText();
        ByteBuffer digest = ByteBuffer.allocate(32);
        for (int row = 0; row < size; row++) {
            fill(text, base + row, documents);
            long content = 0;
            for (int i = 0; i < WORDS; i++) {
                content = Shingles.mix(content + text.folded()[i]);
            }
            digest.putLong(0, content).putLong(8, ~content);
            DocumentId id = DocumentId.of(id(content));
            writer.add(Digest.of(digest.array()), text, new SurvivorRank(1, 1, 0, id, base + row));
        }
        writer.write(file, IntStream.range(0, size).toArray());
    }

    private static byte[] id(long content) {
        return ByteBuffer.allocate(20).putLong(content).array();
    }

    /** The words of a document: those of an earlier one for a fifth of them, half of the times with one word changed. */
    private static void fill(TokenizedText out, int document, int documents) {
        long dice = Shingles.mix(document * 31L + 5);
        int kind = (int) Long.remainderUnsigned(dice, 10);
        long words = kind < 2 ? Long.remainderUnsigned(Shingles.mix(dice), documents) : document;
        out.clear();
        for (int i = 0; i < WORDS; i++) {
            long word = kind == 1 && i == 20 ? dice : Shingles.mix(words * WORDS + i);
            out.add(i, i + 1, 1, 0, word | 1, (byte) 1);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
