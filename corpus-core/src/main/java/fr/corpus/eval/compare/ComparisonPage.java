package fr.corpus.eval.compare;

import fr.corpus.eval.report.Html;
import fr.corpus.eval.score.ScoreReport;
import fr.corpus.eval.stats.BootstrapMeans;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A comparison as a page for people. Thread-safe. */
final class ComparisonPage {

    private ComparisonPage() {}

    static String of(Comparison comparison, Locale locale) throws IOException {
        int systems = comparison.systems().size();
        Html page = new Html(locale, Html.sentence(locale, "cmp-title", systems));
        page.paragraph(
                "lead",
                String.join(
                        " · ",
                        comparison.packs().stream()
                                .map(PackComparison::reference)
                                .toList()));
        page.heading(1, page.text("cmp-title", systems));
        page.paragraph("lead", page.text("cmp-lead", comparison.pairs()));
        if (!comparison.isComplete()) {
            page.paragraph("warn", page.text("cmp-partial"));
        }
        comparison.packs().forEach(pack -> page.paragraph("verdict", verdict(page, pack)));
        comparison
                .packs()
                .forEach(pack -> pack.suspects()
                        .forEach(place -> page.paragraph(
                                "warn",
                                page.text(
                                        "cmp-suspect",
                                        pack.reference(),
                                        pack.systems().get(place).name(),
                                        page.signed(pack.exposures().get(place).difference())))));
        if (comparison.packs().size() > 1) {
            overview(page, comparison);
        }
        for (int i = 0; i < comparison.packs().size(); i++) {
            PackComparison pack = comparison.packs().get(i);
            page.heading(2, page.text("cmp-pack", pack.reference(), pack.metric(), pack.items()));
            new PackSection(page, pack, comparison.pairs()).write();
            new ItemSection(page, pack, comparison.aligned().get(i)).write();
        }
        page.heading(2, page.text("cmp-reading"));
        page.list(List.of(
                page.text("cmp-read-tier"),
                page.text("cmp-read-p", comparison.pairs()),
                page.text("cmp-read-mde"),
                page.text("cmp-read-interval")));
        provenance(page, comparison);
        return page.end();
    }

    private static String verdict(Html page, PackComparison pack) {
        List<String> best = pack.order().stream()
                .map(place -> pack.systems().get(place))
                .filter(system -> system.tier() == 1)
                .map(SystemScore::name)
                .toList();
        String told = page.text(
                "cmp-verdict", pack.reference(), pack.separated(), pack.pairs().size());
        if (best.size() == pack.systems().size()) {
            return told + " " + page.text("cmp-verdict-none");
        }
        return told + " "
                + page.text(best.size() == 1 ? "cmp-verdict-one" : "cmp-verdict-many", String.join(", ", best));
    }

    private static void overview(Html page, Comparison comparison) {
        page.heading(2, page.text("cmp-overview"));
        List<String> head = new ArrayList<>(List.of(page.text("head-system")));
        comparison.packs().forEach(pack -> head.add(pack.reference()));
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (int system = 0; system < comparison.systems().size(); system++) {
            List<Html.Cell> row =
                    new ArrayList<>(List.of(Html.Cell.of(comparison.systems().get(system))));
            for (PackComparison pack : comparison.packs()) {
                SystemScore score = pack.systems().get(system);
                row.add(new Html.Cell(
                        page.text("cmp-tiered", page.number(score.score()), score.tier()),
                        score.tier() == 1 ? "sep" : ""));
            }
            rows.add(row);
        }
        page.grid(page.text("cmp-overview-caption"), head, rows);
    }

    private static void provenance(Html page, Comparison comparison) {
        page.heading(2, page.text("provenance"));
        List<List<String>> facts = new ArrayList<>();
        for (PackComparison pack : comparison.packs()) {
            facts.add(List.of(page.text("fact-pack"), pack.reference() + " sha256:" + pack.sha256()));
            facts.add(List.of(page.text("head-signature"), pack.signature()));
            facts.add(List.of(
                    page.text("fact-seed"),
                    comparison.request().seed() + " × " + BootstrapMeans.RESAMPLES + " (bootstrap), × " + pack.trials()
                            + " (randomization)"));
        }
        for (EvaluatedSystem system : comparison.inputs()) {
            for (ScoreReport report : system.reports()) {
                String name = system.name() + ", " + report.pack().reference();
                facts.add(List.of(
                        page.text("fact-report", name),
                        report.file() + " sha256:" + report.digest().hex()));
                facts.add(List.of(
                        page.text("fact-outputs-of", name),
                        "sha256:" + report.outputs().sha256()));
                report.pack().data().forEach(file -> facts.add(List.of(page.text("fact-data"), file)));
            }
        }
        Set<String> roots = new TreeSet<>();
        comparison
                .inputs()
                .forEach(system ->
                        system.reports().forEach(report -> report.corpus().ifPresent(roots::add)));
        facts.add(List.of(
                page.text("fact-corpus"), roots.isEmpty() ? page.text("fact-no-corpus") : String.join(", ", roots)));
        facts.add(List.of(page.text("fact-energy"), page.text("cmp-energy")));
        page.open("", page.text("cmp-facts-open"));
        page.facts(facts);
        page.close();
        page.paragraph("lead", page.text("cmp-verify"));
    }
}
