package fr.corpus.cli.command.bench;

/** How measures are written for machines. Stateless. */
final class Figures {

    private static final double MILLI = 1000.0;

    private Figures() {}

    /** To a thousandth. */
    static double rounded(double value) {
        return Math.round(value * MILLI) / MILLI;
    }
}
