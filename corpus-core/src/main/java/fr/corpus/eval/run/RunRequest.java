package fr.corpus.eval.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be asked, of whom, and where it is kept. Immutable.
 *
 * @param pack id, id@version or folder of the pack
 * @param data official files, for a pack that does not carry its items
 * @param prompts names of the prompts to ask by; the pack’s first when empty
 * @param allPrompts whether to ask by every prompt of the pack
 * @param model the model as the server names it
 * @param method how answers are had
 * @param preamble what the model reads before a question
 * @param sampling how the model is asked to write
 * @param directory where the run is kept
 */
public record RunRequest(
        String pack,
        List<Path> data,
        List<String> prompts,
        boolean allPrompts,
        String model,
        RunMethod method,
        Preamble preamble,
        Sampling sampling,
        Path directory) {

    public RunRequest {
        data = List.copyOf(data);
        prompts = List.copyOf(prompts);
        if (model.isBlank()) {
            throw new IllegalArgumentException("need the name of a model");
        }
    }

    /** A run by the first prompt of a pack that carries its items, greedily. */
    public static RunRequest of(String pack, String model, Path directory) {
        return new RunRequest(
                pack,
                List.of(),
                List.of(),
                false,
                model,
                RunMethod.AUTO,
                Preamble.OF_THE_PACK,
                Sampling.GREEDY,
                directory);
    }

    /** The same by another method. */
    public RunRequest with(RunMethod other) {
        return new RunRequest(pack, data, prompts, allPrompts, model, other, preamble, sampling, directory);
    }

    /** The same with something else to read before a question. */
    public RunRequest with(Preamble other) {
        return new RunRequest(pack, data, prompts, allPrompts, model, method, other, sampling, directory);
    }
}
