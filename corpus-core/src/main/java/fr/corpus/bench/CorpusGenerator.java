package fr.corpus.bench;

import fr.corpus.bench.PlannedCorpus.Kind;
import fr.corpus.parallel.Workers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a corpus of any size for measuring: eight files {@code part-0.jsonl.gz} to {@code part-7.jsonl.gz} with the fields
 * id, text and license, and {@code truth.tsv} with the columns copy, original and kind (exact or near).
 *
 * <p>Of the documents 12 % are exact copies, 15 % near copies with one word in 80 changed, 3 % repeat their own body, 3 % are
 * what filters should drop, and the others are French prose of several genres, log-normal in length. The same seed gives the
 * same JSON lines on every platform; the gzip around them is that of the platform's zlib.
 */
public final class CorpusGenerator {

    private static final int FILES = 8;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long MEGABYTE = 1_000_000;

    private CorpusGenerator() {}

    /**
     * What was generated.
     *
     * @param documents in all files
     * @param textBytes UTF-8 bytes of their texts
     * @param exactCopies documents whose text is another's
     * @param nearCopies documents whose text is nearly another's
     */
    public record Generated(long documents, long textBytes, long exactCopies, long nearCopies) {}

    /**
     * Generates a corpus.
     *
     * @param megabytes millions of UTF-8 bytes of text wanted, at least 1; met to a few per cent
     * @param directory created if absent; must not hold a generated corpus
     * @param threads at least 1; the result does not depend on it
     * @throws FileAlreadyExistsException if a file to be written exists
     */
    public static Generated generate(long megabytes, long seed, Path directory, int threads) throws IOException {
        if (megabytes < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "need at least 1 megabyte and 1 thread, got " + megabytes + ", " + threads);
        }
        PlannedCorpus corpus = new PlannedCorpus(seed, megabytes * MEGABYTE / PlannedCorpus.MEAN_BYTES);
        Files.createDirectories(directory);
        long[] copies = writeTruth(corpus, directory.resolve(BenchTruth.FILE));
        long textBytes = 0;
        for (long bytes : writeFiles(corpus, directory, threads)) {
            textBytes += bytes;
        }
        return new Generated(corpus.documents(), textBytes, copies[0], copies[1]);
    }

    private static long[] writeFiles(PlannedCorpus corpus, Path directory, int threads) throws IOException {
        long[] bytes = new long[FILES];
        Workers.<IOException>each(
                threads, "generate", FILES, () -> file -> bytes[file] = writeFile(corpus, file, directory));
        return bytes;
    }

    private static long writeFile(PlannedCorpus corpus, int file, Path directory) throws IOException {
        Path path = directory.resolve("part-" + file + ".jsonl.gz");
        try (OutputStream raw = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
                GZIPOutputStream out = new FastGzip(raw)) {
            JsonLine line = new JsonLine();
            long textBytes = 0;
            for (long document = file; document < corpus.documents(); document += FILES) {
                textBytes += line.write(corpus.id(document), corpus.text(document), corpus.license(document), out);
            }
            return textBytes;
        }
    }

    /** At level 6 compression would take longer than all the rest. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static long[] writeTruth(PlannedCorpus corpus, Path path) throws IOException {
        long[] copies = new long[2];
        try (OutputStream raw = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
                OutputStream out = new BufferedOutputStream(raw, BUFFER_BYTES)) {
            out.write((BenchTruth.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
            for (long document = 0; document < corpus.documents(); document++) {
                Kind kind = corpus.kind(document);
                if (kind == Kind.EXACT || kind == Kind.NEAR) {
                    copies[kind == Kind.EXACT ? 0 : 1]++;
                    String label = kind == Kind.EXACT ? "exact" : "near";
                    String row = corpus.id(document) + "\t" + corpus.id(corpus.original(document)) + "\t" + label;
                    out.write((row + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return copies;
    }
}
