package fr.corpus.release;

import fr.corpus.document.LicenseId;
import fr.corpus.error.UserMessage;
import fr.corpus.license.License;
import fr.corpus.license.LicenseCatalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/** The data card of a release in one language: Markdown with the figures of the manifest. */
final class DataCard {

    private final Locale locale;
    private final Manifest.Identity identity;
    private final Manifest.Roots roots;
    private final Manifest.Statistics statistics;
    private final StringBuilder out = new StringBuilder();

    DataCard(Locale locale, Manifest.Identity identity, Manifest.Roots roots, Manifest.Statistics statistics) {
        this.locale = locale;
        this.identity = identity;
        this.roots = roots;
        this.statistics = statistics;
    }

    String text() {
        Volume released = statistics.released();
        line("# " + say("title", Markdown.escape(identity.name())));
        paragraph(say(
                "summary",
                number(released.documents()),
                number(released.textBytes()),
                number(released.characters()),
                number(released.tokens()),
                Markdown.escape(identity.corpusVersion())));
        paragraph(say(
                "languages",
                identity.languages().isEmpty() ? say("any-language") : String.join(", ", identity.languages())));
        paragraph(say("root", roots.data().hex()));
        identity.supersedes().stream()
                .findFirst()
                .ifPresent(release -> paragraph(say(
                        "supersedes",
                        release.manifest().hex(),
                        number(release.withheld()),
                        Markdown.escape(release.registry()))));
        identity.broadClaims()
                .filter(claims -> claims.broad() > 0)
                .ifPresent(claims -> paragraph(say(
                        claims.choice().equals("withhold") ? "broad-withheld" : "broad-claims",
                        number(claims.broad()),
                        number(claims.letThrough()),
                        Markdown.escape(claims.rule()),
                        number(claims.documents()))));
        contents();
        sources();
        licenses();
        languages();
        reasons();
        method();
        loading();
        limits();
        return out.toString();
    }

    private void contents() {
        line("## " + say("contents"));
        for (String item : List.of("data", "drops", "duplicates", "licenses", "manifest", "checkpoint")) {
            out.append("- ").append(say("contents." + item)).append('\n');
        }
        out.append('\n');
    }

    private void sources() {
        line("## " + say("sources"));
        List<List<String>> rows = new ArrayList<>();
        for (Manifest.SourceFigures figures : statistics.sources()) {
            rows.add(row(
                    Markdown.escape(figures.source()),
                    figures.counts(),
                    figures.released().textBytes()));
        }
        rows.add(row(say("total"), statistics.counts(), statistics.released().textBytes()));
        table(
                List.of("source", "read", "released", "dropped", "duplicates", "withheld", "malformed", "bytes"),
                1,
                rows);
        paragraph(say("conservation"));
    }

    private List<String> row(String name, Counts counts, long bytes) {
        return List.of(
                name,
                number(counts.read()),
                number(counts.released()),
                number(counts.dropped()),
                number(counts.duplicates()),
                number(counts.withheld()),
                number(counts.malformed()),
                number(bytes));
    }

    private void licenses() {
        line("## " + say("licenses"));
        List<List<String>> rows = new ArrayList<>();
        for (Manifest.Share share : statistics.licenses()) {
            boolean known = !share.name().isEmpty();
            String id = known ? "[" + share.name() + "](" + ReleaseFiles.license(share.name()) + ")" : say("no-gate");
            String name = known ? Markdown.escape(licenseName(share.name())) : "";
            rows.add(shareRow(List.of(id, name), share.volume()));
        }
        table(List.of("license", "name", "documents", "bytes", "characters", "tokens"), 2, rows);
        paragraph(say("licenses.note"));
    }

    private String licenseName(String id) {
        Optional<License> license = LicenseCatalog.load().byId(LicenseId.of(id));
        return license.map(found -> found.name(locale)).orElse("");
    }

