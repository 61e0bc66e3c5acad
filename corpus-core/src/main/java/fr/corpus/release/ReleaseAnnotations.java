package fr.corpus.release;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.TextAnnotator;
import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.internal.parquet.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Writes the annotations of a release beside it: one Parquet file for each file of its data, and {@code annotations.json}.
 * The release itself is not touched. The bytes depend on the release, the layers and the models, not on the threads.
 */
public final class ReleaseAnnotations {

    private static final int ZSTD_LEVEL = 9;

    private ReleaseAnnotations() {}

    /**
     * What was written.
     *
     * @param documents rows
     * @param files data files
     * @param bytes their size together
     */
    public record Written(long documents, int files, long bytes) {}

    /** One file. */
    private record Part(String name, long rows, long bytes, Digest digest) {}

    /**
     * Annotates every document.
     *
     * @param out directory to make; it appears when it is complete
     * @param annotators makes an annotator for each thread
     * @param models digests of the models, by kind
     * @throws EngineException if the directory exists
     * @throws IOException if the disk refuses
     */
    public static Written write(
            ReleaseReader release,
            Path out,
            Set<Layer> layers,
            int threads,
            Supplier<TextAnnotator> annotators,
            Map<String, Digest> models)
            throws IOException {
        if (Files.exists(out)) {
            throw new EngineException(UserMessage.of("release.annotations-exist", out.toString()));
        }
        Path pending = out.resolveSibling(out.getFileName() + ".tmp");
        Files.createDirectories(pending);
        List<Part> parts = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Part>> running = new ArrayList<>();
            ThreadLocal<TextAnnotator> own = ThreadLocal.withInitial(annotators);
            for (int part = 0; part < release.parts(); part++) {
                int number = part;
                running.add(pool.submit(() -> part(release, number, pending, layers, own.get())));
            }
            for (Future<Part> future : running) {
                parts.add(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        DurableFiles.write(pending.resolve("annotations.json"), manifest(release, layers, models, parts));
        Files.move(pending, out, StandardCopyOption.ATOMIC_MOVE);
        return new Written(
                parts.stream().mapToLong(Part::rows).sum(),
                parts.size(),
                parts.stream().mapToLong(Part::bytes).sum());
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    private static Part part(ReleaseReader release, int number, Path folder, Set<Layer> layers, TextAnnotator annotator)
            throws IOException {
        String name = String.format(java.util.Locale.ROOT, "annotations-%05d.parquet", number);
        AnnotationTable table = new AnnotationTable(annotator, layers);
        TableWriter.Format format = new TableWriter.Format("annotations", AnnotationTable.COLUMNS, ZSTD_LEVEL);
        TableWriter<ReleaseRow> writer = TableWriter.create(folder.resolve(name), format, table::encode);
        long rows = 0;
        try (writer;
                RowStream<ReleaseRow> stream = release.data(number)) {
            for (Optional<ReleaseRow> row = stream.next(); row.isPresent(); row = stream.next()) {
                writer.write(row.get());
                rows++;
            }
        }
        return new Part(name, rows, writer.bytes(), writer.sha256());
    }

    private static byte[] manifest(
            ReleaseReader release, Set<Layer> layers, Map<String, Digest> models, List<Part> parts) {
        Map<String, Object> object = new TreeMap<>();
        object.put("format", "corpus-annotations/1");
        object.put("release", release.digest().hex());
        object.put("layers", layers.stream().sorted().map(Layer::label).toList());
        Map<String, Object> digests = new TreeMap<>();
        models.forEach((kind, digest) -> digests.put(kind, digest.hex()));
        object.put("models", digests);
        object.put(
                "files",
                parts.stream()
                        .map(part -> Map.of(
                                "name",
                                part.name(),
                                "rows",
                                part.rows(),
                                "bytes",
                                part.bytes(),
                                "sha256",
                                part.digest().hex()))
                        .toList());
        return CanonicalJson.of(object);
    }
}
