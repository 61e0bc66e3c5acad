package fr.corpus.eval.compare;

import fr.corpus.eval.report.DotChart;
import fr.corpus.eval.report.Html;
import fr.corpus.eval.score.ScoreExposure;
import fr.corpus.eval.stats.TwoSamples;
import fr.corpus.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a page says of the systems on one pack. Confined to one thread. */
final class PackSection {

    private static final int MOST_MATRIX = 12;
    private static final int MOST_CHART = 30;
    private static final int MOST_PAIRS = 1000;
    private static final int MOST_SENTENCES = 12;
    private static final int MOST_ROWS = 12;

    private final Html page;
    private final PackComparison pack;
    private final int allPairs;

    PackSection(Html page, PackComparison pack, int allPairs) {
        this.page = page;
        this.pack = pack;
        this.allPairs = allPairs;
    }

    void write() {
        notes();
        scores();
        pairs();
        spread();
        EnergyTable.write(page, pack);
        Map<String, List<GroupComparison>> groups =
                new TreeMap<>(Comparator.comparing((String tag) -> !tag.equals("exposure"))
                        .thenComparing(tag -> !tag.equals("variety"))
                        .thenComparing(Comparator.naturalOrder()));
        pack.groups()
                .forEach(group -> groups.computeIfAbsent(group.tag(), tag -> new ArrayList<>())
                        .add(group));
        groups.forEach(this::group);
    }

    /** Each system on exposed items less clean ones. */
    private void exposures() {
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (int place : pack.order()) {
            TwoSamples two = pack.exposures().get(place);
            boolean differs = two.pValue().isPresent() && two.pValue().get() <= PairComparison.LEVEL;
            rows.add(List.of(
                    Html.Cell.of(name(place)),
                    new Html.Cell(page.signed(two.difference()), differs ? "no" : "same"),
                    Html.Cell.of(two.interval()
                            .map(one -> page.text("cmp-between", page.signed(one.low()), page.signed(one.high())))
                            .orElse("–")),
                    Html.Cell.of(two.pValue().map(page::pValue).orElse("–"))));
        }
        page.grid(page.text("cmp-exposures"), heads("system", "difference", "interval", "p"), rows);
        page.paragraph("lead", page.text("cmp-exposures-note"));
    }

    private void notes() {
        if (!pack.isComplete()) {
            page.paragraph("warn", page.text("cmp-left", pack.left()));
            pack.systems().stream()
                    .filter(system -> !system.isComplete())
                    .forEach(system -> page.paragraph(
                            "warn", page.text("cmp-incomplete", system.name(), system.answered(), system.total())));
        }
        TreeSet<String> prompts = new TreeSet<>();
        pack.systems()
                .forEach(system ->
                        prompts.add(system.prompt().isEmpty() ? page.text("cmp-prompt-unknown") : system.prompt()));
        if (prompts.size() > 1) {
            page.paragraph("warn", page.text("cmp-prompts", String.join(", ", prompts)));
        }
        if (pack.clusters() < pack.items()) {
            page.paragraph("lead", page.text("cmp-clusters", pack.items(), pack.clusters()));
        }
    }

    private List<String> heads(String... keys) {
        return Stream.of(keys).map(key -> page.text("head-" + key)).toList();
    }

    private static DotChart.Row row(String label, double value, Interval range, String kind) {
        return new DotChart.Row(label, List.of(new DotChart.Mark(value, range.low(), range.high(), kind)));
    }

    private double most() {
        return pack.lowerIsBetter() ? Double.POSITIVE_INFINITY : 100;
    }

    private void scores() {
        page.heading(3, page.text("cmp-scores"));
        List<DotChart.Row> rows = new ArrayList<>();
        List<List<Html.Cell>> cells = new ArrayList<>();
        for (int place : pack.order()) {
            SystemScore system = pack.systems().get(place);
            rows.add(row(system.name(), system.score(), system.interval(), ""));
            cells.add(Stream.of(
                            system.isComplete() ? system.name() : page.text("cmp-marked", system.name()),
                            String.valueOf(system.tier()),
                            page.number(system.score()),
                            page.range(
                                    system.interval().low(), system.interval().high()),
                            page.text("method-" + system.method().word()),
                            system.ranks().best() + "–" + system.ranks().worst(),
                            String.join(", ", system.models()))
                    .map(Html.Cell::of)
                    .toList());
        }
        page.chart(new DotChart(page.text("cmp-scores"), rows, List.of(), DotChart.Scale.around(rows, 0, most())));
        page.grid(
                page.text("cmp-scores-caption"),
                heads("system", "tier", "score", "interval", "method", "ranks", "model"),
                cells);
    }

