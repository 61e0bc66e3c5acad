package fr.corpus.pipeline;

/**
 * How far a run is. Immutable.
 *
 * @param stage current stage
 * @param documents records handled in this stage
 * @param textBytes UTF-8 bytes of text handled in this stage
 * @param done share of the stage that is done, 0 to 1
 * @param elapsedSeconds since the run began
 * @param remainingSeconds estimate for the stage, or -1 while unknown
 */
public record Progress(
        Stage stage, long documents, long textBytes, double done, double elapsedSeconds, double remainingSeconds) {}
