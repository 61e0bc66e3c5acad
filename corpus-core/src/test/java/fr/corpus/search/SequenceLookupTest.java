package fr.corpus.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.release.ReleaseReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coverage against the plain definition: a set of all sequences of n words. */
class SequenceLookupTest {

    private static final List<String> WORDS =
            List.of("le", "la", "de", "mer", "vent", "barque", "île", "nuit", "et", "qui");

    /** Few words, so that sequences meet by chance too; few are rare. */
    private static List<String> sentence(Random random, int length) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            boolean rare = random.nextInt(30) == 0;
            words.add(rare ? "rare" + (char) ('a' + random.nextInt(26)) : WORDS.get(random.nextInt(WORDS.size())));
        }
        return words;
    }

    @Test
    void coversExactlyTheWordsOfSequencesThatStandInSomeDocument(@TempDir Path directory) throws IOException {
        for (int round = 0; round < 4; round++) {
            long seed = 1000 + round;
            Random random = new Random(seed);
            List<List<String>> documents = new ArrayList<>();
            List<Map<String, Object>> records = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                List<String> words = sentence(random, 20 + random.nextInt(150));
                if (i > 10 && random.nextBoolean()) {
                    List<String> other = documents.get(random.nextInt(i));
                    int from = random.nextInt(other.size() - 15);
                    words.addAll(other.subList(from, Math.min(other.size(), from + 10 + random.nextInt(30))));
                }
                documents.add(words);
                records.add(SearchFixture.record("d" + i, String.join(" ", words) + "."));
            }
            Path release = SearchFixture.release(directory, "tirage" + round, records, "keys: false");
            SearchFixture.index(release);
            ReleaseReader reader = ReleaseReader.open(release);
            try (ReleaseIndex index = ReleaseIndex.open(reader, ReleaseIndexer.defaultDirectory(release))) {
                for (int n : new int[] {2, 5, 12, 13, 14, 20}) {
                    SequenceLookup lookup = index.sequences(n);
                    for (int i = 0; i < 60; i++) {
                        List<String> item = item(random, documents);
                        check(lookup, item, documents, "seed " + seed + ", n " + n + ", item " + item);
                    }
                }
            }
        }
    }

    /** Pieces of documents between other words. */
    private static List<String> item(Random random, List<List<String>> documents) {
        List<String> item = sentence(random, random.nextInt(20));
        for (int i = 0; i < random.nextInt(4); i++) {
            List<String> source = documents.get(random.nextInt(documents.size()));
            int from = random.nextInt(source.size());
            item.addAll(source.subList(from, Math.min(source.size(), from + 1 + random.nextInt(30))));
            item.addAll(sentence(random, random.nextInt(6)));
        }
        return item;
    }

    private static void check(SequenceLookup lookup, List<String> item, List<List<String>> documents, String what)
            throws IOException {
        Set<List<String>> sequences = new HashSet<>();
        for (List<String> document : documents) {
            for (int i = 0; i + lookup.n() <= document.size(); i++) {
                sequences.add(document.subList(i, i + lookup.n()));
            }
        }
        BitSet covered = new BitSet();
        for (int i = 0; i + lookup.n() <= item.size(); i++) {
            if (sequences.contains(item.subList(i, i + lookup.n()))) {
                covered.set(i, i + lookup.n());
            }
        }
        SequenceLookup.Coverage coverage = lookup.of(String.join(" ", item));
        assertThat(coverage.words()).as(what).isEqualTo(item.size());
        assertThat(coverage.covered()).as(what).isEqualTo(covered.cardinality());
        assertThat(coverage.documents().isEmpty()).as(what).isEqualTo(covered.isEmpty());
        coverage.documents()
                .forEach(overlap -> assertThat(overlap.covered()).as(what).isGreaterThanOrEqualTo(lookup.n()));
    }

    @Test
    void choosesTheSameRunWhereverASequenceStands() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            List<String> shared = sentence(random, Winnowing.SPAN);
            Set<Long> one = chosen(random, shared);
            one.retainAll(chosen(random, shared));
            assertThat(one).as("round %d of seed 5", round).isNotEmpty();
        }
    }

    private static Set<Long> chosen(Random random, List<String> shared) {
        List<String> words = sentence(random, random.nextInt(40));
        words.addAll(shared);
        words.addAll(sentence(random, random.nextInt(40)));
        Words cut = new Words();
        cut.of(String.join(" ", words));
        Winnowing winnowing = new Winnowing();
        Set<Long> hashes = new HashSet<>();
        int n = winnowing.of(cut);
        for (int i = 0; i < n; i++) {
            hashes.add(winnowing.hash(i));
        }
        return hashes;
    }

    @Test
    void theFilterForgetsNothingAndRulesOutNearlyAllElse(@TempDir Path directory) throws IOException {
        Random random = new Random(11);
        int n = 50_000;
        RunFilter filter = RunFilter.create(directory.resolve("runs"), n);
        long[] added = random.longs(n).toArray();
        filter.addAll(added, n);
        RunFilter opened = RunFilter.open(directory.resolve("runs"));
        for (long hash : added) {
            assertThat(opened.mayHave(hash)).isTrue();
        }
        long wrong = random.longs(100_000).filter(opened::mayHave).count();
        assertThat(wrong).isLessThan(1_500);
    }
}
