package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.dedup.TestCorpus.Doc;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buckets that boilerplate fills: the work must stay linear and the pairs must still be found. */
class BucketJoinTest {

    @TempDir
    Path directory;

    @Test
    void comparesALinearNumberOfPairsInABucketOfUnlikeDocuments() throws IOException {
        int size = 3000;
        List<Doc> docs = new ArrayList<>();
        Random random = new Random(1);
        String boilerplate = DuplicateIndexTest.words(random, 60);
        for (int i = 0; i < size; i++) {
            docs.add(new Doc("d" + i, boilerplate + " " + DuplicateIndexTest.words(random, 30)));
        }
        Bucket bucket = new Bucket(docs);
        bucket.join();
        assertThat(bucket.clusters()).isEqualTo(size);
        long perDocument = BucketJoin.LEADERS
                + (long) BucketJoin.TREES * BucketJoin.DEPTH * BucketJoin.FINER_LEADERS
                + BucketJoin.TREES * BucketJoin.ALL_PAIRS / 2;
        assertThat(bucket.join.comparisons()).isLessThan(size * perDocument);
    }

    @Test
    void comparesEachDocumentOnceInABucketOfLikeDocuments() throws IOException {
        List<Doc> docs = new ArrayList<>();
        Random random = new Random(2);
        String text = DuplicateIndexTest.words(random, 200);
        for (int i = 0; i < 2000; i++) {
            docs.add(new Doc("d" + i, text + " " + DuplicateIndexTest.words(random, 5)));
        }
        Bucket bucket = new Bucket(docs);
        bucket.join();
        assertThat(bucket.clusters()).isEqualTo(1);
        assertThat(bucket.join.comparisons()).isLessThan(docs.size());
    }

    @Test
    void findsMostPairsThatBoilerplateHidesInOneBucket() throws IOException {
        List<Doc> docs = new ArrayList<>();
        Random random = new Random(3);
        String boilerplate = DuplicateIndexTest.words(random, 150);
        int pairs = 1000;
        for (int i = 0; i < pairs; i++) {
            String own = DuplicateIndexTest.words(random, 80);
            docs.add(new Doc("a" + i, boilerplate + " " + own));
            docs.add(new Doc("b" + i, boilerplate + " " + DuplicateIndexTest.altered(random, own, 40)));
        }
        Bucket bucket = new Bucket(docs);
        bucket.join();
        int joined = 0;
        int alike = 0;
        for (int i = 0; i < pairs; i++) {
            if (TestCorpus.jaccard(docs.get(2 * i).text(), docs.get(2 * i + 1).text(), 5) >= 0.75) {
                alike++;
                joined += bucket.same(docs.get(2 * i), docs.get(2 * i + 1)) ? 1 : 0;
            }
        }
        assertThat(alike).isGreaterThan(900);
        // this bucket alone; a pair has thirteen other bands to meet in
        assertThat((double) joined / alike).isGreaterThan(0.9);
    }

    @Test
    void losesNoPairToBoilerplateOverAllBands() throws IOException {
        List<Doc> docs = new ArrayList<>();
        Random random = new Random(4);
        String boilerplate = DuplicateIndexTest.words(random, 150);
        int pairs = 700;
        for (int i = 0; i < pairs; i++) {
            String own = DuplicateIndexTest.words(random, 80);
            docs.add(new Doc("a" + i, boilerplate + " " + own, 2, 1, 0));
            docs.add(new Doc("b" + i, boilerplate + " " + own.replaceFirst(" ", " ajout ")));
        }
        long found = TestCorpus.dealt(docs, 3).fates(directory, TestCorpus.BOTH, 2).values().stream()
                .filter(fate -> fate.size() == 2)
                .count();
        assertThat(found).isEqualTo(2L * pairs);
    }

    /** All documents in one bucket. */
    private final class Bucket {
        final UnitTable table;
        final DisjointSets sets;
        final BucketJoin join;
        private final List<Doc> rows;
        private final Map<String, Integer> rowOf = new HashMap<>();

        Bucket(List<Doc> docs) throws IOException {
            TestCorpus corpus = new TestCorpus().unit(docs);
            rows = corpus.rows(0);
            table = new UnitTable(corpus.write(directory, TestCorpus.BOTH));
            sets = new DisjointSets(docs.size());
            CandidateSet all = new CandidateSet(docs.size());
            for (int i = 0; i < docs.size(); i++) {
                all.add(i);
            }
            all.seal();
            ShingleStore store = new ShingleStore(directory.resolve("sets"), all);
            Shingles shingles = new Shingles(5);
            TokenizedText tokens = new TokenizedText();
            for (int i = 0; i < rows.size(); i++) {
                TestCorpus.tokenize(rows.get(i).text(), tokens);
                shingles.of(tokens);
                store.add(i, shingles.toSortedSet());
                rowOf.put(rows.get(i).name(), i);
            }
            store.seal();
            join = new BucketJoin(table, sets, store, 0.75);
        }

        void join() throws IOException {
            KeySorter documents = new KeySorter(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                documents.add(7, i);
            }
            join.accept(7, documents, 0, rows.size());
        }

        boolean same(Doc a, Doc b) {
            return sets.find(rowOf.get(a.name())) == sets.find(rowOf.get(b.name()));
        }

        int clusters() {
            int clusters = 0;
            for (int i = 0; i < rows.size(); i++) {
                clusters += sets.find(i) == i ? 1 : 0;
            }
            return clusters;
        }
    }
}
