package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.Table;
import fr.corpus.eval.compare.Comparison;
import fr.corpus.eval.compare.PackComparison;
import fr.corpus.eval.compare.PairComparison;
import fr.corpus.eval.compare.SystemScore;
import fr.corpus.eval.score.MeasuredAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** A comparison for people at a terminal. Confined to one thread. */
final class ComparisonView {

    private static final int MOST_PAIRS = 15;
    private static final double SMALL = 0.0001;

    private final Console console;
    private final Comparison comparison;

    ComparisonView(Console console, Comparison comparison) {
        this.console = console;
        this.comparison = comparison;
    }

    void print() {
        for (PackComparison pack : comparison.packs()) {
            print(pack);
        }
    }

    private void print(PackComparison pack) {
        console.print(
                "cli.compare-title",
                pack.reference(),
                pack.metric(),
                pack.items(),
                pack.systems().size());
        Table table = new Table();
        table.row(List.of(
                console.text("cli.compare-system"),
                console.text("cli.compare-tier"),
                console.text("cli.score-score"),
                console.text("cli.score-interval"),
                console.text("cli.compare-ranks")));
        for (int place : pack.order()) {
            SystemScore system = pack.systems().get(place);
            table.row(List.of(
                    system.name(),
                    String.valueOf(system.tier()),
                    decimals(system.score()),
                    decimals(system.interval().low()) + " – "
                            + decimals(system.interval().high()),
                    system.ranks().best() + "–" + system.ranks().worst()));
        }
        table.print(console);
        energies(pack);
        List<PairComparison> pairs = shown(pack);
        pairs.forEach(pair -> console.out().println("  " + sentence(pack, pair)));
        if (pairs.size() < pack.pairs().size()) {
            console.note("cli.compare-neighbours");
        }
        long hochberg = pack.pairs().stream()
                .filter(pair -> pair.pBenjaminiHochberg() <= PairComparison.LEVEL)
                .count();
        console.print("cli.compare-summary", pack.separated(), pack.pairs().size(), comparison.pairs(), hochberg);
        notes(pack);
    }

    private void energies(PackComparison pack) {
        for (int place : pack.order()) {
            SystemScore system = pack.systems().get(place);
            List<Double> estimate = system.energy().wattHours();
            if (!estimate.isEmpty()) {
                console.print(
                        "cli.compare-energy",
                        system.name(),
                        significant(estimate.get(1)),
                        significant(estimate.get(0)),
                        significant(estimate.get(2)));
            }
            system.energy().measured().ifPresent(measured -> measured(system.name(), measured));
        }
        if (!pack.energiesAlike()) {
            console.note("cli.compare-energy-other");
        }
    }

    private void measured(String system, MeasuredAnswers measured) {
        if (measured.processorWattHours().isPresent()
                || measured.graphicsWattHours().isPresent()) {
            console.print(
                    "cli.compare-energy-measured",
                    system,
                    significant(measured.processorWattHours()),
                    significant(measured.graphicsWattHours()));
        }
    }

    private String significant(OptionalDouble value) {
        return value.isPresent() ? significant(value.getAsDouble()) : "?";
    }

    private String significant(double value) {
        return String.format(console.locale(), "%.3g", value);
    }

    /** All pairs, the best first; of many systems those that follow each other. */
    private static List<PairComparison> shown(PackComparison pack) {
        List<Integer> order = pack.order();
        boolean all = pack.pairs().size() <= MOST_PAIRS;
        List<PairComparison> shown = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            for (int j = i + 1; j < (all ? order.size() : Math.min(order.size(), i + 2)); j++) {
                shown.add(pack.pair(order.get(i), order.get(j)));
            }
        }
        return shown;
    }

    private String sentence(PackComparison pack, PairComparison pair) {
        String told = console.text(
                pair.isSeparated() ? "cli.compare-separated" : "cli.compare-same",
                pack.systems().get(pair.first()).name(),
                pack.systems().get(pair.second()).name(),
                signed(pair.difference()),
                signed(pair.interval().low()),
                signed(pair.interval().high()),
                p(pair.pHolm()));
        if (pair.isSeparated()) {
            return told;
        }
        if (pair.detectable().isPresent()) {
            told += console.text(
                    "cli.compare-detectable", decimals(pair.detectable().getAsDouble()));
            if (pair.itemsNeeded().isPresent()) {
                told += console.text("cli.compare-needed", pair.itemsNeeded().getAsLong());
            }
        }
        return told + ".";
    }

    private void notes(PackComparison pack) {
        if (!pack.isComplete()) {
            console.note("cli.compare-left", pack.left());
            pack.systems().stream()
                    .filter(system -> !system.isComplete())
                    .forEach(system ->
                            console.note("cli.compare-incomplete", system.name(), system.answered(), system.total()));
        }
        if (pack.clusters() < pack.items()) {
            console.note("cli.compare-clusters", pack.items(), pack.clusters());
        }
        Set<String> prompts = new TreeSet<>();
        pack.systems()
                .forEach(system -> prompts.add(
                        system.prompt().isEmpty() ? console.text("cli.compare-prompt-unknown") : system.prompt()));
        if (prompts.size() > 1) {
            console.note("cli.compare-prompts", String.join(", ", prompts));
        }
        pack.suspects()
                .forEach(place -> console.print(
                        "cli.compare-suspect",
                        pack.systems().get(place).name(),
                        signed(pack.exposures().get(place).difference())));
        for (SystemScore system : pack.systems()) {
            system.spread()
                    .ifPresent(spread -> console.print(
                            "cli.compare-spread",
                            system.name(),
                            decimals(spread.low()),
                            decimals(spread.high()),
                            system.prompts().size(),
                            decimals(spread.deviation())));
        }
    }

    private String p(double value) {
        Locale locale = console.locale();
        return value < SMALL
                ? "< " + String.format(locale, "%.4f", SMALL)
                : "= " + String.format(locale, "%.4f", value);
    }

    private String signed(double value) {
        return String.format(console.locale(), "%+.2f", value).replace('-', '−');
    }

    private String decimals(double value) {
        return String.format(console.locale(), "%.2f", value);
    }
}
