package fr.corpus.eval.compare;

import fr.corpus.eval.report.Html;
import fr.corpus.eval.score.EnergyTold;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What systems spent on one answer, on the page of a comparison: estimated, measured, or not known. Thread-safe. */
final class EnergyTable {

    private EnergyTable() {}

    static void write(Html page, PackComparison pack) {
        if (pack.systems().stream().allMatch(system -> system.energy().isUnknown())) {
            return;
        }
        page.heading(3, page.text("cmp-energy-title"));
        List<List<String>> rows = new ArrayList<>();
        for (int place : pack.order()) {
            SystemScore system = pack.systems().get(place);
            EnergyTold energy = system.energy();
            rows.add(List.of(
                    system.name(),
                    bounds(page, energy.wattHours()),
                    bounds(page, energy.grams()),
                    measured(
                            page,
                            energy.measured()
                                    .map(one -> one.processorWattHours())
                                    .orElse(OptionalDouble.empty())),
                    measured(
                            page,
                            energy.measured()
                                    .map(one -> one.graphicsWattHours())
                                    .orElse(OptionalDouble.empty()))));
        }
        page.table(
                page.text("cmp-energy-caption"),
                Stream.of(
                                "head-system",
                                "cmp-energy-estimate",
                                "cmp-energy-carbon",
                                "cmp-energy-processor",
                                "cmp-energy-graphics")
                        .map(page::text)
                        .toList(),
                rows);
        if (!pack.energiesAlike()) {
            page.paragraph("warn", page.text("cmp-energy-other"));
        }
    }

    private static String bounds(Html page, List<Double> bounds) {
        return bounds.isEmpty()
                ? page.text("fact-unknown")
                : page.text(
                        "cmp-energy-range",
                        page.significant(bounds.get(1)),
                        page.significant(bounds.get(0)),
                        page.significant(bounds.get(2)));
    }

    private static String measured(Html page, OptionalDouble value) {
        return value.isPresent() ? page.significant(value.getAsDouble()) : page.text("fact-unknown");
    }
}
