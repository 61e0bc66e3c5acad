package fr.corpus.eval.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells of the energy of its answers. Immutable.
 *
 * @param estimate as the report has it, without change; empty when none was asked for
 * @param measured what was measured; empty when nothing was
 */
public record EnergyTold(Map<String, @Nullable Object> estimate, Optional<MeasuredAnswers> measured) {

    /** What makes two estimates ones of the same kind: all but the model and its answers. */
    private static final List<String> TERMS =
            List.of("method", "version", "constantsSha256", "batch", "gramsPerKilowattHour");

    private static final List<String> BOUNDS = List.of("low", "central", "high");

    public EnergyTold {
        estimate = Collections.unmodifiableMap(new TreeMap<>(estimate));
    }

    static EnergyTold of(Map<String, @Nullable Object> report) {
        return new EnergyTold(
                JsonValues.map(report.get("energy")), MeasuredAnswers.of(JsonValues.map(report.get("measured"))));
    }

    /** Whether it tells no figure at all. */
    public boolean isUnknown() {
        return wattHours().isEmpty()
                && measured.filter(one -> one.processorWattHours().isPresent()
                                || one.graphicsWattHours().isPresent())
                        .isEmpty();
    }

    /** Watt-hours of one answer as estimated, low, central and high; none when unknown. */
    public List<Double> wattHours() {
        return bounds("wattHoursPerAnswer");
    }

    /** Grams of CO2e of one answer as estimated, of electricity and of the making of machines, low, central and high; none when unknown. */
    public List<Double> grams() {
        List<Double> use = bounds("useCarbonGrams");
        List<Double> embodied = bounds("embodiedCarbonGrams");
        long answers = JsonValues.whole(estimate.get("answers")).orElse(0);
        return use.isEmpty() || embodied.isEmpty() || answers == 0
                ? List.of()
                : IntStream.range(0, use.size())
                        .mapToObj(i -> (use.get(i) + embodied.get(i)) / answers)
                        .toList();
    }

    private List<Double> bounds(String name) {
        Map<String, @Nullable Object> json = JsonValues.map(estimate.get(name));
        List<Double> bounds = new ArrayList<>();
        for (String bound : BOUNDS) {
            JsonValues.number(json.get(bound)).ifPresent(bounds::add);
        }
        return bounds.size() == BOUNDS.size() ? bounds : List.of();
    }

    /** The object of a report: {@code estimate} and {@code measured}, null when unknown. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("estimate", estimate.isEmpty() ? null : estimate);
        json.put("measured", measured.map(MeasuredAnswers::json).orElse(null));
        return json;
    }

    /** Method, version, constants, data centre and electricity of an estimate, to see whether two are of the same kind. */
    public Map<String, @Nullable Object> terms() {
        Map<String, @Nullable Object> terms = new TreeMap<>();
        TERMS.forEach(term -> terms.put(term, estimate.get(term)));
        Map<String, @Nullable Object> model = JsonValues.map(estimate.get("model"));
        terms.put("zone", model.get("zone"));
        terms.put("pue", model.get("pue"));
        return terms;
    }
}
