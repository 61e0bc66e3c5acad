package fr.corpus.eval.score;

import fr.corpus.eval.report.Html;
import fr.corpus.eval.report.ReportJson;
import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a score into files: page, JSON, CSV, JUnit XML. Each appears when it is whole. Thread-safe. */
public final class ScoreFiles {

    private ScoreFiles() {}

    /**
     * Writes the page, and beside it the JSON that {@link ScoreCheck} takes.
     *
     * @return the JSON file
     */
    public static Path page(Scoring scoring, Path file, Locale locale) throws IOException {
        ReportJson.write(file, ScorePage.of(scoring, locale).getBytes(StandardCharsets.UTF_8));
        Path json = ReportJson.beside(file);
        ReportJson.write(json, CanonicalJson.of(ScoreJson.withValues(scoring)));
        return json;
    }

    /** Writes the metrics as CSV (RFC 4180), numbers in full. */
    public static void csv(Scoring scoring, Path file) throws IOException {
        StringBuilder csv = new StringBuilder("pack,metric,score,low,high,method,items,unknown,complete,signature\r\n");
        for (MetricScore score : scoring.metrics()) {
            csv.append(scoring.stored().pack().reference())
                    .append(',')
                    .append(score.name())
                    .append(',');
            csv.append(score.value().isPresent() ? String.valueOf(score.value().getAsDouble()) : "")
                    .append(',');
            csv.append(score.interval().map(one -> String.valueOf(one.low())).orElse(""))
                    .append(',');
            csv.append(score.interval().map(one -> String.valueOf(one.high())).orElse(""))
                    .append(',');
            csv.append(score.method().word()).append(',').append(score.items()).append(',');
            csv.append(score.unknown()).append(',').append(scoring.isComplete()).append(",\"");
            csv.append(score.signature().replace("\"", "\"\"")).append("\"\r\n");
        }
        ReportJson.write(file, csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes items as test cases: one that is not wholly right fails, one without output is an error. */
    public static void junit(Scoring scoring, Path file) throws IOException {
        ScoreTable table = scoring.table();
        int failures = 0;
        StringBuilder cases = new StringBuilder();
        String suite = Html.escape(scoring.stored().pack().reference());
        for (int i = 0; i < table.items().size(); i++) {
            cases.append("<testcase classname=\"").append(suite).append("\" name=\"");
            cases.append(Html.escape(table.items().get(i).id())).append('"');
            double value = table.values()[0][i];
            boolean text = table.columns().get(0).kind() == Column.Kind.TEXT;
            if (text || value >= 1) {
                cases.append("/>\n");
            } else if (Double.isNaN(value)) {
                cases.append("><skipped/></testcase>\n");
            } else {
                failures++;
                cases.append("><failure message=\"")
                        .append(table.columns().get(0).name())
                        .append(" = ");
                cases.append(value).append("\"/></testcase>\n");
            }
        }
        for (String missing : scoring.missing()) {
            cases.append("<testcase classname=\"")
                    .append(suite)
                    .append("\" name=\"")
                    .append(Html.escape(missing));
            cases.append("\"><error message=\"no output\"/></testcase>\n");
        }
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"" + suite + "\" tests=\""
                + scoring.items() + "\" failures=\"" + failures + "\" errors=\""
                + scoring.missing().size() + "\">\n" + cases + "</testsuite>\n";
        ReportJson.write(file, xml.getBytes(StandardCharsets.UTF_8));
    }
}
