package fr.corpus.annotate.term;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was met how often, by key, in memory that does not grow past a number of keys: then the rarest are forgotten, those met once
 * first, until a quarter of the room is free. Which ones depends on the order of documents alone. Confined to one thread.
 */
final class Cells<C extends Cells.Cell> {

    private static final int QUARTER = 4;

    private final int most;
    private final Supplier<C> maker;
    private final Map<String, C> cells = new HashMap<>();

    /** How often one key was met. */
    static class Cell {
        private int count;
        private int documents;
        private int last;

        /** Counts it once more, in a document of this number, from 1 and ascending. */
        final void meet(int document) {
            count++;
            if (last != document) {
                last = document;
                documents++;
            }
        }

        final int count() {
            return count;
        }

        final int documents() {
            return documents;
        }
    }

    /** No keys yet, and never more than so many. */
    Cells(int most, Supplier<C> maker) {
        this.most = most;
        this.maker = maker;
    }

    /** The cell of a key, a new one where there is none. */
    C of(String key) {
        C cell = cells.get(key);
        if (cell == null) {
            if (cells.size() >= most) {
                forget();
            }
            cell = maker.get();
            cells.put(key, cell);
        }
        return cell;
    }

    /** Frees a quarter at least, so that the next time is as many new keys away. */
    private void forget() {
        for (int rare = 1; cells.size() > most - most / QUARTER; rare *= 2) {
            int count = rare;
            cells.values().removeIf(cell -> cell.count() <= count);
        }
    }

    /** The cell of a key, or null. */
    @Nullable
    C find(String key) {
        return cells.get(key);
    }

    int size() {
        return cells.size();
    }

    /** Gives all, in no order. */
    void each(BiConsumer<String, C> taker) {
        cells.forEach(taker);
    }
}
