package fr.corpus.dedup;

import fr.corpus.dedup.DuplicateListener.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Joins the duplicate keys of all units into clusters: the one barrier of a pipeline.
 *
 * <p>Memory: at most 40 bytes of heap per document, and about 16 MiB per thread. Disk: the shingle sets of candidates, in one
 * temporary file. The result depends on the documents, their ranks and the settings; not on threads, nor on the order of
 * units or rows, except that ranks equal in every byte (a record read twice) fall back on the order of numbers.
 */
public final class DuplicateIndex {

    private static final int NOT_MEASURED = -1;
    private static final int SORTER_CAPACITY = 1 << 10;

    private final UnitTable table;
    private final DedupSettings settings;
    private final Tasks tasks;

    private DuplicateIndex(UnitTable table, DedupSettings settings, Tasks tasks) {
        this.table = table;
        this.settings = settings;
        this.tasks = tasks;
    }

    /**
     * Finds all clusters.
     *
     * @param units the units' keys, in the order that numbers documents
     * @param settings the settings that the keys were written with
     * @param barrier what to work with
     * @throws IOException if the temporary file or the texts fail
     */
    public static Clusters resolve(List<UnitKeys> units, DedupSettings settings, Barrier barrier) throws IOException {
        DuplicateIndex index = new DuplicateIndex(new UnitTable(units), settings, new Tasks(barrier));
        int[] representatives = index.joinExact();
        if (settings.minHash().isEmpty()) {
            return new Clusters(settings.exact(), representatives, representatives, new int[0]);
        }
        OptionalDouble least = settings.minHash().get().verifyJaccard();
        if (least.isEmpty()) {
            DisjointSets sets = index.joinUnverified(representatives);
            int[] similarities = new int[representatives.length];
            Arrays.fill(similarities, NOT_MEASURED);
            return new Clusters(
                    settings.exact(), representatives, index.survivors(representatives, sets), similarities);
        }
        return index.joinVerified(representatives, least.getAsDouble(), barrier);
    }

    /** For each document the best of the same canonical text; itself when exact duplicates do not count. */
    private int[] joinExact() throws IOException {
        int[] best = IntStream.range(0, table.documents()).toArray();
        SliceScan scan = new SliceScan(table, UnitKeys.EXACT, 1);
        if (settings.exact() || settings.minHash().isPresent()) {
            tasks.run(Phase.EXACT, scan.tasks(), () -> {
                KeySorter sorter = new KeySorter(SORTER_CAPACITY);
                ExactJoin join = new ExactJoin(table, best);
                // without an exact step, equal texts are near duplicates, and those need a signature
                return task -> scan.run(task, sorter, document -> settings.exact() || table.isSigned(document), join);
            });
        }
        return best;
    }

    private DisjointSets joinUnverified(int[] representatives) throws IOException {
        DisjointSets sets = new DisjointSets(representatives.length);
        SliceScan scan = new SliceScan(table, 0, settings.bands());
        tasks.run(Phase.CANDIDATES, scan.tasks(), () -> {
            KeySorter sorter = new KeySorter(SORTER_CAPACITY);
            SliceScan.Bucket union = (key, documents, from, to) -> {
                for (int i = from + 1; i < to; i++) {
                    sets.union(documents.value(from), documents.value(i));
                }
            };
            return task -> scan.run(task, sorter, document -> representatives[document] == document, union);
        });
        return sets;
    }

    private Clusters joinVerified(int[] representatives, double least, Barrier barrier) throws IOException {
        Path file = barrier.temporary().resolve("shingles.tmp");
        CandidateSet candidates = findCandidates(representatives);
        try (ShingleStore store = new ShingleStore(file, candidates)) {
            readAgain(candidates, barrier.texts(), store);
            DisjointSets sets = new DisjointSets(representatives.length);
            SliceScan scan = new SliceScan(table, 0, settings.bands());
            tasks.run(Phase.VERIFICATION, scan.tasks(), () -> {
                KeySorter sorter = new KeySorter(SORTER_CAPACITY);
                BucketJoin join = new BucketJoin(table, sets, store, least);
                return task -> scan.run(task, sorter, candidates::contains, join);
            });
            int[] survivors = survivors(representatives, sets);
            return new Clusters(
                    settings.exact(), representatives, survivors, similarities(representatives, survivors, store));
        }
    }

    private CandidateSet findCandidates(int[] representatives) throws IOException {
        CandidateSet candidates = new CandidateSet(representatives.length);
        SliceScan scan = new SliceScan(table, 0, settings.bands());
        tasks.run(Phase.CANDIDATES, scan.tasks(), () -> {
            KeySorter sorter = new KeySorter(SORTER_CAPACITY);
            SliceScan.Bucket mark = (key, documents, from, to) -> {
                for (int i = from; i < to; i++) {
                    candidates.add(documents.value(i));
                }
            };
            return task -> scan.run(task, sorter, document -> representatives[document] == document, mark);
        });
        candidates.seal();
        return candidates;
    }

    private void readAgain(CandidateSet candidates, TokenSource texts, ShingleStore store) throws IOException {
        int words = settings.minHash().orElseThrow().shingleWords();
        tasks.run(Phase.TEXTS, table.units(), () -> {
            Shingles shingles = new Shingles(words);
            return unit -> {
                int base = table.base(unit);
                int[] rows = candidates.rowsOf(base, base + table.unit(unit).rows());
                if (rows.length > 0) {
                    texts.read(unit, rows, (row, tokens) -> {
                        shingles.of(tokens);
                        store.add(base + row, shingles.toSortedSet());
                    });
                }
            };
        });
        store.seal();
    }

    /** For each document the best of its cluster. */
    private int[] survivors(int[] representatives, DisjointSets sets) {
        int[] best = new int[representatives.length];
        Arrays.fill(best, -1);
        for (int document = 0; document < best.length; document++) {
            if (representatives[document] == document) {
                int root = sets.find(document);
                if (best[root] < 0 || table.compareRanks(document, best[root]) < 0) {
                    best[root] = document;
                }
            }
        }
        int[] survivors = new int[best.length];
        for (int document = 0; document < best.length; document++) {
            survivors[document] = best[sets.find(representatives[document])];
        }
        return survivors;
    }

    private int[] similarities(int[] representatives, int[] survivors, ShingleStore store) throws IOException {
        int[] similarities = new int[survivors.length];
        tasks.run(Phase.SURVIVORS, table.units(), () -> {
            PairComparison comparison = new PairComparison(store);
            return unit -> {
                int end = table.base(unit) + table.unit(unit).rows();
                for (int document = table.base(unit); document < end; document++) {
                    if (representatives[document] == document && survivors[document] != document) {
                        comparison.hold(survivors[document]);
                        similarities[document] = (int) Math.round(comparison.similarity(document) * 1e6);
                    }
                }
            };
        });
        return similarities;
    }
}
