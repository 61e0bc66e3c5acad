package fr.corpus.energy;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one answer, or several, cost. Immutable.
 *
 * @param kilowattHours electricity, that of the data centre included
 * @param use effects of that electricity; empty when nobody said where it comes from
 * @param waterLitres water consumed, contested; empty when the data centre’s is not known
 * @param embodied share in the making of the machines
 */
public record Impact(double kilowattHours, Optional<Footprint> use, OptionalDouble waterLitres, Footprint embodied) {

    /** The sum; what is unknown of one is unknown of both. */
    public Impact plus(Impact other) {
        return new Impact(
                kilowattHours + other.kilowattHours,
                use.isPresent() && other.use.isPresent()
                        ? Optional.of(use.get().plus(other.use.get()))
                        : Optional.empty(),
                waterLitres.isPresent() && other.waterLitres.isPresent()
                        ? OptionalDouble.of(waterLitres.getAsDouble() + other.waterLitres.getAsDouble())
                        : OptionalDouble.empty(),
                embodied.plus(other.embodied));
    }
}
