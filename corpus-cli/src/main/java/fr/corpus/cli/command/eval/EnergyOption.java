package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.UsageError;
import fr.corpus.energy.EcoLogits;
import fr.corpus.energy.EnergyModel;
import fr.corpus.error.UserMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the energy of answers is estimated by; unknown without it. */
final class EnergyOption {

    private static final List<String> USES = List.of("params", "active", "zone", "pue", "water", "version");

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--energy", paramLabel = "USE=VALUE", split = ",", descriptionKey = "energy")
    Map<String, String> given = new TreeMap<>();

    /** The model, if one is given. */
    Optional<EnergyModel> model() {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        for (String use : given.keySet()) {
            if (!USES.contains(use)) {
                throw refused("cli.energy-use", use, String.join(", ", USES));
            }
        }
        String version = given.getOrDefault("version", EcoLogits.VERSIONS.get(EcoLogits.VERSIONS.size() - 1));
        if (!EcoLogits.VERSIONS.contains(version)) {
            throw refused("cli.energy-version", version, String.join(", ", EcoLogits.VERSIONS));
        }
        Optional<String> zone = Optional.ofNullable(given.get("zone"));
        if (zone.isPresent() && !EcoLogits.of(version).zones().contains(zone.get())) {
            throw refused(
                    "cli.energy-zone",
                    zone.get(),
                    String.join(", ", EcoLogits.of(version).zones()));
        }
        String total = given.get("params");
        if (total == null) {
            throw refused("cli.energy-params");
        }
        try {
            return Optional.of(new EnergyModel(
                    version,
                    billions(given.getOrDefault("active", total)),
                    billions(total),
                    zone,
                    given.containsKey("pue") ? Double.parseDouble(given.get("pue")) : EnergyModel.USUAL_PUE,
                    given.containsKey("water")
                            ? OptionalDouble.of(Double.parseDouble(given.get("water")))
                            : OptionalDouble.empty()));
        } catch (IllegalArgumentException e) {
            throw refused("cli.energy-values");
        }
    }

    /** {@code 7.3}, or {@code 7-13} when it is only known to lie between. */
    private static EnergyModel.Billions billions(String text) {
        int dash = text.indexOf('-', 1);
        return dash < 0
                ? EnergyModel.Billions.of(Double.parseDouble(text))
                : new EnergyModel.Billions(
                        Double.parseDouble(text.substring(0, dash)), Double.parseDouble(text.substring(dash + 1)));
    }

    private UsageError.Refused refused(String key, Object... arguments) {
        return new UsageError.Refused(spec.commandLine(), UserMessage.of(key, arguments));
    }
}
