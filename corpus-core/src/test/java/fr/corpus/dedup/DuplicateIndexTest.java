package fr.corpus.dedup;

import static fr.corpus.dedup.TestCorpus.BOTH;
import static fr.corpus.dedup.TestCorpus.EXACT_ONLY;
import static fr.corpus.dedup.TestCorpus.NEAR_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.dedup.Clusters.Kind;
import fr.corpus.dedup.TestCorpus.Doc;
import fr.corpus.dedup.TestCorpus.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateIndexTest {

    @TempDir
    Path directory;

    @Test
    void joinsTextsThatDifferInSpacesAndApostrophesOnly() throws IOException {
        Map<String, Fate> fates = fates(
                EXACT_ONLY,
                new Doc("a", "L’été arrive : enfin !", 1, 1, 0.5f),
                new Doc("b", "L'été  arrive\u00A0: enfin\u202F!\n", 1, 1, 0.7f),
                new Doc("c", "L’été arrive : enfin ?"));
        assertThat(fates.get("a")).isEqualTo(new Fate("b", 2, Kind.EXACT, OptionalDouble.of(1)));
        assertThat(fates.get("b")).isEqualTo(new Fate("b", 2, Kind.EXACT, OptionalDouble.of(1)));
        assertThat(fates.get("c").size()).isEqualTo(1);
    }

    @Test
    void joinsTextsThatShareMostShinglesAndMeasuresThem() throws IOException {
        String text = words(new Random(1), 400);
        String near = text.replaceFirst(" ", " un petit ajout ");
        Map<String, Fate> fates =
                fates(BOTH, new Doc("a", text), new Doc("b", near, 1, 1, 1), new Doc("c", words(new Random(2), 400)));
        assertThat(fates.get("a").survivor()).isEqualTo("b");
        assertThat(fates.get("a").kind()).isEqualTo(Kind.NEAR);
        assertThat(fates.get("a").similarity().orElseThrow())
                .isCloseTo(TestCorpus.jaccard(text, near, 5), within(1e-6));
        assertThat(fates.get("c").size()).isEqualTo(1);
    }

    @Test
    void prefersRightsToProvenanceToQualityToTheSmallestId() throws IOException {
        String text = words(new Random(3), 100);
        List<Doc> docs = new ArrayList<>(List.of(
                new Doc("strongest rights", text + " un", 9, 0, -5),
                new Doc("best provenance", text + " deux", 8, 9, -5),
                new Doc("best quality", text + " trois", 8, 8, 9),
                new Doc("plain", text + " quatre", 8, 8, 1),
                new Doc("as plain", text + " cinq", 8, 8, 1)));
        while (docs.size() > 2) {
            String best = docs.get(0).name();
            assertThat(TestCorpus.dealt(docs, 2).fates(directory, BOTH, 1).values())
                    .allMatch(fate -> fate.survivor().equals(best));
            docs.remove(0);
        }
        Doc smallest =
                Collections.min(docs, (a, b) -> a.rank().id().compareTo(b.rank().id()));
        assertThat(TestCorpus.dealt(docs, 2).fates(directory, BOTH, 1).values())
                .allMatch(fate -> fate.survivor().equals(smallest.name()));
    }

    @Test
    void joinsAChainThroughItsMiddleAndTellsTheTrueSimilarityOfItsEnds() throws IOException {
        Random random = new Random(4);
        List<String> words = new ArrayList<>(List.of(words(random, 300).split(" ")));
        List<Doc> chain = new ArrayList<>();
        for (int link = 0; link < 6; link++) {
            chain.add(new Doc("link" + link, String.join(" ", words), 1, 1, -link));
            words.subList(0, 20).clear();
            words.addAll(List.of(words(random, 20).split(" ")));
        }
        Map<String, Fate> fates = TestCorpus.dealt(chain, 3).fates(directory, BOTH, 2);
        assertThat(fates.values())
                .allMatch(fate -> fate.size() == 6 && fate.survivor().equals("link0"));
        assertThat(fates.get("link5").similarity().orElseThrow())
                .isLessThan(0.75)
                .isCloseTo(TestCorpus.jaccard(chain.get(0).text(), chain.get(5).text(), 5), within(1e-6));
    }

    @Test
    void doesNotJoinAPairBelowTheThresholdThatSharesAKey() throws IOException {
        Random random = new Random(5);
        List<Doc> docs = new ArrayList<>();
        for (int pair = 0; pair < 40; pair++) {
            String common = words(random, 200);
            docs.add(new Doc("a" + pair, common + " " + words(random, 50)));
            docs.add(new Doc("b" + pair, common + " " + words(random, 50)));
        }
        assertThat(TestCorpus.jaccard(docs.get(0).text(), docs.get(1).text(), 5))
                .isBetween(0.6, 0.74);
        DedupSettings trusting =
                new DedupSettings(true, Optional.of(new MinHashDedup(14, 8, 5, OptionalDouble.empty())));
        TestCorpus corpus = TestCorpus.dealt(docs, 2);
        assertThat(corpus.fates(directory, BOTH, 1).values()).allMatch(fate -> fate.size() == 1);
        Map<String, Fate> trusted = corpus.fates(directory, trusting, 1);
        assertThat(trusted.values()).anyMatch(fate -> fate.size() == 2);
        assertThat(trusted.entrySet())
                .filteredOn(entry -> !entry.getKey().equals(entry.getValue().survivor()))
                .allMatch(entry -> entry.getValue().similarity().isEmpty());
    }

    @Test
    void neverJoinsTextsOfFewerWordsThanAShingleThroughShingles() throws IOException {
        Doc[] docs = {
            new Doc("empty", ""),
            new Doc("blank", " \n"),
            new Doc("one", "Bonjour"),
            new Doc("same", "Bonjour"),
            new Doc("four", "un deux trois quatre"),
            new Doc("four again", "Un, deux, trois, quatre !")
        };
        assertThat(fates(NEAR_ONLY, docs).values()).allMatch(fate -> fate.size() == 1);
        Map<String, Fate> both = fates(BOTH, docs);
        assertThat(both.get("empty").size()).isEqualTo(2);
        assertThat(both.get("one").size()).isEqualTo(2);
        assertThat(both.get("four").size()).isEqualTo(1);
    }

    @Test
    void findsEqualTextsAsNearDuplicatesWhenThereIsNoExactStep() throws IOException {
        String text = words(new Random(6), 50);
        Map<String, Fate> fates = fates(NEAR_ONLY, new Doc("a", text, 2, 1, 0), new Doc("b", text));
        assertThat(fates.get("b")).isEqualTo(new Fate("a", 2, Kind.NEAR, OptionalDouble.of(1)));
    }

    @Test
    void keepsEverythingWithoutDeduplicationSteps() throws IOException {
        Map<String, Fate> fates = fates(DedupSettings.NONE, new Doc("a", "pareil"), new Doc("b", "pareil"));
        assertThat(fates.values()).allMatch(fate -> fate.size() == 1);
    }

    @Test
    void resolvesNoUnitsAndUnitsWithoutDocuments() throws IOException {
        assertThat(new TestCorpus().resolve(directory, BOTH, 2).documents()).isZero();
        TestCorpus holes = new TestCorpus().unit(List.of()).unit(List.of(new Doc("a", "x"), new Doc("b", "x")));
        assertThat(holes.unit(List.of()).resolve(directory, BOTH, 2).removed(Kind.EXACT))
                .isEqualTo(1);
    }

    @Test
    void comparesTextsOfFiveMegabytes() throws IOException {
        String book = words(new Random(7), 620_000);
        assertThat(book.length()).isGreaterThan(4_500_000);
        Map<String, Fate> fates =
                fates(BOTH, new Doc("a", book, 2, 1, 0), new Doc("b", book.replaceFirst(" ", " ajout ")), doc("c", 9));
        assertThat(fates.get("b").survivor()).isEqualTo("a");
        assertThat(fates.get("b").similarity().orElseThrow()).isBetween(0.99999, 0.999999);
        assertThat(fates.get("c").size()).isEqualTo(1);
    }

    @Test
    void leavesNoTemporaryFileWhateverHappens() throws IOException {
        List<UnitKeys> keys = TestCorpus.dealt(
                        List.of(doc("a", 10), new Doc("b", words(new Random(10), 200) + " fin")), 2)
                .write(directory, BOTH);
        TokenSource broken = (unit, rows, out) -> {
            throw new IOException("spool lost");
        };
        assertThatThrownBy(() ->
                        DuplicateIndex.resolve(keys, BOTH, new Barrier(broken, directory, 2, DuplicateListener.SILENT)))
                .isInstanceOf(IOException.class)
                .hasMessage("spool lost");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).allMatch(file -> file.toString().endsWith(".keys"));
        }
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        List<UnitKeys> keys = TestCorpus.dealt(planted(new Random(11), 20), 3).write(directory, NEAR_ONLY);
        Map<DuplicateListener.Phase, Integer> ended = new ConcurrentHashMap<>();
        TokenSource none = (unit, rows, out) -> {};
        DedupSettings trusting =
                new DedupSettings(false, Optional.of(new MinHashDedup(14, 8, 5, OptionalDouble.empty())));
        DuplicateListener listener = (phase, done, total) -> {
            if (done == total) {
                ended.put(phase, total);
            }
        };
        DuplicateIndex.resolve(keys, trusting, new Barrier(none, directory, 2, listener));
        assertThat(ended)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(DuplicateListener.Phase.EXACT, 1, DuplicateListener.Phase.CANDIDATES, 14));
    }

    @Test
    void answersTheSameForAnyOrderOfFilesAnyCutAndAnyNumberOfThreads() throws IOException {
        long seed = 20261124;
        Random random = new Random(seed);
        List<Doc> docs = planted(random, 300);
        Map<String, Fate> expected = TestCorpus.dealt(docs, 1).fates(directory, BOTH, 1);
        assertThat(expected.values()).anyMatch(fate -> fate.kind() == Kind.NEAR);
        for (int round = 0; round < 6; round++) {
            Collections.shuffle(docs, random);
            assertThat(TestCorpus.dealt(docs, 1 + random.nextInt(9)).fates(directory, BOTH, 1 + random.nextInt(8)))
                    .as("seed " + seed + ", round " + round)
                    .isEqualTo(expected);
        }
    }

    private Map<String, Fate> fates(DedupSettings settings, Doc... docs) throws IOException {
        return TestCorpus.dealt(List.of(docs), 2).fates(directory, settings, 2);
    }

    private static Doc doc(String name, long seed) {
        return new Doc(name, words(new Random(seed), 200));
    }

    private static List<Doc> planted(Random random, int originals) {
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < originals; i++) {
            String text = words(random, 5 + random.nextInt(300));
            docs.add(new Doc("original" + i, text, random.nextInt(3), random.nextInt(3), random.nextInt(4)));
            for (int copy = random.nextInt(4) - 1; copy > 0; copy--) {
                String altered = random.nextBoolean() ? text : altered(random, text, 80);
                docs.add(new Doc("copy" + i + "." + copy, altered, random.nextInt(3), 1, random.nextInt(4)));
            }
        }
        return docs;
    }

    static String altered(Random random, String text, int every) {
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = random.nextInt(every) == 0 ? words(random, 1) : words[i];
        }
        return String.join(" ", words);
    }

    static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append("mot").append(random.nextInt(5000));
        }
        return text.toString();
    }
}
