package fr.corpus.cli.bench;

import fr.corpus.cli.bench.GeneratedDocument.Kind;
import fr.corpus.hash.CanonicalJson;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes a generated corpus: JSONL files in gzip, and the truth about its duplicates. */
public final class BenchCorpus {

    /** The truth: document, original, kind, similarity; a row for each document that is a copy. */
    static final String TRUTH = "truth.tsv";

    private static final long DOCUMENTS_PER_FILE = 12_000;
    private static final long MEGABYTE = 1_000_000;

    /**
     * What was written. Immutable.
     *
     * @param documents number of documents
     * @param textBytes UTF-8 bytes of their texts
     * @param files number of JSONL files
     */
    public record Written(long documents, long textBytes, int files) {}

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private BenchCorpus() {}

    /**
     * Writes a corpus of a size into a directory, which is created.
     *
     * @param megabytes UTF-8 bytes of text wanted, in millions
     * @throws IOException if the directory holds something, or cannot be written
     */
    public static Written generate(long megabytes, long seed, Path directory) throws IOException {
        Files.createDirectories(directory);
        TextGenerator generator = new TextGenerator(seed);
        long documents = 0;
        long textBytes = 0;
        int files = 0;
        try (BufferedWriter truth = Files.newBufferedWriter(directory.resolve(TRUTH), StandardCharsets.UTF_8)) {
            while (textBytes < megabytes * MEGABYTE) {
                Path file = directory.resolve(String.format(Locale.ROOT, "part-%04d.jsonl.gz", files++));
                try (OutputStream out = new BufferedOutputStream(new FastGzip(Files.newOutputStream(file)), 1 << 16)) {
                    for (long i = 0; i < DOCUMENTS_PER_FILE && textBytes < megabytes * MEGABYTE; i++) {
                        GeneratedDocument document = generator.document(documents++);
                        textBytes += document.text().getBytes(StandardCharsets.UTF_8).length;
                        out.write(CanonicalJson.of(Map.of("id", document.id(), "text", document.text())));
                        out.write('\n');
                        tell(document, truth);
                    }
                }
            }
        }
        return new Written(documents, textBytes, files);
    }

    private static void tell(GeneratedDocument document, BufferedWriter truth) throws IOException {
        if (document.kind() == Kind.EXACT || document.kind() == Kind.NEAR) {
            truth.write(String.format(
                    Locale.ROOT,
                    "%s\t%s\t%s\t%.4f\n",
                    document.id(),
                    document.original(),
                    document.kind().name().toLowerCase(Locale.ROOT),
                    document.jaccard()));
        }
    }
}