    /** All pairs, the better system first, those of the best systems first. */
    private List<PairComparison> ordered() {
        List<Integer> order = pack.order();
        return pack.pairs().stream()
                .sorted(Comparator.comparingInt((PairComparison pair) -> order.indexOf(pair.first()))
                        .thenComparingInt(pair -> order.indexOf(pair.second())))
                .toList();
    }

    private String name(int place) {
        return pack.systems().get(place).name();
    }

    private void pairs() {
        page.heading(3, page.text("cmp-pairs"));
        List<PairComparison> pairs = ordered();
        List<String> sentences = pairs.stream()
                .filter(pair -> !pair.isSeparated())
                .limit(MOST_SENTENCES)
                .map(this::sentence)
                .toList();
        if (!sentences.isEmpty()) {
            page.list(sentences);
        }
        if (pairs.size() <= MOST_CHART) {
            List<DotChart.Row> rows = pairs.stream()
                    .map(pair -> row(
                            name(pair.first()) + " – " + name(pair.second()),
                            pair.difference(),
                            pair.interval(),
                            pair.isSeparated() ? "" : "faint"))
                    .toList();
            page.chart(new DotChart(
                    page.text("cmp-pairs-chart"),
                    rows,
                    List.of(),
                    DotChart.Scale.around(zero(rows), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)));
            page.paragraph("lead", page.text("cmp-pairs-chart"));
        }
        if (pack.systems().size() > 2 && pack.systems().size() <= MOST_MATRIX) {
            matrix();
        }
        page.open("", page.text("cmp-pairs-open", Math.min(pairs.size(), MOST_PAIRS), pairs.size()));
        page.grid(
                page.text("cmp-pairs-caption", allPairs),
                heads("pair", "difference", "interval", "holm", "bh", "mcnemar", "bootstrap", "randomization", "mde"),
                pairs.stream().limit(MOST_PAIRS).map(this::cells).toList());
        page.close();
    }

    /** The rows and one at 0, so that no difference is on every scale. */
    private static List<DotChart.Row> zero(List<DotChart.Row> rows) {
        List<DotChart.Row> all = new ArrayList<>(rows);
        all.add(row("", 0, new Interval(0, 0), ""));
        return all;
    }

    private String sentence(PairComparison pair) {
        String told = page.text("cmp-same", name(pair.first()), name(pair.second()), page.number(pair.difference()));
        if (pair.detectable().isEmpty()) {
            return told + ".";
        }
        told += page.text("cmp-detectable", page.number(pair.detectable().getAsDouble()));
        return told
                + (pair.itemsNeeded().isPresent()
                        ? page.text("cmp-needed", pair.itemsNeeded().getAsLong())
                        : "")
                + ".";
    }

    private List<Html.Cell> cells(PairComparison pair) {
        String kind = pair.isSeparated() ? "sep" : "same";
        return List.of(
                Html.Cell.of(name(pair.first()) + " – " + name(pair.second())),
                new Html.Cell(page.signed(pair.difference()), kind),
                new Html.Cell(
                        page.text(
                                "cmp-between",
                                page.signed(pair.interval().low()),
                                page.signed(pair.interval().high())),
                        ""),
                new Html.Cell(page.pValue(pair.pHolm()), kind),
                Html.Cell.of(page.pValue(pair.pBenjaminiHochberg())),
                Html.Cell.of(pair.mcNemar()
                        .map(exact -> page.text(
                                "cmp-mcnemar", page.pValue(exact.pValue()), exact.onlyFirst(), exact.onlySecond()))
                        .orElse("–")),
                Html.Cell.of(page.pValue(pair.pBootstrap())),
                Html.Cell.of(page.pValue(pair.pRandomization())),
                Html.Cell.of(
                        pair.detectable().isPresent()
                                ? page.number(pair.detectable().getAsDouble())
                                : "–"));
    }

