package fr.corpus.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EcoLogitsTest {

    private static List<String[]> vectors() throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(EcoLogitsTest.class.getResourceAsStream("/vectors/energy/ecologits.tsv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> rows.add(line.split("\t", -1)));
        }
        return rows;
    }

    @Test
    void givesTheNumbersOfTheToolToTheLastBit() throws IOException {
        List<String[]> vectors = vectors();
        assertThat(vectors).hasSize(720);
        for (String[] row : vectors) {
            Impact impact = EcoLogits.of(row[0])
                    .impact(
                            new EcoLogits.Request(
                                    Double.parseDouble(row[1]),
                                    Double.parseDouble(row[2]),
                                    Long.parseLong(row[3]),
                                    row[7].isEmpty()
                                            ? OptionalDouble.empty()
                                            : OptionalDouble.of(Double.parseDouble(row[7])),
                                    Integer.parseInt(row[8])),
                            new EcoLogits.Place(
                                    Optional.of(row[4]),
                                    Double.parseDouble(row[5]),
                                    OptionalDouble.of(Double.parseDouble(row[6]))));
            Footprint use = impact.use().orElseThrow();
            assertThat(new double[] {
                        impact.kilowattHours(),
                        use.carbonKilograms(),
                        use.antimonyKilograms(),
                        use.primaryMegajoules(),
                        impact.waterLitres().orElseThrow(),
                        impact.embodied().carbonKilograms(),
                        impact.embodied().antimonyKilograms(),
                        impact.embodied().primaryMegajoules()
                    })
                    .as(String.join(" ", row))
                    .containsExactly(List.of(row).subList(9, 17).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
    }

    private static EnergyModel model(double low, double high, Optional<String> zone) {
        EnergyModel.Billions billions = new EnergyModel.Billions(low, high);
        return new EnergyModel("0.11.3", billions, billions, zone, 1.2, OptionalDouble.empty());
    }

    @Test
    void givesARangeThatWidensWithWhatIsNotKnown() {
        EnergyEstimate known = model(70, 70, Optional.of("FRA"))
                .estimator()
                .estimate(OptionalLong.of(500), OptionalDouble.empty())
                .orElseThrow();
        EnergyEstimate vague = model(30, 200, Optional.of("FRA"))
                .estimator()
                .estimate(OptionalLong.of(500), OptionalDouble.empty())
                .orElseThrow();
        assertThat(known.low().kilowattHours())
                .isLessThan(known.central().kilowattHours())
                .isGreaterThan(vague.low().kilowattHours());
        assertThat(known.high().kilowattHours())
                .isGreaterThan(known.central().kilowattHours())
                .isLessThan(vague.high().kilowattHours());
    }

    @Test
    void leavesUnknownWhatIsUnknown() {
        EnergyModel.Estimator nowhere = model(7, 7, Optional.empty()).estimator();
        assertThat(nowhere.estimate(OptionalLong.empty(), OptionalDouble.of(3))).isEmpty();
        Impact impact = nowhere.estimate(OptionalLong.of(10), OptionalDouble.empty())
                .orElseThrow()
                .central();
        assertThat(impact.use()).isEmpty();
        assertThat(impact.waterLitres()).isEmpty();
        assertThat(impact.plus(impact).use()).isEmpty();
        assertThat(model(7, 7, Optional.of("FRA"))
                        .estimator()
                        .estimate(OptionalLong.of(10), OptionalDouble.empty())
                        .orElseThrow()
                        .central()
                        .plus(impact)
                        .use())
                .isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> model(0, 7, Optional.empty())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model(7, 6, Optional.empty())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model(Double.NaN, 6, Optional.empty())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model(7, 7, Optional.of("XYZ"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EcoLogits.of("0.8.2")).isInstanceOf(IllegalArgumentException.class);
    }
}
