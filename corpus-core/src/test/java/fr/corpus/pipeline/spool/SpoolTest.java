package fr.corpus.pipeline.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.document.DocumentId;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.SourceLocation;
import fr.corpus.fingerprint.TextTraces;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.zstd.ZstdFrame;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import fr.corpus.step.StepId;
import fr.corpus.text.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final long SEED = 20261124;
    private static final DocumentId FIRST = DocumentId.of(new byte[DocumentId.BYTES]);

    @TempDir
    Path folder;

    private static Provenance provenance(int i) {
        return new Provenance(
                "essai", "n" + i, new SourceLocation("a/é.jsonl", i * 10L, i), "jsonl@1", Sha256.of("raw" + i));
    }

    private static Optional<TextTraces> traces(int i) {
        return i % 2 == 0
                ? Optional.empty()
                : Optional.of(TextTraces.of(
                        Sha256.of("text" + i), new Random(i).longs(i % 5).toArray()));
    }

    private static List<SpooledRecord> records(int count) {
        Random random = new Random(SEED);
        List<SpooledRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = "Œuvre n° " + i + " 😀 " + "mot ".repeat(random.nextInt(400));
            DocumentId id = DocumentId.of("essai", Sha256.of(text));
            switch (random.nextInt(4)) {
                case 0 ->
                    records.add(new SpooledRecord.Dropped(
                            id,
                            provenance(i),
                            StepId.parse("filter.quality@1"),
                            Reason.of("too-few-words"),
                            Evidence.of("words", i).and("language", "bre")));
                case 1 ->
                    records.add(new SpooledRecord.Malformed(
                            DocumentId.ofMalformed("essai", "n" + i),
                            provenance(i),
                            StepId.parse("read.jsonl@1"),
                            Reason.of("invalid-json"),
                            Evidence.NONE));
                default -> {
                    double[] signals = new double[Signal.values().length];
                    Arrays.fill(signals, Double.NaN);
                    signals[0] = random.nextDouble();
                    records.add(new SpooledRecord.Kept(
                            id,
                            text,
                            new Metadata.Builder()
                                    .title("Titre " + i)
                                    .license("CC0-1.0")
                                    .build(),
                            provenance(i),
                            "fra",
                            signals,
                            i,
                            text.codePointCount(0, text.length()),
                            traces(i)));
                }
            }
        }
        records.sort(SpoolWriter.ORDER);
        return records;
    }

    private Path spool(List<SpooledRecord> records) throws IOException {
        Path file = folder.resolve("unit.spool");
        try (SpoolWriter writer = new SpoolWriter()) {
            writer.write(file, records);
        }
        return file;
    }

    private static byte[] encoded(SpooledRecord record) {
        ByteSink out = new ByteSink();
        RecordCodec.write(record, out);
        return Arrays.copyOf(out.array(), out.size());
    }

    private static void assertSame(SpooledRecord read, SpooledRecord written) {
        assertThat(encoded(read)).isEqualTo(encoded(written));
    }

    @Test
    void givesEveryRecordBackInOrder() throws IOException {
        List<SpooledRecord> records = records(2000);
        SpoolFile file = SpoolFile.open(spool(records));
        assertThat(file.frames()).isGreaterThan(3);
        try (ZstdFrame frames = new ZstdFrame(1)) {
            SpoolCursor cursor = new SpoolCursor(file, frames, FIRST);
            int kept = 0;
            for (SpooledRecord record : records) {
                assertThat(cursor.atRecord()).isTrue();
                assertThat(cursor.keptRow()).isEqualTo(kept);
                assertThat(cursor.isKept()).isEqualTo(record instanceof SpooledRecord.Kept);
                kept += cursor.isKept() ? 1 : 0;
                assertSame(cursor.take(), record);
                cursor.park();
            }
            assertThat(cursor.atRecord()).isFalse();
        }
    }

    @Test
    void startsAtAnyId() throws IOException {
        List<SpooledRecord> records = records(1500);
        SpoolFile file = SpoolFile.open(spool(records));
        try (ZstdFrame frames = new ZstdFrame(1)) {
            for (int i = 0; i < records.size(); i += 37) {
                assertSame(new SpoolCursor(file, frames, records.get(i).id()).take(), records.get(i));
            }
        }
    }

    @Test
    void fetchesKeptDocumentsByRow() throws IOException {
        List<SpooledRecord> records = records(1500);
        List<SpooledRecord> kept =
                records.stream().filter(SpooledRecord.Kept.class::isInstance).toList();
        SpoolFile file = SpoolFile.open(spool(records));
        try (ZstdFrame frames = new ZstdFrame(1)) {
            for (int step : new int[] {1, 3, 200}) {
                SpoolRows rows = new SpoolRows(file, frames);
                for (int row = 0; row < kept.size(); row += step) {
                    assertSame(rows.fetch(row), kept.get(row));
                }
            }
        }
    }

    @Test
    void anEmptySpoolHasNoRecord() throws IOException {
        try (ZstdFrame frames = new ZstdFrame(1)) {
            assertThat(new SpoolCursor(SpoolFile.open(spool(List.of())), frames, FIRST).atRecord())
                    .isFalse();
        }
    }

    @Test
    void aCutOrDamagedSpoolIsRefused() throws IOException {
        Path file = spool(records(300));
        byte[] whole = Files.readAllBytes(file);
        for (int cut : new int[] {0, 5, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertThatThrownBy(() -> SpoolFile.open(file)).isInstanceOf(IntegrityException.class);
        }
        byte[] damagedIndex = whole.clone();
        damagedIndex[whole.length - 30] ^= 1;
        Files.write(file, damagedIndex);
        assertThatThrownBy(() -> SpoolFile.open(file)).isInstanceOf(IntegrityException.class);
        byte[] damagedFrame = whole.clone();
        damagedFrame[100] ^= 1;
        Files.write(file, damagedFrame);
        SpoolFile opened = SpoolFile.open(file);
        try (ZstdFrame frames = new ZstdFrame(1)) {
            assertThatThrownBy(() -> new SpoolCursor(opened, frames, FIRST)).isInstanceOf(IOException.class);
        }
    }
}
