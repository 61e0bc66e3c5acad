package fr.corpus.internal.lucene;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;

/** Asks an index that {@link TermIndexWriter} wrote. Thread-safe. */
public final class TermIndexReader implements Closeable {

    /** Documents are counted up to here. */
    public static final int MAX_COUNT = 10_000;

    private static final int MAX_SCANNED_TERMS = 1 << 20;
    private static final int STEM_PREFIX = 3;

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private TermIndexReader(Directory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    /**
     * A document that was found. Immutable.
     *
     * @param row its number
     * @param id its id
     */
    public record Found(long row, byte[] id) {}

    /**
     * What was found. Immutable.
     *
     * @param total how many documents, counted up to about {@link #MAX_COUNT}
     * @param isExact whether that is all of them
     * @param best the best of them, by frequency of what was asked for, then by number
     */
    public record Answer(long total, boolean isExact, List<Found> best) {}

    /** Work on the files of the index. */
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Opens an index.
     *
     * @throws CorruptIndexFault if it is damaged, incomplete or of another version
     * @throws IOException if it cannot be read
     */
    public static TermIndexReader open(Path path) throws IOException {
        return guarded(() -> {
            Directory directory = FSDirectory.open(path, NoLockFactory.INSTANCE);
            try {
                return new TermIndexReader(directory, DirectoryReader.open(directory));
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        });
    }

    /** Lucene says of damaged files what it can; what it cannot is an error of index or state out of the middle of it. */
    static <T> T guarded(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (CorruptIndexException
                | IndexFormatTooNewException
                | IndexFormatTooOldException
                | FileNotFoundException
                | NoSuchFileException
                | EOFException
                | RuntimeException e) {
            throw new CorruptIndexFault(e);
        }
    }

    /** Reads every file through and compares checksums. */
    public void verify() throws IOException {
        guarded(() -> {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return true;
        });
    }

    /** Number of documents. */
    public long documents() {
        return reader.numDocs();
    }

    /**
     * Words that follow each other. Immutable.
     *
     * @param places for each place the words that may stand there; neither may be empty
     */
    public record Sequence(List<List<byte[]>> places) {

        /** Each word by itself, for words in any order. */
        List<Sequence> single() {
            return places.stream().map(place -> new Sequence(List.of(place))).toList();
        }

        Query query(IndexField field) {
            if (places.size() == 1) {
                SynonymQuery.Builder word = new SynonymQuery.Builder(field.key());
                places.get(0).forEach(term -> word.addTerm(new Term(field.key(), new BytesRef(term))));
                return word.build();
            }
            MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
            for (List<byte[]> place : places) {
                phrase.add(place.stream()
                        .map(term -> new Term(field.key(), new BytesRef(term)))
                        .toArray(Term[]::new));
            }
            return phrase.build();
        }
    }

    /**
     * Documents that have all of these sequences.
     *
     * @param sequences at least one
     * @param limit most documents told
     */
    public Answer phrases(IndexField field, List<Sequence> sequences, int limit) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        sequences.forEach(sequence -> query.add(sequence.query(field), BooleanClause.Occur.MUST));
        return search(query.build(), limit);
    }

    /** Documents that have a word for each place, in any order; those in which they follow each other come first. */
    public Answer words(IndexField field, Sequence words, int limit) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.single().forEach(word -> query.add(word.query(field), BooleanClause.Occur.FILTER));
        query.add(words.query(field), BooleanClause.Occur.SHOULD);
        return search(query.build(), limit);
    }

    private Answer search(Query query, int limit) throws IOException {
        return guarded(() -> {
            Sort order = new Sort(SortField.FIELD_SCORE, new SortField(TermIndexWriter.ROW, SortField.Type.LONG));
            int documents = Math.max(1, Math.min(limit, reader.maxDoc()));
            TopFieldDocs top =
                    searcher.search(query, new TopFieldCollectorManager(order, documents, null, MAX_COUNT, false));
            List<Found> best = new ArrayList<>();
            for (ScoreDoc each : top.scoreDocs) {
                long row = (Long) ((FieldDoc) each).fields[1];
                int leaf = ReaderUtil.subIndex(each.doc, reader.leaves());
                LeafReaderContext context = reader.leaves().get(leaf);
                best.add(new Found(row, id(context.reader(), each.doc - context.docBase)));
            }
            boolean exact = top.totalHits.relation == TotalHits.Relation.EQUAL_TO;
            return new Answer(top.totalHits.value, exact, best);
        });
    }

    static byte[] id(LeafReader leaf, int document) throws IOException {
        BinaryDocValues ids = leaf.getBinaryDocValues(TermIndexWriter.ID);
        if (ids == null || !ids.advanceExact(document)) {
            throw new CorruptIndexException("a document has no id", String.valueOf(leaf));
        }
        BytesRef id = ids.binaryValue();
        return Arrays.copyOfRange(id.bytes, id.offset, id.offset + id.length);
    }

    static long row(LeafReader leaf, int document) throws IOException {
        NumericDocValues rows = leaf.getNumericDocValues(TermIndexWriter.ROW);
        if (rows == null || !rows.advanceExact(document)) {
            throw new CorruptIndexException("a document has no number", String.valueOf(leaf));
        }
        return rows.longValue();
    }

    /**
     * The words of a field that have the light stem of a word, that of most documents first; the word itself is not told.
     *
     * @param limit most words told
     */
    public List<byte[]> sameStem(IndexField field, String word, int limit) throws IOException {
        return guarded(() -> {
            LightStem stems = new LightStem();
            String stem = stems.of(word);
            String prefix = stem.substring(0, Math.min(STEM_PREFIX, stem.length()));
            Map<String, Long> forms = new TreeMap<>();
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(field.key());
                if (terms != null && stem.length() >= STEM_PREFIX) {
                    collect(terms.iterator(), prefix, text -> stems.of(text).equals(stem), forms);
                }
            }
            forms.remove(word);
            return forms.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(limit)
                    .map(form -> form.getKey().getBytes(StandardCharsets.UTF_8))
                    .toList();
        });
    }

    private static void collect(
            TermsEnum terms, String prefix, java.util.function.Predicate<String> wanted, Map<String, Long> forms)
            throws IOException {
        BytesRef start = new BytesRef(prefix);
        int scanned = 0;
        for (boolean more = terms.seekCeil(start) != TermsEnum.SeekStatus.END;
                more && scanned < MAX_SCANNED_TERMS && startsWith(terms.term(), start);
                more = terms.next() != null) {
            scanned++;
            String text = terms.term().utf8ToString();
            if (wanted.test(text)) {
                forms.merge(text, (long) terms.docFreq(), Long::sum);
            }
        }
    }

    private static boolean startsWith(BytesRef term, BytesRef prefix) {
        return term.length >= prefix.length
                && Arrays.equals(
                        term.bytes,
                        term.offset,
                        term.offset + prefix.length,
                        prefix.bytes,
                        prefix.offset,
                        prefix.offset + prefix.length);
    }

    /** What one thread looks up sequences of words with. */
    public SequenceScan sequences(IndexField field) {
        return new SequenceScan(reader, field);
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } finally {
            directory.close();
        }
    }
}
