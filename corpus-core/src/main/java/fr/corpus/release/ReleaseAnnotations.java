package fr.corpus.release;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.exchange.AnnotatedText;
import fr.corpus.annotate.exchange.AnnotationRun;
import fr.corpus.document.Annotations;
import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.internal.parquet.Column;
import fr.corpus.internal.parquet.RowOutput;
import fr.corpus.internal.parquet.TableWriter;
import fr.corpus.parallel.Workers;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes annotations as a directory of Parquet files and {@code annotations.json}: docs/formats/annotations.md. Those of a
 * release have a file for each file of its data; the release itself is not touched. The bytes depend on the texts, the layers
 * and the models, not on the threads.
 */
public final class ReleaseAnnotations {

    private static final int ZSTD_LEVEL = 9;
    private static final String FORMAT = "corpus-annotations/2";

    /** As in the data table of a release, in its order, after the id. */
    private static final List<Column> COLUMNS = Stream.concat(
                    Stream.of(Column.text("id"), LayerColumns.sentenceColumn()), LayerColumns.richColumns().stream())
            .toList();

    private static final int SENTENCES = 1;
    private static final int RICH_LAYERS = 2;

    private ReleaseAnnotations() {}

    /**
     * What was written.
     *
     * @param documents rows
     * @param tokens tokens, 0 without that layer
     * @param files data files
     * @param bytes their size together
     */
    public record Written(long documents, long tokens, int files, long bytes) {}

    /** One file. */
    private record Part(String name, long rows, long tokens, long bytes, Digest digest) {}

    /**
     * Annotates every document of a release.
     *
     * @param out directory to make; it appears when it is complete
     * @throws EngineException if the directory exists
     * @throws IOException if the disk refuses
     */
    public static Written write(ReleaseReader release, Path out, LayerChain chain, int threads) throws IOException {
        Path pending = pending(out);
        Part[] parts = new Part[release.parts()];
        int atATime = Math.max(1, Math.min(threads, parts.length));
        AnnotationRun run = new AnnotationRun(chain, threads / atATime);
        Workers.<IOException>each(
                atATime, "annotate", parts.length, () -> number -> parts[number] = part(release, number, pending, run));
        return publish(out, pending, chain, List.of(parts), Optional.of(release.digest()));
    }

    /**
     * Writes the layers of texts that are no release, in one file.
     *
     * @param out directory to make; it appears when it is complete
     * @throws EngineException if the directory exists
     * @throws IOException if the disk refuses
     */
    public static Written write(AnnotationRun.Texts texts, Path out, LayerChain chain, int threads) throws IOException {
        Path pending = pending(out);
        Part part = part(pending, 0, texts, new AnnotationRun(chain, threads));
        return publish(out, pending, chain, List.of(part), Optional.empty());
    }

    /** Where files are until all are complete, without those that a run before left there when it was broken off. */
    private static Path pending(Path out) throws IOException {
        if (Files.exists(out)) {
            throw new EngineException(UserMessage.of("release.annotations-exist", out.toString()));
        }
        Path pending = out.resolveSibling(out.getFileName() + ".tmp");
        Files.createDirectories(pending);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(pending, "annotations-*.parquet")) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        return pending;
    }

    private static Written publish(Path out, Path pending, LayerChain chain, List<Part> parts, Optional<Digest> release)
            throws IOException {
        DurableFiles.write(pending.resolve("annotations.json"), manifest(chain, parts, release));
        Files.move(pending, out, StandardCopyOption.ATOMIC_MOVE);
        return new Written(
                parts.stream().mapToLong(Part::rows).sum(),
                parts.stream().mapToLong(Part::tokens).sum(),
                parts.size(),
                parts.stream().mapToLong(Part::bytes).sum());
    }

    private static Part part(ReleaseReader release, int number, Path folder, AnnotationRun run) throws IOException {
        try (RowStream<ReleaseRow> stream = release.texts(number)) {
            AnnotationRun.Texts texts = () -> stream.next()
                    .map(row -> new AnnotatedText(row.id().hex(), row.document().text(), Annotations.NONE));
            return part(folder, number, texts, run);
        }
    }

    private static Part part(Path folder, int number, AnnotationRun.Texts texts, AnnotationRun run) throws IOException {
        String name = String.format(Locale.ROOT, "annotations-%05d.parquet", number);
        TableWriter.Format format = new TableWriter.Format("annotations", COLUMNS, ZSTD_LEVEL);
        TableWriter<AnnotatedText> writer =
                TableWriter.create(folder.resolve(name), format, ReleaseAnnotations::encode);
        long[] rowsAndTokens = new long[2];
        try (writer) {
            run.texts(texts, text -> {
                writer.write(text);
                rowsAndTokens[0]++;
                rowsAndTokens[1] += text.layers().tokens().map(List::size).orElse(0);
            });
        }
        return new Part(name, rowsAndTokens[0], rowsAndTokens[1], writer.bytes(), writer.sha256());
    }

    private static void encode(AnnotatedText text, RowOutput out) {
        out.text(0, TableLayout.utf8(text.id()));
        LayerColumns.encodeSentences(text.layers(), SENTENCES, out);
        LayerColumns.encodeRich(text.layers(), RICH_LAYERS, out);
    }

    private static byte[] manifest(LayerChain chain, List<Part> parts, Optional<Digest> release) {
        Map<String, Object> object = new TreeMap<>();
        object.put("format", FORMAT);
        release.ifPresent(digest -> object.put("release", digest.hex()));
        object.put("layers", chain.layers().stream().sorted().map(Layer::label).toList());
        Map<String, Object> models = new TreeMap<>();
        chain.models().forEach((kind, model) -> models.put(kind, model.toMap()));
        object.put("models", models);
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
