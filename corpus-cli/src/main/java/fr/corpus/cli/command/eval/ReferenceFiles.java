package fr.corpus.cli.command.eval;

import fr.corpus.eval.metric.SegmentLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The references of a test set, a stream for each file.
 *
 * @param streams lines of each file, null where a line is empty and another file has a reference
 * @param missing how many such lines there are
 */
record ReferenceFiles(List<List<@Nullable String>> streams, int missing) {

    /** Reads all files; with several of them an empty line may be a missing reference. */
    static ReferenceFiles read(List<Path> files, boolean emptyIsMissing) throws IOException {
        List<List<@Nullable String>> streams = new ArrayList<>();
        for (Path file : files) {
            streams.add(new ArrayList<>(SegmentLines.read(file)));
        }
        int missing = 0;
        if (emptyIsMissing && streams.size() > 1) {
            int length = streams.stream().mapToInt(List::size).min().orElse(0);
            for (int line = 0; line < length; line++) {
                missing += drop(streams, line);
            }
        }
        return new ReferenceFiles(streams, missing);
    }

    private static int drop(List<List<@Nullable String>> streams, int line) {
        boolean some = streams.stream().anyMatch(stream -> !"".equals(stream.get(line)));
        int dropped = 0;
        for (List<@Nullable String> stream : streams) {
            if (some && "".equals(stream.get(line))) {
                stream.set(line, null);
                dropped++;
            }
        }
        return dropped;
    }
}
