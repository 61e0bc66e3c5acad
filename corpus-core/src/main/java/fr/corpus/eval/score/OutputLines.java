package fr.corpus.eval.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes outputs of the JSON lines of one tool. Confined to one thread. */
interface OutputLines {

    /**
     * Takes a line.
     *
     * @throws IllegalArgumentException if it is none of this tool’s; the message says which field is wrong
     */
    void take(long line, @Nullable Object value);

    /** What was read. */
    List<ForeignOutput> outputs();

    /** Requests that the tool itself says failed. */
    default List<String> failed() {
        return List.of();
    }
}