    private void matrix() {
        List<Integer> order = pack.order();
        List<String> head = new ArrayList<>(List.of(""));
        order.forEach(place -> head.add(name(place)));
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (int one : order) {
            List<Html.Cell> row = new ArrayList<>(List.of(Html.Cell.of(name(one))));
            for (int other : order) {
                if (one == other) {
                    row.add(Html.Cell.of(""));
                    continue;
                }
                PairComparison pair = pack.pair(one, other);
                double difference = pair.first() == one ? pair.difference() : -pair.difference();
                row.add(new Html.Cell(page.signed(difference), pair.isSeparated() ? "sep" : "same"));
            }
            rows.add(row);
        }
        page.grid(page.text("cmp-matrix"), head, rows);
    }

    private void spread() {
        List<SystemScore> several = pack.order().stream()
                .map(place -> pack.systems().get(place))
                .filter(system -> system.spread().isPresent())
                .toList();
        if (several.isEmpty()) {
            return;
        }
        page.heading(3, page.text("cmp-spread"));
        page.paragraph("", page.text("cmp-spread-note"));
        List<DotChart.Row> rows = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        for (SystemScore system : several) {
            var spread = system.spread().orElseThrow();
            rows.add(row(system.name(), system.score(), new Interval(spread.low(), spread.high()), ""));
            List<String> byPrompt = system.prompts().entrySet().stream()
                    .map(one -> one.getKey() + "\u00A0" + page.number(one.getValue()))
                    .toList();
            cells.add(List.of(
                    system.name(),
                    page.range(spread.low(), spread.high()),
                    page.number(spread.mean()),
                    page.number(spread.deviation()),
                    String.join(" · ", byPrompt)));
        }
        page.chart(new DotChart(page.text("cmp-spread"), rows, List.of(), DotChart.Scale.around(rows, 0, most())));
        page.table(page.text("cmp-spread"), heads("system", "range", "mean", "deviation", "prompts"), cells);
    }

    private void group(String tag, List<GroupComparison> groups) {
        String title = page.text("group", page.tag(tag));
        page.heading(3, title);
        List<Integer> order = pack.order();
        List<Integer> drawn = order.subList(0, Math.min(DotChart.MOST_SERIES, order.size()));
        List<String> head = new ArrayList<>(heads("value", "items"));
        order.forEach(place -> head.add(name(place)));
        List<List<String>> cells = new ArrayList<>();
        List<DotChart.Row> rows = new ArrayList<>();
        for (GroupComparison group : groups) {
            List<String> row = new ArrayList<>(List.of(value(group), String.valueOf(group.items())));
            for (int place : order) {
                GroupComparison.Part part = group.scores().get(place);
                row.add(page.text(
                        "cmp-cell",
                        page.number(part.score()),
                        page.range(part.interval().low(), part.interval().high())));
            }
            cells.add(row);
            rows.add(new DotChart.Row(
                    value(group) + " (" + group.items() + ")",
                    drawn.stream()
                            .map(place -> group.scores().get(place))
                            .map(part -> new DotChart.Mark(
                                    part.score(),
                                    part.interval().low(),
                                    part.interval().high(),
                                    ""))
                            .toList()));
        }
        boolean many = groups.size() > MOST_ROWS;
        if (many) {
            page.open("", page.text("cmp-groups-open", groups.size()));
        }
        page.chart(new DotChart(
                title, rows, drawn.stream().map(this::name).toList(), DotChart.Scale.around(rows, 0, most())));
        page.table(page.text("cmp-groups-caption"), head, cells);
        if (many) {
            page.close();
        }
        if (tag.equals(ScoreExposure.TAG) && !pack.exposures().isEmpty()) {
            exposures();
        }
    }

    private String value(GroupComparison group) {
        return group.tag().equals(ScoreExposure.TAG) ? page.text("exposure-" + group.value()) : group.value();
    }
}