    private void languages() {
        line("## " + say("language-table"));
        List<List<String>> rows = new ArrayList<>();
        for (Manifest.Share share : statistics.languages()) {
            String name = share.name().isEmpty() ? say("no-language") : Markdown.escape(share.name());
            rows.add(shareRow(List.of(name), share.volume()));
        }
        table(List.of("language", "documents", "bytes", "characters", "tokens"), 1, rows);
    }

    private List<String> shareRow(List<String> names, Volume volume) {
        List<String> row = new ArrayList<>(names);
        row.add(number(volume.documents()));
        row.add(number(volume.textBytes()));
        row.add(number(volume.characters()));
        row.add(number(volume.tokens()));
        return row;
    }

    private void reasons() {
        line("## " + say("reasons"));
        List<List<String>> rows = new ArrayList<>();
        for (Manifest.ReasonCount reason : statistics.reasons()) {
            rows.add(List.of(
                    "`" + reason.step() + "`",
                    "`" + reason.reason() + "`",
                    Markdown.escape(sentence(reason)),
                    say("outcome." + reason.outcome().word()),
                    number(reason.records())));
        }
        table(List.of("step", "reason", "meaning", "outcome", "records"), 4, rows);
        paragraph(say("reasons.note"));
    }

    /** What a reason means; a step of another version of the library may have reasons that this one has no sentence for. */
    private String sentence(Manifest.ReasonCount reason) {
        int dot = reason.step().indexOf('.');
        String kind = reason.outcome() == Outcome.MALFORMED || dot < 0
                ? "read"
                : reason.step().substring(0, dot);
        try {
            return UserMessage.of(kind + ".reason." + reason.reason()).in(locale);
        } catch (MissingResourceException e) {
            return "";
        }
    }

    private void method() {
        line("## " + say("method"));
        paragraph(say("method.text", identity.recipeDigest().hex(), Long.toString(identity.seed())));
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, String> component : identity.components().entrySet()) {
            rows.add(List.of(Markdown.escape(component.getKey()), "`" + component.getValue() + "`"));
        }
        table(List.of("component", "version"), 2, rows);
    }

    private void loading() {
        line("## " + say("loading"));
        paragraph(say("loading.text"));
        out.append("""
                ```python
                import pandas
                data = pandas.read_parquet("data")

                import datasets
                data = datasets.load_dataset("data")
                ```

                ```sql
                SELECT license, count(*), sum(token_count) FROM 'data/*.parquet' GROUP BY license;
                SELECT step, reason, count(*) FROM 'drops/*.parquet' GROUP BY ALL ORDER BY ALL;
                SELECT id, title FROM 'data/*.parquet' WHERE list_contains(identifiers, 'isbn:9782070360024');
                ```

                """);
    }

    private void limits() {
        line("## " + say("limits"));
        paragraph(say("limits.text"));
    }

    private void table(List<String> columns, int texts, List<List<String>> rows) {
        if (rows.isEmpty()) {
            paragraph(say("nothing"));
            return;
        }
        List<String> titles =
                columns.stream().map(column -> say("column." + column)).toList();
        List<String> rule = new ArrayList<>(Collections.nCopies(texts, "---"));
        rule.addAll(Collections.nCopies(columns.size() - texts, "---:"));
        tableRow(titles);
        tableRow(rule);
        rows.forEach(this::tableRow);
        out.append('\n');
    }

    private void tableRow(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void line(String text) {
        out.append(text).append("\n\n");
    }

    private void paragraph(String text) {
        line(text);
    }

    private String say(String key, String... arguments) {
        return UserMessage.of("release.card." + key, (Object[]) arguments).in(locale);
    }

    /** By hand, since the separators of a locale change with the version of Java. */
    private String number(long value) {
        String digits = Long.toString(value);
        String separator = locale.equals(Locale.FRENCH) ? "\u202F" : ",";
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(separator);
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }
}
