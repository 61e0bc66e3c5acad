package fr.corpus.eval.compare;

import fr.corpus.eval.report.Html;
import fr.corpus.eval.report.ReportJson;
import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes a comparison into files: page, JSON, CSV, JUnit XML. Each appears when it is whole. Thread-safe. */
public final class ComparisonFiles {

    private ComparisonFiles() {}

    /**
     * Writes the page, and beside it the JSON that {@link ReportCheck} takes.
     *
     * @return the JSON file
     */
    public static Path page(Comparison comparison, Path file, Locale locale) throws IOException {
        ReportJson.write(file, ComparisonPage.of(comparison, locale).getBytes(StandardCharsets.UTF_8));
        Path json = ReportJson.beside(file);
        ReportJson.write(json, CanonicalJson.of(ComparisonJson.of(comparison)));
        return json;
    }

    /** Writes all pairs as CSV (RFC 4180), numbers in full. */
    public static void csv(Comparison comparison, Path file) throws IOException {
        StringBuilder csv = new StringBuilder("pack,metric,first,second,firstScore,secondScore,difference,low,high,"
                + "standardError,pBootstrap,pRandomization,pMcNemar,pHolm,pBenjaminiHochberg,detectable,separated,"
                + "items,complete\r\n");
        for (PackComparison pack : comparison.packs()) {
            for (PairComparison pair : pack.pairs()) {
                SystemScore first = pack.systems().get(pair.first());
                SystemScore second = pack.systems().get(pair.second());
                csv.append(String.join(
                                ",",
                                List.of(
                                        pack.reference(),
                                        pack.metric(),
                                        quoted(first.name()),
                                        quoted(second.name()),
                                        String.valueOf(first.score()),
                                        String.valueOf(second.score()),
                                        String.valueOf(pair.difference()),
                                        String.valueOf(pair.interval().low()),
                                        String.valueOf(pair.interval().high()),
                                        String.valueOf(pair.standardError()),
                                        String.valueOf(pair.pBootstrap()),
                                        String.valueOf(pair.pRandomization()),
                                        pair.mcNemar()
                                                .map(exact -> String.valueOf(exact.pValue()))
                                                .orElse(""),
                                        String.valueOf(pair.pHolm()),
                                        String.valueOf(pair.pBenjaminiHochberg()),
                                        pair.detectable().isPresent()
                                                ? String.valueOf(
                                                        pair.detectable().getAsDouble())
                                                : "",
                                        String.valueOf(pair.isSeparated()),
                                        String.valueOf(pack.items()),
                                        String.valueOf(pack.isComplete()))))
                        .append("\r\n");
            }
        }
        ReportJson.write(file, csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** Writes pairs as test cases: one that is not separated is skipped; a comparison that is not complete is an error. */
    public static void junit(Comparison comparison, Path file) throws IOException {
        StringBuilder suites = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        for (PackComparison pack : comparison.packs()) {
            String suite = Html.escape(pack.reference() + " " + pack.metric());
            boolean complete = pack.isComplete();
            suites.append("<testsuite name=\"").append(suite).append("\" tests=\"");
            suites.append(pack.pairs().size() + (complete ? 0 : 1)).append("\" failures=\"0\" errors=\"");
            suites.append(complete ? 0 : 1).append("\" skipped=\"");
            suites.append(pack.pairs().size() - pack.separated()).append("\">\n");
            if (!complete) {
                suites.append("<testcase classname=\"").append(suite).append("\" name=\"complete\"><error message=\"");
                suites.append(pack.left()).append(" items left out\"/></testcase>\n");
            }
            for (PairComparison pair : pack.pairs()) {
                suites.append("<testcase classname=\"").append(suite).append("\" name=\"");
                suites.append(Html.escape(pack.systems().get(pair.first()).name() + " > "
                        + pack.systems().get(pair.second()).name()));
                suites.append(
                        pair.isSeparated()
                                ? "\"/>\n"
                                : "\"><skipped message=\"pHolm = " + pair.pHolm() + "\"/></testcase>\n");
            }
            suites.append("</testsuite>\n");
        }
        ReportJson.write(file, suites.append("</testsuites>\n").toString().getBytes(StandardCharsets.UTF_8));
    }
}
