package fr.corpus.search;

import fr.corpus.document.DocumentId;
import fr.corpus.internal.lucene.SequenceScan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which sequences of n words of a text stand in the texts of a release: the coverage by which contamination of an evaluation item
 * is judged. Confined to one thread; quick when most texts have nothing in common with the release.
 */
public final class SequenceLookup {

    private final int n;
    private final Optional<RunFilter> filter;
    private final Runs runs;
    private final Words words = new Words();
    private final Winnowing winnowing = new Winnowing();

    /** Looks up runs of words. */
    interface Runs {
        List<SequenceScan.Run> of(List<byte[]> words, int width, List<Integer> blocks) throws IOException;
    }

    SequenceLookup(int n, Optional<RunFilter> filter, Runs runs) {
        if (n < 2) {
            throw new IllegalArgumentException("a sequence has at least two words, got " + n);
        }
        this.n = n;
        this.filter = filter;
        this.runs = runs;
    }

    /**
     * How much of a text stands in the release. Immutable.
     *
     * @param words number of words of the text
     * @param covered how many of them are in a sequence of n words that stands in some document
     * @param documents documents that cover them, those that cover most words first, then by id: for every covered word at least
     *     one, but not all that have a sequence in common with the text
     */
    public record Coverage(int words, int covered, List<Overlap> documents) {

        public Coverage {
            documents = List.copyOf(documents);
        }

        /** Covered words among all, 0 to 1; 0 for a text without words. */
        public double share() {
            return words == 0 ? 0 : (double) covered / words;
        }
    }

    /**
     * How much of a text stands in one document. Immutable.
     *
     * @param document its id
     * @param covered how many words of the text are in a sequence of n words that stands in it
     * @param start first UTF-16 unit, in the text asked for, of the longest such run of words
     * @param end behind its last unit
     */
    public record Overlap(DocumentId document, int covered, int start, int end) {}

    /** Words of a sequence. */
    public int n() {
        return n;
    }

    /**
     * The coverage of a text.
     *
     * @throws fr.corpus.error.IntegrityException if the index is damaged
     */
    public Coverage of(String text) throws IOException {
        int size = words.of(text);
        BitSet covered = new BitSet(size);
        Map<DocumentId, BitSet> byDocument = new TreeMap<>();
        if (size >= n) {
            boolean filtered = filter.isPresent() && n >= Winnowing.SPAN;
            int width = filtered ? Winnowing.WORDS : (n + 1) / 2;
            List<Integer> blocks = filtered ? probable(filter.get()) : all(size, width);
            List<SequenceScan.Run> found = blocks.isEmpty() ? List.of() : runs.of(words.toList(), width, blocks);
            for (SequenceScan.Run run : found) {
                covered.set(run.from(), run.to());
                byDocument
                        .computeIfAbsent(DocumentId.of(run.document().id()), id -> new BitSet(size))
                        .set(run.from(), run.to());
            }
        }
        List<Overlap> documents = new ArrayList<>();
        byDocument.forEach((id, places) -> documents.add(overlap(id, places)));
        documents.sort(Comparator.comparingInt(Overlap::covered).reversed().thenComparing(Overlap::document));
        return new Coverage(size, covered.cardinality(), documents);
    }

    /** The chosen runs that the release probably has. */
    private List<Integer> probable(RunFilter release) {
        List<Integer> blocks = new ArrayList<>();
        int chosen = winnowing.of(words);
        for (int i = 0; i < chosen; i++) {
            if (release.mayHave(winnowing.hash(i))) {
                blocks.add(winnowing.place(i));
            }
        }
        return blocks;
    }

    /** Blocks side by side: every sequence holds one of half its words. */
    private static List<Integer> all(int size, int width) {
        List<Integer> blocks = new ArrayList<>();
        for (int from = 0; from + width <= size; from += width) {
            blocks.add(from);
        }
        return blocks;
    }

    private Overlap overlap(DocumentId id, BitSet places) {
        int longest = 0;
        int from = 0;
        for (int start = places.nextSetBit(0); start >= 0; ) {
            int end = places.nextClearBit(start);
            if (end - start > longest) {
                longest = end - start;
                from = start;
            }
            start = places.nextSetBit(end);
        }
        return new Overlap(id, places.cardinality(), words.start(from), words.end(from + longest - 1));
    }
}
