package fr.corpus.eval.score;

import fr.corpus.energy.EcoLogits;
import fr.corpus.energy.EnergyEstimate;
import fr.corpus.energy.EnergyModel;
import fr.corpus.energy.Impact;
import fr.corpus.energy.MeasuredEnergy;
import fr.corpus.eval.report.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The energy of answers on the page of a score: never a number without its method. Thread-safe. */
final class EnergySection {

    private static final double PER_KILO = 1000;

    private EnergySection() {}

    /** What is known, estimated and measured apart; nothing when nothing was asked for. */
    static void write(Html page, Scoring scoring) {
        if (scoring.energy().isPresent() || scoring.measured().isPresent()) {
            page.heading(2, page.text("energy"));
        }
        scoring.energy().ifPresent(energy -> estimate(page, energy));
        scoring.measured().ifPresent(measured -> measured(page, measured, scoring.unmeasured()));
    }

    /** How it is known, for the provenance of a page. */
    static String fact(Html page, Scoring scoring) {
        List<String> facts = new ArrayList<>();
        scoring.energy()
                .filter(energy -> energy.total().isPresent())
                .ifPresent(energy -> facts.add(method(page, energy)));
        scoring.measured()
                .filter(measured -> measured.answers() > 0)
                .ifPresent(measured -> facts.add(page.text("energy-measured-fact")));
        return facts.isEmpty() ? page.text("fact-unknown") : String.join(" ", facts);
    }

    private static void measured(Html page, MeasuredAnswers measured, long unmeasured) {
        if (measured.answers() == 0) {
            page.paragraph("", page.text("energy-not-measured"));
            return;
        }
        if (unmeasured > 0) {
            page.paragraph("warn", page.text("energy-unmeasured", unmeasured));
        }
        page.table(
                page.text(
                        "energy-measured",
                        measured.answers(),
                        page.number(measured.energy().seconds())),
                List.of("", page.text("energy-all"), page.text("energy-each")),
                List.of(
                        row(
                                page,
                                "energy-processor",
                                measured.energy().processorJoules(),
                                measured.processorWattHours()),
                        row(
                                page,
                                "energy-graphics",
                                measured.energy().graphicsJoules(),
                                measured.graphicsWattHours())));
    }

    private static List<String> row(Html page, String key, OptionalDouble joules, OptionalDouble each) {
        return List.of(
                page.text(key),
                joules.isPresent()
                        ? page.significant(joules.getAsDouble() / MeasuredEnergy.JOULES_PER_WATT_HOUR)
                        : page.text("fact-unknown"),
                each.isPresent() ? page.significant(each.getAsDouble()) : page.text("fact-unknown"));
    }

    private static void estimate(Html page, AnswerEnergy energy) {
        if (energy.total().isEmpty()) {
            page.paragraph("warn", page.text("energy-none"));
            return;
        }
        if (energy.unknown() > 0) {
            page.paragraph("warn", page.text("energy-unknown", energy.unknown()));
        }
        EnergyEstimate total = energy.total().get();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(page, "energy-all", total, impact -> impact.kilowattHours() * PER_KILO));
        rows.add(row(page, "energy-each", total, impact -> impact.kilowattHours() * PER_KILO / energy.known()));
        if (total.central().use().isPresent()) {
            rows.add(row(
                    page,
                    "energy-use",
                    total,
                    impact -> impact.use().orElseThrow().carbonKilograms() * PER_KILO));
        }
        rows.add(row(page, "energy-embodied", total, impact -> impact.embodied().carbonKilograms() * PER_KILO));
        page.table(
                method(page, energy),
                List.of("", page.text("energy-low"), page.text("energy-central"), page.text("energy-high")),
                rows);
    }

    private static List<String> row(Html page, String key, EnergyEstimate total, ToDoubleFunction<Impact> part) {
        return List.of(
                page.text(key),
                page.significant(part.applyAsDouble(total.low())),
                page.significant(part.applyAsDouble(total.central())),
                page.significant(part.applyAsDouble(total.high())));
    }

    /** Method, version, constants, size of the model, answers at a time, data centre, electricity. */
    private static String method(Html page, AnswerEnergy energy) {
        EnergyModel model = energy.model();
        EcoLogits formula = EcoLogits.of(model.version());
        String electricity = model.zone()
                .map(zone -> page.text(
                        "energy-zone",
                        zone,
                        page.significant(formula.gramsPerKilowattHour(zone).orElseThrow())))
                .orElseGet(() -> page.text("energy-no-zone"));
        return page.text(
                "energy-method",
                formula.version(),
                formula.retrieved(),
                formula.digest().hex().substring(0, 12),
                range(page, model.active()),
                range(page, model.total()),
                page.number(model.pue()),
                electricity,
                energy.known());
    }

    private static String range(Html page, EnergyModel.Billions billions) {
        return billions.low() == billions.high()
                ? page.significant(billions.low())
                : page.significant(billions.low()) + "–" + page.significant(billions.high());
    }
}
