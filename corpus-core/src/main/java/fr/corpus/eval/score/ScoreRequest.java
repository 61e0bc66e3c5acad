package fr.corpus.eval.score;

import fr.corpus.energy.EnergyModel;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.metric.Resampling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to be scored. Immutable.
 *
 * @param outputs file of outputs
 * @param format who wrote it
 * @param pack id, id@version or folder of the pack
 * @param data official files, for a pack that does not carry its items
 * @param mapping for {@link OutputFormat#CSV}, the column of each use
 * @param task for {@link OutputFormat#COLE}, which task of the file
 * @param prompt which prompt’s outputs are the score; the first of the file unless given
 * @param partial whether missing items are allowed, and the score marked
 * @param seed of resamples
 * @param release a release with its index in which items are looked for
 * @param energy what to estimate the energy of the answers by; unknown unless given
 * @param measured a file of what a machine was measured to spend on the answers ({@link MeasuredAnswers}); unknown unless given
 */
public record ScoreRequest(
        Path outputs,
        OutputFormat format,
        String pack,
        List<Path> data,
        Map<String, String> mapping,
        Optional<String> task,
        Optional<String> prompt,
        boolean partial,
        long seed,
        Optional<Path> release,
        Optional<EnergyModel> energy,
        Optional<Path> measured) {

    /** What a column of a table may be used for. */
    public static final List<String> USES = List.of("item_id", "prompt", "output", "choices", "prompt_id");

    public ScoreRequest {
        data = List.copyOf(data);
        mapping = Collections.unmodifiableMap(new TreeMap<>(mapping));
    }

    /** A request without a release. */
    public ScoreRequest(
            Path outputs,
            OutputFormat format,
            String pack,
            List<Path> data,
            Map<String, String> mapping,
            Optional<String> task,
            Optional<String> prompt,
            boolean partial,
            long seed) {
        this(
                outputs,
                format,
                pack,
                data,
                mapping,
                task,
                prompt,
                partial,
                seed,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A request with nothing but outputs and pack. */
    public static ScoreRequest of(Path outputs, OutputFormat format, String pack) {
        return new ScoreRequest(
                outputs, format, pack, List.of(), Map.of(), Optional.empty(), Optional.empty(), false, Resampling.SEED);
    }

    /** The same with official files. */
    public ScoreRequest withData(List<Path> files) {
        return new ScoreRequest(
                outputs, format, pack, files, mapping, task, prompt, partial, seed, release, energy, measured);
    }

    /** The same, missing items allowed or not. */
    public ScoreRequest withPartial(boolean allowed) {
        return new ScoreRequest(
                outputs, format, pack, data, mapping, task, prompt, allowed, seed, release, energy, measured);
    }

    /** The same, items looked for in a release. */
    public ScoreRequest withRelease(Optional<Path> searched) {
        return new ScoreRequest(
                outputs, format, pack, data, mapping, task, prompt, partial, seed, searched, energy, measured);
    }

    /** The same with the energy of its answers. */
    public ScoreRequest withEnergy(Optional<EnergyModel> model) {
        return new ScoreRequest(
                outputs, format, pack, data, mapping, task, prompt, partial, seed, release, model, measured);
    }

    /** The same with what a machine was measured to spend on its answers. */
    public ScoreRequest withMeasured(Optional<Path> file) {
        return new ScoreRequest(
                outputs, format, pack, data, mapping, task, prompt, partial, seed, release, energy, file);
    }

    /** The same with another seed. */
    public ScoreRequest withSeed(long other) {
        return new ScoreRequest(
                outputs, format, pack, data, mapping, task, prompt, partial, other, release, energy, measured);
    }

    /**
     * The pack that the first record of a file of outputs names, as {@code id} or {@code id@version}.
     *
     * @throws fr.corpus.error.RecipeException if it names none
     */
    public static String packOf(Path outputs) throws IOException {
        return OutputReader.read(outputs, OutputFormat.NEUTRAL, Map.of(), Optional.empty()).outputs().stream()
                .findFirst()
                .flatMap(first -> first.output().pack())
                .orElseThrow(() -> new RecipeException(UserMessage.of("eval.output-no-pack", outputs.toString())));
    }
}
