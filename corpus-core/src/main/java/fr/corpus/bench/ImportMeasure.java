package fr.corpus.bench;

import fr.corpus.optout.Holder;
import fr.corpus.optout.HolderKind;
import fr.corpus.optout.IdentityTier;
import fr.corpus.optout.OptOutImport;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.UseCategory;
import fr.corpus.pipeline.ProcessMeter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it takes to import a table of many lines, stopped half-way and started again. Immutable.
 *
 * @param lines records of the table; one in a thousand is wrong
 * @param resumed records that the second run did not do again
 * @param registered reservations made by both runs
 * @param refused records refused by both runs
 * @param errorRecords records in the file of those to correct
 * @param seconds wall time of both runs
 * @param cpuSeconds CPU time of both runs
 * @param peakBytes highest resident memory of the process
 */
public record ImportMeasure(
        int lines,
        long resumed,
        long registered,
        long refused,
        long errorRecords,
        double seconds,
        double cpuSeconds,
        long peakBytes) {

    /** One record in so many is wrong. */
    public static final int WRONG_ONE_IN = 1000;

    private static final double NANO = 1e-9;
    private static final int MANY = 1_000_000_000;

    /** The import stops here, as it does when the process is killed: what was acknowledged before is durable. */
    private static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped half-way", null, false, false);
        }
    }

    /**
     * Imports a table.
     *
     * @param directory empty; on the disk that is to be measured
     */
    public static ImportMeasure of(Path directory, OptOutImport.Format format, int lines) throws IOException {
        Path table = directory.resolve("table." + format.word());
        write(table, format, lines);
        Path place = directory.resolve("registry");
        OptOutRegistry.Environment system = OptOutRegistry.Environment.system();
        OptOutRegistry.create(place, "mesure.exemple.fr/reservations", Optional.empty(), Duration.ofHours(24), system);
        Path errors = directory.resolve("errors");
        OptOutImport what = new OptOutImport(
                table,
                format,
                new OptOutImport.Defaults(
                        new Holder("Éditions", HolderKind.PUBLISHER), IdentityTier.ATTESTED, UseCategory.DEFAULT),
                errors);
        double cpu = ProcessMeter.cpuSeconds();
        long start = System.nanoTime();
        OptOutImport.Progress[] first = {new OptOutImport.Progress(0, 0, 0, 0, 0)};
        try (OptOutRegistry registry = OptOutRegistry.open(place, Duration.ofSeconds(10), system)) {
            what.into(registry, Locale.ENGLISH, progress -> {
                first[0] = progress;
                if (progress.rows() >= lines / 2) {
                    throw new StoppedException();
                }
            });
        } catch (StoppedException e) {
            // As intended.
        }
        OptOutImport.Progress second;
        try (OptOutRegistry registry = OptOutRegistry.open(place, Duration.ofSeconds(10), system)) {
            second = what.into(registry, Locale.ENGLISH, progress -> {});
        }
        return new ImportMeasure(
                lines,
                second.resumed(),
                first[0].registered() + second.registered(),
                first[0].refused() + second.refused(),
                records(errors),
                (System.nanoTime() - start) * NANO,
                ProcessMeter.cpuSeconds() - cpu,
                ProcessMeter.peakBytes());
    }

    private static void write(Path table, OptOutImport.Format format, int lines) throws IOException {
        boolean json = format == OptOutImport.Format.JSONL;
        try (BufferedWriter out = Files.newBufferedWriter(table, StandardCharsets.UTF_8)) {
            out.write(json ? "" : "isbn,author,url\n");
            for (int i = 0; i < lines; i++) {
                boolean wrong = i % WRONG_ONE_IN == WRONG_ONE_IN / 2;
                String isbn = isbn(i, wrong);
                String author = "Anne Exemple-" + i % 70_000;
                String url = "https://exemple" + i % 5000 + ".fr/oeuvres/" + i;
                out.write(
                        json
                                ? "{\"isbn\":\"" + isbn + "\",\"author\":\"" + author + "\",\"url\":\"" + url + "\"}\n"
                                : isbn + "," + author + "," + url + "\n");
            }
        }
    }

    /** An ISBN of 13 digits; a wrong one has another check digit. */
    private static String isbn(int i, boolean wrong) {
        String digits = "979" + (MANY + i % MANY + "").substring(1);
        int sum = 0;
        for (int d = 0; d < digits.length(); d++) {
            sum += (digits.charAt(d) - '0') * (d % 2 == 0 ? 1 : 3);
        }
        return digits + ((10 - sum % 10) % 10 + (wrong ? 1 : 0)) % 10;
    }

    private static long records(Path errors) throws IOException {
        if (!Files.exists(errors)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(errors)) {
            return lines.filter(line -> line.startsWith("#")).count();
        }
    }
}
