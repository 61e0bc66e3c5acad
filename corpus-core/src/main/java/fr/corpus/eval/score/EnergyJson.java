package fr.corpus.eval.score;

import fr.corpus.energy.EcoLogits;
import fr.corpus.energy.EnergyEstimate;
import fr.corpus.energy.EnergyModel;
import fr.corpus.energy.Footprint;
import fr.corpus.energy.Impact;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Energy of answers as JSON (docs/formats/eval-report.md). Thread-safe. */
public final class EnergyJson {

    private static final double WATTS = 1000;

    private EnergyJson() {}

    /** The parameters of a model. */
    static Map<String, @Nullable Object> model(EnergyModel model) {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("version", model.version());
        json.put("active", range(model.active()));
        json.put("total", range(model.total()));
        json.put("zone", model.zone().orElse(null));
        json.put("pue", model.pue());
        json.put("waterLitresPerKilowattHour", value(model.waterLitresPerKilowattHour()));
        return json;
    }

    private static Map<String, Object> range(EnergyModel.Billions billions) {
        return Map.of("low", billions.low(), "high", billions.high());
    }

    /** The parameters that {@link #model} wrote. */
    static Optional<EnergyModel> read(@Nullable Object value) {
        if (!(value instanceof Map)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> json = JsonValues.map(value);
        return Optional.of(new EnergyModel(
                JsonValues.text(json.get("version")).orElse(""),
                billions(json.get("active")),
                billions(json.get("total")),
                JsonValues.text(json.get("zone")),
                JsonValues.number(json.get("pue")).orElse(0),
                JsonValues.number(json.get("waterLitresPerKilowattHour"))));
    }

    private static EnergyModel.Billions billions(@Nullable Object value) {
        Map<String, @Nullable Object> range = JsonValues.map(value);
        return new EnergyModel.Billions(
                JsonValues.number(range.get("low")).orElse(0),
                JsonValues.number(range.get("high")).orElse(0));
    }

    /** The energy of answers. */
    public static Map<String, @Nullable Object> of(AnswerEnergy energy) {
        EcoLogits formula = EcoLogits.of(energy.model().version());
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("method", "ecologits");
        json.put("version", formula.version());
        json.put("constantsSha256", formula.digest().hex());
        json.put("constantsRetrieved", formula.retrieved());
        json.put("model", model(energy.model()));
        json.put(
                "gramsPerKilowattHour",
                energy.model()
                        .zone()
                        .map(zone -> (Object) formula.gramsPerKilowattHour(zone).orElseThrow())
                        .orElse(null));
        json.put(
                "batch",
                Map.of(
                        "low", EnergyModel.LOW_BATCH,
                        "central", EnergyModel.CENTRAL_BATCH,
                        "high", EnergyModel.HIGH_BATCH));
        json.put("answers", energy.known());
        json.put("unknown", energy.unknown());
        json.put("tokensOut", energy.tokens());
        Optional<EnergyEstimate> total = energy.total();
        json.put("wattHours", total.map(EnergyJson::wattHours).orElse(null));
        json.put(
                "wattHoursPerAnswer",
                total.map(one -> wattHours(one, energy.known())).orElse(null));
        json.put(
                "useCarbonGrams",
                total.flatMap(one -> bounds(one, EnergyJson::useCarbon)).orElse(null));
        json.put(
                "embodiedCarbonGrams",
                total.flatMap(one -> bounds(one, EnergyJson::embodiedCarbon)).orElse(null));
        json.put(
                "waterLitresContested",
                total.flatMap(one -> bounds(one, Impact::waterLitres)).orElse(null));
        return json;
    }

    /** Watt-hours, low, central and high. */
    static Map<String, Double> wattHours(EnergyEstimate estimate) {
        return wattHours(estimate, 1);
    }

    private static Map<String, Double> wattHours(EnergyEstimate estimate, int answers) {
        return Map.of(
                "low", estimate.low().kilowattHours() * WATTS / answers,
                "central", estimate.central().kilowattHours() * WATTS / answers,
                "high", estimate.high().kilowattHours() * WATTS / answers);
    }

    private static OptionalDouble useCarbon(Impact impact) {
        Optional<Footprint> use = impact.use();
        return use.isPresent() ? OptionalDouble.of(use.get().carbonKilograms() * WATTS) : OptionalDouble.empty();
    }

    private static OptionalDouble embodiedCarbon(Impact impact) {
        return OptionalDouble.of(impact.embodied().carbonKilograms() * WATTS);
    }

    private static Optional<Map<String, Double>> bounds(
            EnergyEstimate estimate, Function<Impact, OptionalDouble> part) {
        OptionalDouble low = part.apply(estimate.low());
        OptionalDouble central = part.apply(estimate.central());
        OptionalDouble high = part.apply(estimate.high());
        return low.isPresent() && central.isPresent() && high.isPresent()
                ? Optional.of(
                        Map.of("low", low.getAsDouble(), "central", central.getAsDouble(), "high", high.getAsDouble()))
                : Optional.empty();
    }

    private static @Nullable Object value(OptionalDouble number) {
        return number.isPresent() ? (Object) number.getAsDouble() : null;
    }
}
