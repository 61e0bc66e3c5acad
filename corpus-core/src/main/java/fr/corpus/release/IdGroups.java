package fr.corpus.release;

import fr.corpus.document.DocumentId;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a sorted table in groups of one id, for merging. Confined to one thread. */
final class IdGroups<T> implements Closeable {

    private final RowStream<T> rows;
    private final TableLayout<T> layout;
    private Optional<T> next = Optional.empty();
    private List<T> group = List.of();
    private Optional<DocumentId> groupId = Optional.empty();
    private boolean started;

    IdGroups(RowStream<T> rows, TableLayout<T> layout) {
        this.rows = rows;
        this.layout = layout;
    }

    /** The id of the next row; empty at the end, and where rows without id begin, which come last. */
    Optional<DocumentId> head() throws IOException {
        if (!started) {
            started = true;
            next = rows.next();
        }
        return next.flatMap(layout::id);
    }

    /** The rows of an id, ids being asked for in ascending order; one may be asked for again. */
    List<T> group(DocumentId id) throws IOException {
        if (groupId.isPresent() && groupId.get().equals(id)) {
            return group;
        }
        Optional<DocumentId> head = head();
        while (head.isPresent() && head.get().compareTo(id) < 0) {
            next = rows.next();
            head = head();
        }
        List<T> found = new ArrayList<>();
        while (head.isPresent() && head.get().equals(id)) {
            next.ifPresent(found::add);
            next = rows.next();
            head = head();
        }
        group = found;
        groupId = Optional.of(id);
        return found;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
