package fr.corpus.eval.score;

import fr.corpus.eval.format.RecordFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes outputs of the JSON lines of one tool. Confined to one thread. */
interface OutputLines {

    /**
     * Takes a line.
     *
     * @throws RecordFault if it is none of this tool’s
     */
    void take(long line, @Nullable Object value);

    /**
     * What was read.
     *
     * @throws RecordFault if the lines do not belong together
     */
    List<ForeignOutput> outputs();

    /** Requests that the tool itself says failed. */
    default List<String> failed() {
        return List.of();
    }
}
