package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.Table;
import fr.corpus.energy.EnergyEstimate;
import fr.corpus.energy.Impact;
import fr.corpus.energy.MeasuredEnergy;
import fr.corpus.eval.contamination.ItemFinding;
import fr.corpus.eval.contamination.ScoreSplit;
import fr.corpus.eval.pack.ImportedItems;
import fr.corpus.eval.score.AnswerEnergy;
import fr.corpus.eval.score.MeasuredAnswers;
import fr.corpus.eval.score.MetricScore;
import fr.corpus.eval.score.OriginFigure;
import fr.corpus.eval.score.ScoreExposure;
import fr.corpus.eval.score.Scoring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A score as text. */
final class ScoredView {

    private ScoredView() {}

    /** Prints the metrics of a score, and what must be known of it. */
    static void print(Console console, Scoring scoring) {
        console.print(
                "cli.score-title",
                scoring.stored().pack().reference(),
                scoring.stored().pack().about().title().in(console.locale()),
                scoring.answered(),
                scoring.items());
        Table table = new Table();
        table.row(List.of(
                console.text("cli.score-metric"),
                console.text("cli.score-score"),
                console.text("cli.score-interval"),
                console.text("cli.score-method")));
        for (MetricScore score : scoring.metrics()) {
            table.row(List.of(
                    score.name(),
                    score.value().isPresent() ? decimals(console, score.value().getAsDouble()) : "?",
                    score.interval()
                            .map(one -> decimals(console, one.low()) + " – " + decimals(console, one.high()))
                            .orElse(""),
                    console.text("cli.score-method-" + score.method().word())));
        }
        table.print(console);
        notes(console, scoring);
        scoring.energy().ifPresent(energy -> energy(console, energy));
        scoring.measured().ifPresent(measured -> measured(console, measured, scoring.unmeasured()));
    }

    private static void notes(Console console, Scoring scoring) {
        if (scoring.imported().known() == ImportedItems.Agreement.OTHER) {
            scoring.imported()
                    .files()
                    .forEach(file -> console.note(
                            "cli.imported-other", file.name(), file.digest().hex()));
        }
        if (!scoring.isComplete()) {
            console.note("cli.score-partial", scoring.missing().size(), scoring.items());
        }
        if (!scoring.empty().isEmpty()) {
            console.note("cli.score-empty", scoring.empty().size());
        }
        if (scoring.unextracted() > 0) {
            console.note("cli.score-unextracted", scoring.unextracted());
        }
        if (scoring.metrics().stream().anyMatch(score -> score.value().isEmpty())) {
            console.note("cli.score-no-likelihoods");
        }
        scoring.exposure().ifPresent(exposure -> print(console, exposure));
        for (OriginFigure figure : scoring.origin()) {
            if (figure.same().isPresent()) {
                console.print(
                        "cli.score-origin-same",
                        figure.name(),
                        decimals(console, figure.value()),
                        figure.same().get());
            } else if (figure.reproduced().isPresent()) {
                console.print(
                        "cli.score-origin-reproduced",
                        figure.name(),
                        decimals(console, figure.value()),
                        figure.reproduced().get(),
                        figure.nearest().orElse("?"),
                        decimals(console, figure.nearestValue()),
                        figure.differing());
            } else {
                console.print(
                        "cli.score-origin-other",
                        figure.name(),
                        decimals(console, figure.value()),
                        figure.nearest().orElse("?"),
                        decimals(console, figure.nearestValue()),
                        figure.differing());
            }
        }
        for (Map.Entry<String, Double> prompt : scoring.prompts().entrySet()) {
            console.print("cli.score-prompt", prompt.getKey(), decimals(console, prompt.getValue()));
        }
    }

    private static void print(Console console, ScoreExposure exposure) {
        Map<ItemFinding.Exposure, Long> items = exposure.report().exposures();
        console.print(
                "cli.score-exposure",
                exposure.name(),
                items.get(ItemFinding.Exposure.EXPOSED),
                score(console, exposure.split().flatMap(ScoreSplit::exposed)),
                items.get(ItemFinding.Exposure.CLEAN),
                score(console, exposure.split().flatMap(ScoreSplit::clean)),
                items.get(ItemFinding.Exposure.TOO_SHORT));
    }

    private static String score(Console console, Optional<ScoreSplit.Half> half) {
        return half.map(one -> " (" + decimals(console, 100 * one.mean()) + ")").orElse("");
    }

    private static String decimals(Console console, double value) {
        return String.format(console.locale(), "%.2f", value);
    }

    private static void energy(Console console, AnswerEnergy energy) {
        if (energy.total().isEmpty()) {
            console.print("cli.energy-unknown");
            return;
        }
        EnergyEstimate total = energy.total().get();
        console.print(
                "cli.energy-estimate",
                wattHours(console, total.central()),
                wattHours(console, total.low()),
                wattHours(console, total.high()),
                energy.model().version());
        if (energy.unknown() > 0) {
            console.note("cli.energy-estimate-part", energy.unknown());
        }
    }

    private static void measured(Console console, MeasuredAnswers measured, long unmeasured) {
        if (measured.answers() == 0) {
            console.note("cli.energy-not-measured");
            return;
        }
        console.print(
                "cli.energy-measured",
                joules(console, measured.energy().processorJoules()),
                joules(console, measured.energy().graphicsJoules()),
                measured.answers());
        if (unmeasured > 0) {
            console.note("cli.energy-unmeasured", unmeasured);
        }
    }

    private static String joules(Console console, OptionalDouble joules) {
        return joules.isPresent()
                ? console.text(
                        "cli.energy-watt-hours",
                        String.format(
                                console.locale(), "%.3g", joules.getAsDouble() / MeasuredEnergy.JOULES_PER_WATT_HOUR))
                : console.text("cli.energy-not-known");
    }

    private static String wattHours(Console console, Impact impact) {
        return String.format(console.locale(), "%.3g", impact.kilowattHours() * 1000);
    }
}
