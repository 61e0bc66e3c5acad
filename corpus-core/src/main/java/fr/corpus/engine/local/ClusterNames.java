package fr.corpus.engine.local;

import fr.corpus.dedup.Clusters;
import fr.corpus.dedup.UnitKeys;
import fr.corpus.document.DocumentId;
import fr.corpus.internal.zstd.ZstdFrame;
import fr.corpus.parallel.Workers;
import fr.corpus.pipeline.spool.SpoolFile;
import fr.corpus.pipeline.spool.SpoolRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How the ledger of duplicates names clusters and survivors: ids and source ids of documents known by number. Immutable once
 * made; thread-safe. Memory: about 16 bytes and the source id for each survivor that has copies.
 */
final class ClusterNames {

    private final Numbering numbering;
    private final int[] survivors;
    private final int[] smallest;
    private final byte[][] sourceIds;

    private ClusterNames(Numbering numbering, int[] survivors) {
        this.numbering = numbering;
        this.survivors = survivors;
        this.smallest = survivors.clone();
        this.sourceIds = new byte[survivors.length][];
    }

    /** Numbers of documents across units, and their ids. Immutable. */
    record Numbering(List<UnitId> units, List<UnitKeys> keys, int[] bases) {

        static Numbering of(List<UnitId> units, List<UnitKeys> keys) {
            int[] bases = new int[keys.size() + 1];
            for (int i = 0; i < keys.size(); i++) {
                bases[i + 1] = Math.addExact(bases[i], keys.get(i).rows());
            }
            return new Numbering(units, keys, bases);
        }

        int unitOf(int document) {
            int at = Arrays.binarySearch(bases, document);
            if (at < 0) {
                return -at - 2;
            }
            while (bases[at + 1] == document) {
                at++;
            }
            return at;
        }

        DocumentId id(int document) {
            int unit = unitOf(document);
            return keys.get(unit).id(document - bases[unit]);
        }
    }

    /** Reads the names of all survivors that have copies. */
    static ClusterNames load(Numbering numbering, Clusters clusters, Path directory, int threads) throws IOException {
        int[] survivors = new int[clusters.documents()];
        int count = 0;
        for (int document = 0; document < clusters.documents(); document++) {
            if (clusters.isSurvivor(document) && clusters.size(document) > 1) {
                survivors[count++] = document;
            }
        }
        ClusterNames names = new ClusterNames(numbering, Arrays.copyOf(survivors, count));
        names.findSmallest(clusters);
        names.readSourceIds(directory, threads);
        return names;
    }

    private void findSmallest(Clusters clusters) {
        for (int document = 0; document < clusters.documents(); document++) {
            if (!clusters.isSurvivor(document)) {
                int at = indexOf(clusters.survivor(document));
                if (numbering.id(document).compareTo(numbering.id(smallest[at])) < 0) {
                    smallest[at] = document;
                }
            }
        }
    }

    /** Units are read in parallel; survivors are sorted, so those of one unit stand together. */
    private void readSourceIds(Path directory, int threads) throws IOException {
        AtomicInteger next = new AtomicInteger();
        Workers.<IOException>run(threads, "names", run -> {
            try (ZstdFrame frames = new ZstdFrame(1)) {
                int unit = next.getAndIncrement();
                while (unit < numbering.units().size() && !run.isStopped()) {
                    readSourceIds(directory, unit, frames);
                    unit = next.getAndIncrement();
                }
            }
        });
    }

    private void readSourceIds(Path directory, int unit, ZstdFrame frames) throws IOException {
        int base = numbering.bases()[unit];
        int end = numbering.bases()[unit + 1];
        int at = Arrays.binarySearch(survivors, base);
        int i = at < 0 ? -at - 1 : at;
        if (i == survivors.length || survivors[i] >= end) {
            return;
        }
        SpoolRows rows = new SpoolRows(
                SpoolFile.open(UnitManifest.spool(directory, numbering.units().get(unit))), frames);
        for (; i < survivors.length && survivors[i] < end; i++) {
            String sourceId = rows.provenance(survivors[i] - base).sourceId();
            sourceIds[i] = sourceId.getBytes(StandardCharsets.UTF_8);
        }
    }

    private int indexOf(int survivor) {
        return Arrays.binarySearch(survivors, survivor);
    }

    /** The id of a document. */
    DocumentId id(int document) {
        return numbering.id(document);
    }

    /** The id of a cluster: the smallest among its members. */
    DocumentId cluster(int survivor) {
        return numbering.id(smallest[indexOf(survivor)]);
    }

    /** The source id of a survivor that has copies. */
    String sourceId(int survivor) {
        return new String(sourceIds[indexOf(survivor)], StandardCharsets.UTF_8);
    }
}
