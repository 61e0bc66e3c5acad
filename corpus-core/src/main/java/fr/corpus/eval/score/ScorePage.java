package fr.corpus.eval.score;

import fr.corpus.eval.contamination.ScoreSplit;
import fr.corpus.eval.pack.Extraction;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.report.DotChart;
import fr.corpus.eval.report.Html;
import fr.corpus.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report of a score as a page for people. Thread-safe. */
final class ScorePage {

    private static final double PERCENT = 100;
    private static final int MOST_ITEMS = 400;
    private static final int MOST_TEXT = 4000;

    private ScorePage() {}

    static String of(Scoring scoring, Locale locale) {
        String reference = scoring.stored().pack().reference();
        Html page = new Html(locale, reference);
        page.paragraph("lead", reference + " · " + String.join(", ", scoring.models()));
        page.heading(1, scoring.stored().pack().about().title().in(locale));
        page.paragraph("lead", scoring.stored().pack().about().description().in(locale));
        MetricScore first = scoring.metrics().get(0);
        if (first.value().isPresent()) {
            page.paragraph("big", page.number(first.value().getAsDouble()));
            page.paragraph(
                    "",
                    page.text("headline", first.name(), interval(page, first), scoring.answered(), scoring.items()));
        }
        if (!scoring.isComplete()) {
            page.paragraph("warn", page.text("partial", scoring.missing().size(), scoring.items()));
        }
        if (!scoring.empty().isEmpty()) {
            page.paragraph("warn", page.text("empty", scoring.empty().size()));
        }
        if (scoring.unextracted() > 0) {
            page.paragraph("warn", page.text("unextracted", scoring.unextracted()));
        }
        metrics(page, scoring);
        groups(page, scoring);
        exposure(page, scoring);
        origin(page, scoring);
        EnergySection.write(page, scoring);
        items(page, scoring, locale);
        provenance(page, scoring);
        return page.end();
    }

    private static String interval(Html page, MetricScore score) {
        return score.interval()
                .map(one -> page.number(one.low()) + "\u00A0–\u00A0" + page.number(one.high()))
                .orElse("–");
    }

    private static void metrics(Html page, Scoring scoring) {
        page.heading(2, page.text("metrics"));
        List<DotChart.Row> points = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (MetricScore score : scoring.metrics()) {
            double value = score.value().orElse(Double.NaN);
            Interval range = score.interval().orElse(new Interval(value, value));
            if (!Double.isNaN(value) && value >= 1 && value <= 100) {
                points.add(row(score.name(), value, range));
            }
            rows.add(List.of(
                    score.name(),
                    Double.isNaN(value) ? "?" : page.number(value),
                    interval(page, score),
                    page.text("method-" + score.method().word()),
                    String.valueOf(score.items()),
                    score.signature()));
        }
        page.chart(chart(page.text("metrics"), points));
        page.table(
                page.text("metrics-caption"),
                heads(page, "metric", "score", "interval", "method", "items", "signature"),
                rows);
        if (!scoring.prompts().isEmpty()) {
            page.table(
                    page.text("prompts"),
                    heads(page, "prompt", "score"),
                    scoring.prompts().entrySet().stream()
                            .map(one -> List.of(one.getKey(), page.number(one.getValue())))
                            .toList());
        }
    }

    private static DotChart.Row row(String label, double value, Interval range) {
        return new DotChart.Row(label, List.of(new DotChart.Mark(value, range.low(), range.high(), "")));
    }

    private static DotChart chart(String title, List<DotChart.Row> rows) {
        return new DotChart(title, rows, List.of(), DotChart.Scale.PERCENT);
    }

    private static List<String> heads(Html page, String... keys) {
        return Arrays.stream(keys).map(key -> page.text("head-" + key)).toList();
    }

    private static void groups(Html page, Scoring scoring) {
        List<GroupScore> groups = scoring.groups();
        for (String tag : groups.stream().map(GroupScore::tag).distinct().toList()) {
            List<GroupScore> own =
                    groups.stream().filter(group -> group.tag().equals(tag)).toList();
            page.heading(2, group(page, tag));
            List<List<String>> rows = new ArrayList<>();
            List<DotChart.Row> points = new ArrayList<>();
            for (GroupScore group : own) {
                Interval range = group.interval().orElse(new Interval(group.score(), group.score()));
                points.add(row(group.value(), group.score(), range));
                rows.add(List.of(
                        group.value(),
                        page.number(group.score()),
                        page.number(range.low()) + "\u00A0–\u00A0" + page.number(range.high()),
                        String.valueOf(group.items())));
            }
            page.chart(chart(group(page, tag), points));
            page.table(group(page, tag), heads(page, "value", "score", "interval", "items"), rows);
        }
    }

    private static String group(Html page, String tag) {
        return page.text("group", page.tag(tag));
    }

    private static void exposure(Html page, Scoring scoring) {
        if (scoring.exposure().isEmpty()) {
            return;
        }
        ScoreExposure exposure = scoring.exposure().get();
        page.heading(2, page.text("exposure"));
        List<List<String>> rows = new ArrayList<>();
        exposure.report().exposures().forEach((kind, items) -> {
            Optional<ScoreSplit.Half> half = exposure.split().flatMap(split -> switch (kind) {
                case EXPOSED -> split.exposed();
                case CLEAN -> split.clean();
                case TOO_SHORT -> split.tooShort();
            });
            rows.add(List.of(
                    page.text("exposure-" + kind.word()),
                    String.valueOf(items),
                    half.map(one -> page.number(PERCENT * one.mean())).orElse("–"),
                    half.map(one -> page.range(
                                    PERCENT * one.interval().low(),
                                    PERCENT * one.interval().high()))
                            .orElse("–")));
        });
        page.table(
                page.text("exposure-caption", exposure.name(), exposure.root().hex()),
                heads(page, "value", "items", "score", "interval"),
                rows);
        exposure.split()
                .flatMap(ScoreSplit::difference)
                .ifPresent(two -> page.paragraph(
                        "",
                        page.text(
                                "exposure-difference",
                                page.signed(PERCENT * two.difference()),
                                two.pValue().map(page::pValue).orElse("?"))));
    }

