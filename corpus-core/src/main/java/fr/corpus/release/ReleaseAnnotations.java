package fr.corpus.release;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.exchange.AnnotatedText;
import fr.corpus.document.Annotations;
import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.internal.parquet.Column;
import fr.corpus.internal.parquet.RowOutput;
import fr.corpus.internal.parquet.TableWriter;
import fr.corpus.parallel.Workers;
import fr.corpus.step.Annotator;
import java.io.IOException;
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

    /** Gives texts, one after the other. */
    public interface Texts {

        /** The next text, annotated, or empty after the last. */
        Optional<AnnotatedText> next() throws IOException;
    }

    private record Row(String id, Annotations layers) {}

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
        Workers.<IOException>each(threads, "annotate", parts.length, () -> {
            Annotator.Worker worker = chain.newWorker();
            return number -> parts[number] = part(release, number, pending, worker);
        });
        return publish(out, pending, chain, List.of(parts), Optional.of(release.digest()));
    }

    /**
     * Writes the layers of texts that are no release, in one file.
     *
     * @param out directory to make; it appears when it is complete
     * @param chain what annotated them
     * @throws EngineException if the directory exists
     * @throws IOException if the disk refuses
     */
    public static Written write(Texts texts, Path out, LayerChain chain) throws IOException {
        Path pending = pending(out);
        Part part = part(pending, 0, writer -> {
            long tokens = 0;
            for (Optional<AnnotatedText> text = texts.next(); text.isPresent(); text = texts.next()) {
                tokens += tokens(text.get().layers());
                writer.write(new Row(text.get().id(), text.get().layers()));
            }
            return tokens;
        });
        return publish(out, pending, chain, List.of(part), Optional.empty());
    }

    private static Path pending(Path out) throws IOException {
        if (Files.exists(out)) {
            throw new EngineException(UserMessage.of("release.annotations-exist", out.toString()));
        }
        Path pending = out.resolveSibling(out.getFileName() + ".tmp");
        Files.createDirectories(pending);
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

    private static Part part(ReleaseReader release, int number, Path folder, Annotator.Worker worker)
            throws IOException {
        return part(folder, number, writer -> {
            long tokens = 0;
            try (RowStream<ReleaseRow> stream = release.data(number)) {
                for (Optional<ReleaseRow> row = stream.next(); row.isPresent(); row = stream.next()) {
                    Annotations layers = worker.annotate(row.get().document().text(), Annotations.NONE);
                    tokens += tokens(layers);
                    writer.write(new Row(row.get().id().hex(), layers));
                }
            }
            return tokens;
        });
    }

    private static long tokens(Annotations layers) {
        return layers.tokens().map(List::size).orElse(0);
    }

    /** Writes the rows of a file and gives the number of tokens. */
    private interface Filling {
        long fill(Rows rows) throws IOException;
    }

    /** A file whose rows are counted. */
    private static final class Rows {
        private final TableWriter<Row> writer;
        private long count;

        Rows(TableWriter<Row> writer) {
            this.writer = writer;
        }

        void write(Row row) throws IOException {
            writer.write(row);
            count++;
        }
    }

    private static Part part(Path folder, int number, Filling filling) throws IOException {
        String name = String.format(Locale.ROOT, "annotations-%05d.parquet", number);
        TableWriter.Format format = new TableWriter.Format("annotations", COLUMNS, ZSTD_LEVEL);
        TableWriter<Row> writer = TableWriter.create(folder.resolve(name), format, ReleaseAnnotations::encode);
        Rows rows = new Rows(writer);
        long tokens;
        try (writer) {
            tokens = filling.fill(rows);
        }
        return new Part(name, rows.count, tokens, writer.bytes(), writer.sha256());
    }

    private static void encode(Row row, RowOutput out) {
        out.text(0, TableLayout.utf8(row.id()));
        LayerColumns.encodeSentences(row.layers(), SENTENCES, out);
        LayerColumns.encodeRich(row.layers(), RICH_LAYERS, out);
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
