package fr.corpus.eval.score;

import fr.corpus.hash.Digest;
import java.nio.file.Path;
import java.util.List;

/**
 * The outputs of one file. Immutable.
 *
 * @param file where they were read
 * @param format who wrote it
 * @param bytes size of the file
 * @param digest SHA-256 of the file
 * @param outputs in the order of the file
 * @param failed requests that the tool itself says failed, as {@code id: reason}
 */
record ForeignOutputs(
        Path file, OutputFormat format, long bytes, Digest digest, List<ForeignOutput> outputs, List<String> failed) {
    ForeignOutputs {
        outputs = List.copyOf(outputs);
        failed = List.copyOf(failed);
    }
}
