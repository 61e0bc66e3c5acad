package fr.corpus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.bench.CorpusGenerator.Generated;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CorpusGeneratorTest {

    @TempDir
    Path directory;

    @Test
    void writesTheSameLinesForTheSeedWhateverTheNumberOfThreads() throws IOException {
        CorpusGenerator.generate(1, 5, directory.resolve("a"), 1);
        CorpusGenerator.generate(1, 5, directory.resolve("b"), 3);
        CorpusGenerator.generate(1, 6, directory.resolve("c"), 3);
        assertThat(digest(directory.resolve("a"))).isEqualTo(digest(directory.resolve("b")));
        assertThat(digest(directory.resolve("c"))).isNotEqualTo(digest(directory.resolve("a")));
    }

    @Test
    void gaveTheseBytesFromTheStart() throws IOException {
        // pinned: a change here makes figures of other days incomparable, and is a new version of the generator
        CorpusGenerator.generate(1, 1, directory, 2);
        assertThat(digest(directory)).isEqualTo("a71f0f8ef3d0b6938479ec04de05f72dae79ade75bd110fa1c1d235a0a49024d");
    }

    @Test
    void meetsTheWantedSizeAndShares() throws IOException {
        Generated made = CorpusGenerator.generate(12, 3, directory, 2);
        assertThat((double) made.textBytes()).isCloseTo(12e6, within(1.2e6));
        assertThat((double) made.exactCopies() / made.documents()).isCloseTo(0.12, within(0.02));
        assertThat((double) made.nearCopies() / made.documents()).isCloseTo(0.15, within(0.02));
    }

    @Test
    void plantsTheDuplicatesThatTheTruthTells() throws IOException {
        CorpusGenerator.generate(2, 9, directory, 2);
        Map<String, String> texts = texts(directory);
        List<String> truth = Files.readAllLines(directory.resolve("truth.tsv"));
        assertThat(truth.get(0)).isEqualTo("copy\toriginal\tkind");
        double similarity = 0;
        int near = 0;
        for (String row : truth.subList(1, truth.size())) {
            String[] pair = row.split("\t");
            if (pair[2].equals("exact")) {
                assertThat(texts.get(pair[0])).isEqualTo(texts.get(pair[1]));
            } else {
                similarity += jaccard(texts.get(pair[0]), texts.get(pair[1]));
                near++;
            }
        }
        assertThat(similarity / near).isBetween(0.85, 0.93);
    }

    @Test
    void hasNoDuplicatesBesidesThosePlanted() throws IOException {
        CorpusGenerator.generate(1, 4, directory, 2);
        Map<String, String> texts = texts(directory);
        for (String row : Files.readAllLines(directory.resolve("truth.tsv"))) {
            texts.remove(row.split("\t")[0]);
        }
        List<Set<String>> shingles = texts.values().stream()
                .limit(150)
                .map(CorpusGeneratorTest::shingles)
                .toList();
        for (int i = 0; i < shingles.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(jaccard(shingles.get(i), shingles.get(j))).isLessThan(0.4);
            }
        }
    }

    @Test
    void leavesNoSlotUnfilled() {
        PlannedCorpus corpus = new PlannedCorpus(2, 2000);
        for (long document = 0; document < 2000; document++) {
            assertThat(corpus.text(document)).isNotBlank().doesNotContainPattern("[{}=@]");
        }
    }

    @Test
    void contractsAndElides() {
        PlannedCorpus corpus = new PlannedCorpus(3, 500);
        for (long document = 0; document < 500; document++) {
            if (corpus.kind(document) == PlannedCorpus.Kind.ORIGINAL) {
                assertThat(corpus.text(document))
                        .doesNotContainPattern("\\b(de le|de les|à le|à les|le [aeéiou]|la [aeéiou]|de [aeéiou])\\b");
            }
        }
    }

    @Test
    void refusesToOverwriteACorpus() throws IOException {
        CorpusGenerator.generate(1, 1, directory, 1);
        assertThatThrownBy(() -> CorpusGenerator.generate(1, 2, directory, 1))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    private static Map<String, String> texts(Path directory) throws IOException {
        JsonMapper json = new JsonMapper();
        Map<String, String> texts = new HashMap<>();
        for (int file = 0; file < 8; file++) {
            for (String line : lines(directory, file).split("\n")) {
                JsonNode row = json.readTree(line);
                texts.put(row.get("id").asString(), row.get("text").asString());
            }
        }
        return texts;
    }

    private static String lines(Path directory, int file) throws IOException {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(directory.resolve("part-" + file + ".jsonl.gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String digest(Path directory) throws IOException {
        MessageDigest sha = Sha256.newDigest();
        for (int file = 0; file < 8; file++) {
            sha.update(lines(directory, file).getBytes(StandardCharsets.UTF_8));
        }
        sha.update(Files.readAllBytes(directory.resolve("truth.tsv")));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static double jaccard(String a, String b) {
        return jaccard(shingles(a), shingles(b));
    }

    private static double jaccard(Set<String> a, Set<String> b) {
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        return (double) common.size() / (a.size() + b.size() - common.size());
    }

    private static Set<String> shingles(String text) {
        List<String> words =
                new ArrayList<>(List.of(Pattern.compile("[^\\p{L}\\p{N}]+").split(text)));
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + 5 <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + 5)));
        }
        return shingles;
    }
}
