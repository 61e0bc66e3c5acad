package fr.corpus.internal.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Looks up which sequences of n words of a text stand in the indexed documents. Confined to one thread; remembers where words
 * stand in the index from text to text.
 *
 * <p>A text is cut into blocks of (n + 1) / 2 words; every sequence of n words holds one of them whole. Blocks are looked up, and
 * where one stands, the words around it are compared: a text of which nothing is indexed costs one look-up in (n + 1) / 2 words.
 */
public final class SequenceScan {

    /** Places of one block that are looked at in one segment of the index. */
    private static final int MAX_PLACES = 10_000;

    private static final int REMEMBERED_TERMS = 1 << 16;

    private final List<Leaf> leaves = new ArrayList<>();

    /**
     * A sequence that stands in a document. Immutable.
     *
     * @param from its first word, of the text that was asked for
     * @param to behind its last word
     * @param document where
     */
    public record Run(int from, int to, TermIndexReader.Found document) {}

    SequenceScan(IndexReader reader, IndexField field) {
        for (LeafReaderContext leaf : reader.leaves()) {
            leaves.add(new Leaf(leaf, field));
        }
    }

    /** One segment of the index and where words stand in it. */
    private static final class Leaf {
        private final LeafReaderContext context;
        private final IndexField field;
        private @Nullable TermsEnum terms;
        private final Map<ByteBuffer, TermState> known = new LinkedHashMap<>(1024, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, TermState> eldest) {
                return size() > REMEMBERED_TERMS;
            }
        };

        Leaf(LeafReaderContext context, IndexField field) {
            this.context = context;
            this.field = field;
        }

        private @Nullable TermsEnum terms() throws IOException {
            TermsEnum open = terms;
            if (open == null) {
                Terms words = context.reader().terms(field.key());
                open = words == null ? null : words.iterator();
                terms = open;
            }
            return open;
        }

        /** Where a word stands, or null if it does not. */
        @Nullable
        TermState find(byte[] term) throws IOException {
            ByteBuffer key = ByteBuffer.wrap(term);
            TermState state = known.get(key);
            if (state == null && !known.containsKey(key)) {
                TermsEnum open = terms();
                state = open != null && open.seekExact(new BytesRef(term)) ? open.termState() : null;
                known.put(key, state);
            }
            return state;
        }
    }

    /**
     * The longest runs of words that stand in a document, each of at least n words.
     *
     * @param words of the text
     * @param n words of a sequence, from 2
     * @return runs in no order that means anything; the same may be told for several blocks
     * @throws CorruptIndexFault if the index is damaged
     */
    public List<Run> runs(List<byte[]> words, int n) throws IOException {
        if (n < 2) {
            throw new IllegalArgumentException("a sequence has at least two words, got " + n);
        }
        return TermIndexReader.guarded(() -> {
            List<Run> runs = new ArrayList<>();
            for (Leaf leaf : leaves) {
                runs(leaf, words, n, runs);
            }
            return runs;
        });
    }

    private static void runs(Leaf leaf, List<byte[]> words, int n, List<Run> runs) throws IOException {
        int size = words.size();
        TermState[] states = new TermState[size];
        for (int i = 0; i < size; i++) {
            states[i] = leaf.find(words.get(i));
        }
        TermsEnum terms = leaf.terms();
        if (terms == null) {
            return;
        }
        int width = (n + 1) / 2;
        Map<Integer, TermIndexReader.Found> found = new HashMap<>();
        for (int from = 0; from + width <= size; from += width) {
            if (!reaches(states, from, width, n)) {
                continue;
            }
            BlockPlaces places = new BlockPlaces(terms, words, states, from, width);
            int looked = 0;
            while (places.next() && looked++ < MAX_PLACES) {
                int left = places.before(n);
                int right = places.after(n);
                if (left + width + right >= n) {
                    int document = places.document();
                    TermIndexReader.Found where = found.get(document);
                    if (where == null) {
                        where = new TermIndexReader.Found(
                                TermIndexReader.row(leaf.context.reader(), document),
                                TermIndexReader.id(leaf.context.reader(), document));
                        found.put(document, where);
                    }
                    runs.add(new Run(from - left, from + width + right, where));
                }
            }
        }
    }

    /** Whether the words known around a block are enough for a sequence. */
    private static boolean reaches(TermState[] states, int from, int width, int n) {
        for (int i = from; i < from + width; i++) {
            if (states[i] == null) {
                return false;
            }
        }
        int first = from;
        while (first > 0 && from - first < n && states[first - 1] != null) {
            first--;
        }
        int end = from + width;
        while (end < states.length && end - from < n + width && states[end] != null) {
            end++;
        }
        return end - first >= n;
    }
}
