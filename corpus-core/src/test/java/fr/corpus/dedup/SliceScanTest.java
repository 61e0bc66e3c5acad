package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.dedup.TestCorpus.Doc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SliceScanTest {

    @TempDir
    Path directory;

    @Test
    void showsTheSameBucketsHoweverTheKeySpaceIsCut() throws IOException {
        UnitTable table = table();
        TreeSet<String> whole = buckets(table, 1_000_000);
        assertThat(whole).hasSizeGreaterThan(100);
        for (int entries : new int[] {400, 100, 7, 1}) {
            assertThat(buckets(table, entries)).as("%d entries", entries).isEqualTo(whole);
        }
    }

    @Test
    void cutsFinerWhenThereAreMoreEntries() throws IOException {
        UnitTable table = table();
        assertThat(new SliceScan(table, 0, 14, 1_000_000).tasks()).isEqualTo(14);
        assertThat(new SliceScan(table, 0, 14, 100).tasks()).isGreaterThanOrEqualTo(14 * 4);
    }

    private UnitTable table() throws IOException {
        Random random = new Random(8);
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String text = DuplicateIndexTest.words(random, 30);
            docs.add(new Doc("a" + i, text));
            if (i % 3 == 0) {
                docs.add(new Doc("b" + i, text + " fin"));
            }
        }
        return new UnitTable(TestCorpus.dealt(docs, 5).write(directory, TestCorpus.BOTH));
    }

    private static TreeSet<String> buckets(UnitTable table, int sliceEntries) throws IOException {
        TreeSet<String> buckets = new TreeSet<>();
        SliceScan scan = new SliceScan(table, 0, 14, sliceEntries);
        KeySorter sorter = new KeySorter(4);
        for (int task = 0; task < scan.tasks(); task++) {
            int band = task / (scan.tasks() / 14);
            scan.run(task, sorter, any -> true, (key, documents, from, to) -> {
                StringBuilder bucket = new StringBuilder(band + ":" + Long.toHexString(key));
                for (int i = from; i < to; i++) {
                    bucket.append(' ').append(documents.value(i));
                }
                buckets.add(bucket.toString());
            });
        }
        return buckets;
    }
}
