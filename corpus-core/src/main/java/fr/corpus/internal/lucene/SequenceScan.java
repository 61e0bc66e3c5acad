package fr.corpus.internal.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.codecs.BlockTermState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Looks up which sequences of n words of a text stand in the indexed documents. Confined to one thread; remembers where words
 * stand in the index from text to text.
 *
 * <p>Blocks of a text are looked up, and where one stands, the words around it are compared. Blocks must be chosen so that each
 * sequence of n words that may stand somewhere holds one of them whole.
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
        private final Map<ByteBuffer, @Nullable BlockTermState> known = new LinkedHashMap<>(1024, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, @Nullable BlockTermState> eldest) {
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
        BlockTermState find(byte[] term) throws IOException {
            ByteBuffer key = ByteBuffer.wrap(term);
            BlockTermState state = known.get(key);
            if (state == null && !known.containsKey(key)) {
                TermsEnum open = terms();
                state = open != null && open.seekExact(new BytesRef(term)) ? (BlockTermState) open.termState() : null;
                known.put(key, state);
            }
            return state;
        }
    }

    /**
     * The longest runs of words that stand in documents, each of at least n words: for every word that is in a sequence of n words
     * of some document, at least one run that covers it. Blocks are looked up from the rarest words on, and not where a run was
     * found that holds all sequences around them.
     *
     * @param words of the text
     * @param n words of a sequence
     * @param width words of a block, at most n
     * @param blocks first words of the blocks
     * @return runs in no order that means anything; the same may be told for several blocks
     * @throws CorruptIndexFault if the index is damaged
     */
    public List<Run> runs(List<byte[]> words, int n, int width, List<Integer> blocks) throws IOException {
        if (width < 1 || width > n) {
            throw new IllegalArgumentException("need 1 <= width <= n, got " + width + ", " + n);
        }
        return TermIndexReader.guarded(() -> new Lookup(words, n, width).runs(blocks));
    }

    /** Looks up the blocks of one text. */
    private final class Lookup {

        private final List<byte[]> words;
        private final int n;
        private final int width;
        private final List<@Nullable BlockTermState[]> states = new ArrayList<>();
        private final List<Run> runs = new ArrayList<>();

        Lookup(List<byte[]> words, int n, int width) throws IOException {
            this.words = words;
            this.n = n;
            this.width = width;
            for (Leaf leaf : leaves) {
                BlockTermState[] inLeaf = new BlockTermState[words.size()];
                for (int i = 0; i < inLeaf.length; i++) {
                    inLeaf[i] = leaf.find(words.get(i));
                }
                states.add(inLeaf);
            }
        }

        List<Run> runs(List<Integer> blocks) throws IOException {
            List<Integer> rarest = new ArrayList<>(blocks);
            rarest.sort(Comparator.comparingLong(this::cost).thenComparing(Comparator.naturalOrder()));
            for (int from : rarest) {
                if (!isInside(from)) {
                    for (int i = 0; i < leaves.size(); i++) {
                        if (reaches(states.get(i), from)) {
                            look(leaves.get(i), states.get(i), from);
                        }
                    }
                }
            }
            return runs;
        }

        /** How many documents have the rarest word of a block. */
        private long cost(int from) {
            long cost = 0;
            for (@Nullable BlockTermState[] inLeaf : states) {
                long least = Long.MAX_VALUE;
                for (int i = from; i < from + width; i++) {
                    BlockTermState state = inLeaf[i];
                    least = Math.min(least, state == null ? 0 : state.docFreq);
                }
                cost += least;
            }
            return cost;
        }

        /** Whether some run holds every sequence of n words that has a block in it. */
        private boolean isInside(int from) {
            int first = Math.max(0, from + width - n);
            int end = Math.min(words.size(), from + n);
            return runs.stream().anyMatch(run -> run.from() <= first && run.to() >= end);
        }

        /** Whether the words known around a block are enough for a sequence. */
        private boolean reaches(@Nullable BlockTermState[] inLeaf, int from) {
            for (int i = from; i < from + width; i++) {
                if (inLeaf[i] == null) {
                    return false;
                }
            }
            int first = from;
            while (first > 0 && from - first < n && inLeaf[first - 1] != null) {
                first--;
            }
            int end = from + width;
            while (end < inLeaf.length && end - from < n + width && inLeaf[end] != null) {
                end++;
            }
            return end - first >= n;
        }

        private void look(Leaf leaf, @Nullable BlockTermState[] inLeaf, int from) throws IOException {
            BlockPlaces places = new BlockPlaces(Objects.requireNonNull(leaf.terms()), words, inLeaf, from, width);
            int looked = 0;
            while (places.next() && looked++ < MAX_PLACES) {
                int left = places.before();
                int right = places.after();
                if (left + width + right >= n) {
                    LeafReader reader = leaf.context.reader();
                    TermIndexReader.Found where = new TermIndexReader.Found(
                            TermIndexReader.row(reader, places.document()),
                            TermIndexReader.id(reader, places.document()));
                    runs.add(new Run(from - left, from + width + right, where));
                }
            }
        }
    }
}
