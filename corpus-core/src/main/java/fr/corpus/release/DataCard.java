package fr.corpus.release;

import fr.corpus.document.LicenseId;
import fr.corpus.error.UserMessage;
import fr.corpus.license.License;
import fr.corpus.license.LicenseCatalog;
import java.util.ArrayList;
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
    private final CardText card;

    private final Optional<ReleaseProfile> profile;

    DataCard(
            Locale locale,
            Manifest.Identity identity,
            Manifest.Roots roots,
            Manifest.Statistics statistics,
            Optional<ReleaseProfile> profile) {
        this.locale = locale;
        this.profile = profile;
        card = new CardText(locale);
        this.identity = identity;
        this.roots = roots;
        this.statistics = statistics;
    }

    String text() {
        Volume released = statistics.released();
        card.line("# " + card.say("title", Markdown.escape(identity.name())));
        card.line(card.say(
                "summary",
                card.number(released.documents()),
                card.number(released.textBytes()),
                card.number(released.characters()),
                card.number(released.tokens()),
                Markdown.escape(identity.corpusVersion())));
        card.line(card.say(
                "languages",
                identity.languages().isEmpty() ? card.say("any-language") : String.join(", ", identity.languages())));
        card.line(card.say("root", roots.data().hex()));
        identity.supersedes().stream()
                .findFirst()
                .ifPresent(release -> card.line(card.say(
                        "supersedes",
                        release.manifest().hex(),
                        card.number(release.withheld()),
                        Markdown.escape(release.registry()))));
        identity.broadClaims()
                .filter(claims -> claims.broad() > 0)
                .ifPresent(claims -> card.line(card.say(
                        claims.choice().equals("withhold") ? "broad-withheld" : "broad-claims",
                        card.number(claims.broad()),
                        card.number(claims.letThrough()),
                        Markdown.escape(claims.rule()),
                        card.number(claims.documents()))));
        contents();
        sources();
        licenses();
        languages();
        profile.ifPresent(found -> new ProfileSection(card, found).write());
        reasons();
        method();
        loading();
        limits();
        return card.toString();
    }

    private void contents() {
        card.line("## " + card.say("contents"));
        for (String item : List.of("data", "drops", "duplicates", "licenses", "manifest", "checkpoint")) {
            card.append("- " + card.say("contents." + item) + "\n");
        }
        card.append("\n");
    }

    private void sources() {
        card.line("## " + card.say("sources"));
        List<List<String>> rows = new ArrayList<>();
        for (Manifest.SourceFigures figures : statistics.sources()) {
            rows.add(row(
                    Markdown.escape(figures.source()),
                    figures.counts(),
                    figures.released().textBytes()));
        }
        rows.add(row(
                card.say("total"), statistics.counts(), statistics.released().textBytes()));
        card.table(
                List.of("source", "read", "released", "dropped", "duplicates", "withheld", "malformed", "bytes"),
                1,
                rows);
        card.line(card.say("conservation"));
    }

    private List<String> row(String name, Counts counts, long bytes) {
        return List.of(
                name,
                card.number(counts.read()),
                card.number(counts.released()),
                card.number(counts.dropped()),
                card.number(counts.duplicates()),
                card.number(counts.withheld()),
                card.number(counts.malformed()),
                card.number(bytes));
    }

    private void licenses() {
        card.line("## " + card.say("licenses"));
        List<List<String>> rows = new ArrayList<>();
        for (Manifest.Share share : statistics.licenses()) {
            boolean known = !share.name().isEmpty();
            String id =
                    known ? "[" + share.name() + "](" + ReleaseFiles.license(share.name()) + ")" : card.say("no-gate");
            String name = known ? Markdown.escape(licenseName(share.name())) : "";
            rows.add(shareRow(List.of(id, name), share.volume()));
        }
        card.table(List.of("license", "name", "documents", "bytes", "characters", "tokens"), 2, rows);
        card.line(card.say("licenses.note"));
    }

    private String licenseName(String id) {
        Optional<License> license = LicenseCatalog.load().byId(LicenseId.of(id));
        return license.map(found -> found.name(locale)).orElse("");
    }

    private void languages() {
        card.line("## " + card.say("language-table"));
        List<List<String>> rows = new ArrayList<>();
        for (Manifest.Share share : statistics.languages()) {
            String name = share.name().isEmpty() ? card.say("no-language") : Markdown.escape(share.name());
            rows.add(shareRow(List.of(name), share.volume()));
        }
        card.table(List.of("language", "documents", "bytes", "characters", "tokens"), 1, rows);
    }

    private List<String> shareRow(List<String> names, Volume volume) {
        List<String> row = new ArrayList<>(names);
        row.add(card.number(volume.documents()));
        row.add(card.number(volume.textBytes()));
        row.add(card.number(volume.characters()));
        row.add(card.number(volume.tokens()));
        return row;
    }

    private void reasons() {
        card.line("## " + card.say("reasons"));
        List<List<String>> rows = new ArrayList<>();
        for (Manifest.ReasonCount reason : statistics.reasons()) {
            rows.add(List.of(
                    "`" + reason.step() + "`",
                    "`" + reason.reason() + "`",
                    Markdown.escape(sentence(reason)),
                    card.say("outcome." + reason.outcome().word()),
                    card.number(reason.records())));
        }
        card.table(List.of("step", "reason", "meaning", "outcome", "records"), 4, rows);
        card.line(card.say("reasons.note"));
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
        card.line("## " + card.say("method"));
        card.line(card.say("method.text", identity.recipeDigest().hex(), Long.toString(identity.seed())));
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, String> component : identity.components().entrySet()) {
            rows.add(List.of(Markdown.escape(component.getKey()), "`" + component.getValue() + "`"));
        }
        card.table(List.of("component", "version"), 2, rows);
    }

    private void loading() {
        card.line("## " + card.say("loading"));
        card.line(card.say("loading.text"));
        card.append("""
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
        card.line("## " + card.say("limits"));
        card.line(card.say("limits.text"));
    }
}
