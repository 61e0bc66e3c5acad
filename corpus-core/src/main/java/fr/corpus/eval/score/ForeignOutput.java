package fr.corpus.eval.score;

import fr.corpus.eval.format.OutputRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One output as a tool wrote it, not yet joined to an item. Immutable.
 *
 * @param line where it stands in its file, from 1
 * @param id id of the item, if the tool kept one
 * @param prompt text of the prompt as given, if kept
 * @param row the row of the data set that the tool kept; empty when it kept none
 * @param output what the model answered; its item id is not to be read
 * @param figures the tool’s own verdicts on it by the tool’s names
 */
record ForeignOutput(
        long line,
        Optional<String> id,
        Optional<String> prompt,
        Map<String, @Nullable Object> row,
        OutputRecord output,
        Map<String, OriginVerdict> figures) {

    ForeignOutput {
        row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
        figures = figures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** An output of which nothing is known but its item and its text. */
    static ForeignOutput of(long line, Optional<String> id, Optional<String> prompt, OutputRecord output) {
        return new ForeignOutput(line, id, prompt, Map.of(), output, Map.of());
    }

    /** The same with the verdicts of another line on the same output. */
    ForeignOutput with(Map<String, OriginVerdict> more) {
        Map<String, OriginVerdict> all = new LinkedHashMap<>(figures);
        all.putAll(more);
        return new ForeignOutput(line, id, prompt, row, output, all);
    }
}