    private static void origin(Html page, Scoring scoring) {
        if (scoring.origin().isEmpty()) {
            return;
        }
        page.heading(2, page.text("origin"));
        page.table(
                page.text("origin-caption"),
                heads(page, "figure", "score", "explained"),
                scoring.origin().stream()
                        .map(figure -> List.of(figure.name(), page.number(figure.value()), explained(page, figure)))
                        .toList());
    }

    private static String explained(Html page, OriginFigure figure) {
        if (figure.same().isPresent()) {
            return page.text("origin-same", figure.same().get());
        }
        String other = page.text(
                "origin-other", figure.nearest().orElse("?"), page.number(figure.nearestValue()), figure.differing());
        return figure.reproduced()
                .map(convention -> page.text("origin-reproduced", convention) + " " + other)
                .orElse(other);
    }

    /** Items that went wrong first. Texts of a pack that may not be redistributed are not shown. */
    private static void items(Html page, Scoring scoring, Locale locale) {
        page.heading(2, page.text("items"));
        ScoreTable table = scoring.table();
        boolean texts = scoring.stored().pack().ledger().redistribution().allowsTexts();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < table.items().size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> Double.isNaN(table.values()[0][i]) ? -1 : table.values()[0][i]));
        page.paragraph(
                "lead",
                page.text(texts ? "items-note" : "items-hidden", Math.min(MOST_ITEMS, order.size()), order.size()));
        for (int i : order.subList(0, Math.min(MOST_ITEMS, order.size()))) {
            PackItem item = table.items().get(i);
            double value = table.values()[0][i];
            List<List<String>> parts = new ArrayList<>();
            if (texts) {
                parts.add(List.of(
                        page.text("head-prompt"),
                        cut(ItemScores.prompt(scoring.stored().pack(), scoring.prompt(), item))));
            }
            parts.add(
                    List.of(page.text("head-output"), cut(table.outputs().get(i).output())));
            table.details()[i]
                    .extraction()
                    .ifPresent(found -> parts.add(List.of(
                            page.text("head-extracted"),
                            found.outcome() == Extraction.Outcome.FOUND
                                    ? found.value()
                                    : page.text("extraction-"
                                            + found.outcome().name().toLowerCase(Locale.ROOT)))));
            if (texts) {
                parts.add(List.of(page.text("head-right"), right(item)));
                item.facts().rationale().ifPresent(why -> parts.add(List.of(page.text("head-why"), why)));
            }
            table.details()[i]
                    .verdicts()
                    .ifPresent(verdicts ->
                            parts.add(List.of("strict / loose", verdicts.strict() + " / " + verdicts.loose())));
            String mark = Double.isNaN(value) ? "?" : value >= 1 ? "✓" : value <= 0 ? "✗" : "~";
            page.details(
                    value >= 1,
                    mark + " " + item.id() + (Double.isNaN(value) ? "" : " · " + String.format(locale, "%.2f", value)),
                    parts);
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }

    private static String right(PackItem item) {
        if (item instanceof PackItem.MultipleChoice choice) {
            return choice.answers().stream()
                    .map(one -> PackItem.letter(one) + ". " + choice.choices().get(one))
                    .collect(Collectors.joining("\n"));
        }
        if (item instanceof PackItem.MinimalPair pair) {
            return pair.good();
        }
        if (item instanceof PackItem.ShortAnswer asked) {
            return String.join("\n", asked.answers());
        }
        if (item instanceof PackItem.Generation text) {
            return String.join("\n", text.references());
        }
        return ((PackItem.Instructions) item)
                .instructions().stream().map(one -> one.id()).collect(Collectors.joining("\n"));
    }

    private static void provenance(Html page, Scoring scoring) {
        page.heading(2, page.text("provenance"));
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of(
                page.text("fact-pack"),
                scoring.stored().pack().reference() + " sha256:"
                        + scoring.stored().digest().hex()));
        scoring.imported()
                .files()
                .forEach(file -> facts.add(List.of(
                        page.text("fact-data"),
                        file.name() + " sha256:" + file.digest().hex())));
        facts.add(List.of(
                page.text("fact-outputs"),
                scoring.request().outputs() + " sha256:"
                        + scoring.file().digest().hex()));
        facts.add(List.of(
                page.text("fact-seed"),
                scoring.resampling().seed() + " × " + scoring.resampling().bootstraps()));
        scoring.metrics().forEach(score -> facts.add(List.of(page.text("head-signature"), score.signature())));
        facts.add(List.of(
                page.text("fact-corpus"),
                scoring.exposure()
                        .map(one -> one.name() + ", " + one.root().hex())
                        .orElseGet(() -> page.text("fact-no-corpus"))));
        facts.add(List.of(page.text("fact-energy"), EnergySection.fact(page, scoring)));
        page.facts(facts);
        page.paragraph("lead", page.text("verify"));
    }
}
