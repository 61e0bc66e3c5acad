package fr.corpus.energy;

/**
 * Effects of something on climate and resources. Immutable.
 *
 * @param carbonKilograms greenhouse gases, kilograms of CO₂ equivalent
 * @param antimonyKilograms depletion of minerals and metals, kilograms of antimony equivalent
 * @param primaryMegajoules primary energy, megajoules
 */
public record Footprint(double carbonKilograms, double antimonyKilograms, double primaryMegajoules) {

    /** Nothing. */
    public static final Footprint NONE = new Footprint(0, 0, 0);

    /** The sum. */
    public Footprint plus(Footprint other) {
        return new Footprint(
                carbonKilograms + other.carbonKilograms,
                antimonyKilograms + other.antimonyKilograms,
                primaryMegajoules + other.primaryMegajoules);
    }

    Footprint times(double factor) {
        return new Footprint(factor * carbonKilograms, factor * antimonyKilograms, factor * primaryMegajoules);
    }
}
