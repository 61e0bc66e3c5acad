package fr.corpus.retract;

import fr.corpus.document.Document;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.ReservationIndex;
import fr.corpus.match.Reservations;
import fr.corpus.release.FileEntry;
import fr.corpus.release.Measures;
import fr.corpus.release.Quality;
import fr.corpus.release.ReleaseInfo;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.ReleaseTarget;
import fr.corpus.release.ReleaseWriter;
import fr.corpus.release.TablePart;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What a retraction of many documents costs on a release of many parts: {@code RetractionScale FOLDER DOCUMENTS PARTS RETRACTED},
 * by default 400,000 documents in 20,000 parts, 10,000 of them retracted.
 */
final class RetractionScale {

    private RetractionScale() {}

    /** Writes a release, retracts, and prints what was written. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int documents = number(arguments, 1, 400_000);
        int parts = number(arguments, 2, 20_000);
        int retracted = number(arguments, 3, 10_000);
        List<ReleaseRow> rows = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(20261124);
        for (int i = 0; i < documents; i++) {
            rows.add(row(i, random));
        }
        rows.sort(ReleaseRow.ORDER);
        Path v1 = folder.resolve("v1");
        publish(rows, parts, folder.resolve("work"), v1);
        ReservationIndex.Builder index = new ReservationIndex.Builder(retracted);
        for (int i = 0; i < retracted; i++) {
            ReleaseRow row = rows.get((int) ((long) i * documents / retracted));
            index.addKey(
                    new Key(
                            KeyType.BYTES,
                            row.document().provenance().rawDigest().hex()),
                    0);
        }
        Reservations reservations =
                new Reservations("registre.test 1 00", index.build(), List.of(new Reservations.Entry("0", false)));
        rows.clear();
        long begin = System.nanoTime();
        double cpu = cpuSeconds();
        RetractionReport report = new Retraction(
                        v1, folder.resolve("v1.1"), Runtime.getRuntime().availableProcessors(), "scale")
                .run(reservations);
        double seconds = (System.nanoTime() - begin) / 1e9;
        cpu = cpuSeconds() - cpu;
        RetractionReport.Successor next = report.successor().orElseThrow();
        long same = 0;
        long written = 0;
        for (FileEntry file : next.manifest().files()) {
            Path here = next.release().resolve(file.path());
            Path there = v1.resolve(file.path());
            if (Files.exists(there) && Files.isSameFile(here, there)) {
                same += file.bytes();
            } else {
                written += file.bytes();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d of %d documents retracted: %d files of tables written, %d taken over; %.1f MB written, %.1f MB the same"
                        + " files; %.1f s, %.1f CPU-s%n",
                report.withheld().size(),
                documents,
                next.partsWritten(),
                next.partsTakenOver(),
                written / 1e6,
                same / 1e6,
                seconds,
                cpu);
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static ReleaseRow row(int number, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 120; word++) {
            for (int letter = 3 + random.nextInt(7); letter > 0; letter--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(word % 12 == 11 ? ".\n" : " ");
        }
        Provenance provenance = new Provenance(
                "s", "d" + number, new SourceLocation("d.jsonl", number, number), "jsonl@1", Sha256.of("d" + number));
        Document document = Document.of(text.toString(), Metadata.EMPTY, provenance);
        return new ReleaseRow(document, Optional.empty(), new Measures(Optional.of("fra"), Quality.NONE, 120), 1);
    }

    private static void publish(List<ReleaseRow> rows, int parts, Path work, Path v1) throws IOException {
        ReleaseWriter writer = ReleaseWriter.open(work, ReleaseWriter.DEFAULT_ZSTD_LEVEL, true, false);
        long bytes = 0;
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) part * rows.size() / parts);
            int to = (int) ((long) (part + 1) * rows.size() / parts);
            try (TablePart<ReleaseRow> table = writer.dataPart(part)) {
                for (ReleaseRow row : rows.subList(from, to)) {
                    table.add(row);
                    bytes += row.document().text().length();
                }
                table.commit();
            }
        }
        writer.finish(new ReleaseInfo(
                "scale",
                "scale",
                1,
                List.of("fra"),
                "{\"recipe\":1}",
                Map.of(),
                List.of(new ReleaseInfo.Input("s", rows.size(), bytes))));
        ReleaseTarget.publish(writer.release(), v1);
    }
}
