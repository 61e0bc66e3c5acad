package fr.corpus.eval.pack;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which item of a pack a row of its official file is, for tools that keep rows and not ids. Thread-safe. */
public final class RowIdentity {

    private RowIdentity() {}

    /**
     * The id of the item that the pack’s adapter makes of a row; empty when the pack has no adapter of tables, or the row does not
     * hold what it needs.
     *
     * @param number the row’s number in its file, from 0, or -1 when unknown
     */
    public static Optional<String> of(Pack pack, Map<String, ? extends @Nullable Object> row, long number) {
        Optional<Adapter> adapter = pack.data().official().map(PackData.OfficialFile::adapter);
        if (adapter.isEmpty() || adapter.get().format() != Adapter.Format.TABLE || row.isEmpty()) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> copy = new TreeMap<>(row);
        if (number >= 0) {
            copy.put(Template.ROW, number);
        }
        try {
            return Optional.of(new RowItem(pack, adapter.get(), copy).item().id());
        } catch (Template.MissingField | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
