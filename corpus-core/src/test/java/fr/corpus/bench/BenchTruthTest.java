package fr.corpus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.Corpus;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.release.ReleaseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTruthTest {

    @TempDir
    Path directory;

    @Test
    void scoresABuildOfAGeneratedCorpus() throws IOException {
        CorpusGenerator.generate(3, 11, directory, 2);
        BenchTruth.Score score = score("web");
        assertThat(score.exact().recall()).isEqualTo(1);
        assertThat(score.near().recall()).isGreaterThan(0.99);
        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.removed()).isGreaterThan(200);
        assertThat(score.near().pastFilters()).isGreaterThan(score.near().pairs() * 6 / 10);
    }

    @Test
    void countsWhatDeduplicationMissesAndWhatNobodyPlanted() throws IOException {
        write(
                "{'id':'a','text':'Le matin même, on vit le pont.'}",
                "{'id':'b','text':'Le matin même, on vit le pont.'}",
                "{'id':'c','text':'Un texte tout autre que celui-là.'}",
                "{'id':'d','text':'Un texte qui ne lui ressemble pas.'}");
        Files.writeString(directory.resolve(BenchTruth.FILE), "copy\toriginal\tkind\nd\tc\tnear\nc\ta\texact\n");
        BenchTruth.Score score = score("web", "dedup.exact@1");
        assertThat(score.near()).isEqualTo(new BenchTruth.Planted(1, 1, 1));
        assertThat(score.removed()).isEqualTo(1);
        assertThat(score.precision()).isZero();
    }

    @Test
    void refusesAFileOfAnotherForm() throws IOException {
        Path file = directory.resolve(BenchTruth.FILE);
        for (String text : List.of("copy\toriginal\n", "copy\toriginal\tkind\na\tb\n", "a\tb\texact\n")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> BenchTruth.read(file))
                    .isInstanceOfSatisfying(
                            MalformedSourceException.class,
                            e -> assertThat(e.message().in(Locale.FRENCH)).contains("truth.tsv"));
        }
    }

    private BenchTruth.Score score(String profile, String... steps) throws IOException {
        List<String> used = steps.length > 0
                ? List.of(steps)
                : List.of(
                        "filter.repetition@1",
                        "filter.lines@1",
                        "filter.quality@1",
                        "dedup.exact@1",
                        "dedup.minhash@1");
        StringBuilder recipe = new StringBuilder("recipe: 1\nname: t1\nseed: 1\nlanguage: fra\nsources:\n"
                + "  - { id: t1, format: jsonl, paths: \"*.jsonl*\", profile: " + profile + " }\nsteps:\n");
        used.forEach(step -> recipe.append("  - { use: ").append(step).append(" }\n"));
        Path file = directory.resolve("t1.yaml");
        Files.writeString(file, recipe);
        Path release = Corpus.build(file, directory.resolve("release")).release();
        return BenchTruth.read(directory.resolve(BenchTruth.FILE)).score(ReleaseReader.open(release));
    }

    private void write(String... lines) throws IOException {
        Files.writeString(
                directory.resolve("all.jsonl"), String.join("\n", lines).replace('\'', '"'));
    }
}
