package fr.corpus.internal.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.codecs.BlockTermState;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The places in one segment where a block of words stands, document by document, and how many of the words around it stand there
 * too. Confined to one thread.
 */
final class BlockPlaces {

    private final TermsEnum terms;
    private final List<byte[]> words;
    private final @Nullable BlockTermState[] states;
    private final int from;
    private final int width;

    /** The words of the block, the rarest first. */
    private final Word[] block;

    private final @Nullable Word[] around;
    private int document = -1;
    private boolean inDocument;
    private int place;
    private int left;

    /** A word of the text and where it stands in the current document. Places are read of documents that have the others too. */
    private final class Word {
        private final int at;
        private final PostingsEnum documents;
        private final long frequency;
        private @Nullable PostingsEnum withPlaces;
        private int[] places = new int[4];
        private int count;
        private int loaded = -1;

        Word(int at) throws IOException {
            this.at = at;
            seek();
            documents = terms.postings(null, PostingsEnum.NONE);
            frequency = terms.totalTermFreq();
        }

        private void seek() throws IOException {
            terms.seekExact(new BytesRef(words.get(at)), Objects.requireNonNull(states[at]));
        }

        /** Whether the word stands at a place of a document; asked for ascending documents. */
        boolean standsAt(int document, int place) throws IOException {
            return load(document) && Arrays.binarySearch(places, 0, count, place) >= 0;
        }

        /** Reads the places in a document; false if it has none. */
        boolean load(int document) throws IOException {
            if (loaded == document) {
                return count > 0;
            }
            PostingsEnum open = withPlaces;
            if (open == null) {
                seek();
                open = terms.postings(null, PostingsEnum.POSITIONS);
                withPlaces = open;
            }
            if (open.docID() < document) {
                open.advance(document);
            }
            loaded = document;
            count = open.docID() == document ? open.freq() : 0;
            if (places.length < count) {
                places = new int[Math.max(count, places.length * 2)];
            }
            for (int i = 0; i < count; i++) {
                places[i] = open.nextPosition();
            }
            return count > 0;
        }
    }

    BlockPlaces(TermsEnum terms, List<byte[]> words, @Nullable BlockTermState[] states, int from, int width)
            throws IOException {
        this.terms = terms;
        this.words = words;
        this.states = states;
        this.from = from;
        this.width = width;
        block = new Word[width];
        around = new Word[states.length];
        for (int i = 0; i < width; i++) {
            block[i] = new Word(from + i);
        }
        Arrays.sort(block, Comparator.comparingLong(word -> word.frequency));
    }

    /** Goes to the next place; false after the last. */
    boolean next() throws IOException {
        Word rarest = block[0];
        while (true) {
            if (inDocument) {
                while (left > 0) {
                    left--;
                    int start = rarest.places[rarest.count - 1 - left] - (rarest.at - from);
                    if (start >= 0 && standsAt(start)) {
                        place = start;
                        return true;
                    }
                }
            }
            inDocument = nextDocument(rarest);
            if (!inDocument) {
                return false;
            }
            rarest.load(document);
            left = rarest.count;
        }
    }

    private boolean standsAt(int start) throws IOException {
        for (int i = 1; i < width; i++) {
            if (!block[i].standsAt(document, start + block[i].at - from)) {
                return false;
            }
        }
        return true;
    }

    /** Goes to the next document that has all words of the block. */
    private boolean nextDocument(Word rarest) throws IOException {
        int candidate = rarest.documents.nextDoc();
        for (int i = 1; candidate != DocIdSetIterator.NO_MORE_DOCS && i < width; i++) {
            PostingsEnum other = block[i].documents;
            int found = other.docID() < candidate ? other.advance(candidate) : other.docID();
            if (found > candidate) {
                candidate = found == DocIdSetIterator.NO_MORE_DOCS ? found : rarest.documents.advance(found);
                i = 0;
            }
        }
        document = candidate;
        return candidate != DocIdSetIterator.NO_MORE_DOCS;
    }

    /** The document of the current place, by its number in the segment. */
    int document() {
        return document;
    }

    /** How many words before the block stand before the current place, one after the other. */
    int before() throws IOException {
        int n = 0;
        while (n < from && stands(from - n - 1, place - n - 1)) {
            n++;
        }
        return n;
    }

    /** How many words behind the block stand behind the current place, one after the other. */
    int after() throws IOException {
        int n = 0;
        int end = from + width;
        while (end + n < states.length && stands(end + n, place + width + n)) {
            n++;
        }
        return n;
    }

    private boolean stands(int at, int where) throws IOException {
        if (states[at] == null || where < 0) {
            return false;
        }
        Word word = around[at];
        if (word == null) {
            word = new Word(at);
            around[at] = word;
        }
        return word.standsAt(document, where);
    }
}
