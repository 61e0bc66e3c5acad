package fr.corpus.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.cli.bench.GeneratedDocument.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextGeneratorTest {

    private final TextGenerator generator = new TextGenerator(42);

    private List<GeneratedDocument> documents(long from, long to) {
        return LongStream.range(from, to).mapToObj(generator::document).toList();
    }

    @Test
    void givesEachDocumentFromSeedAndNumberAlone() {
        assertThat(new TextGenerator(42).document(700))
                .isEqualTo(documents(0, 701).get(700));
        assertThat(new TextGenerator(43).document(700)).isNotEqualTo(generator.document(700));
    }

    @Test
    void pinsTheBytesOfTheCorpus(@TempDir Path directory) throws Exception {
        BenchCorpus.Written written = BenchCorpus.generate(1, 42, directory.resolve("one"));
        BenchCorpus.generate(1, 42, directory.resolve("two"));
        for (String file : List.of("part-0000.jsonl.gz", "truth.tsv")) {
            assertThat(directory.resolve("one/" + file)).hasSameBinaryContentAs(directory.resolve("two/" + file));
        }
        assertThat(written.textBytes()).isBetween(1_000_000L, 1_100_000L);
        assertThat(Files.readAllLines(directory.resolve("one/truth.tsv"))).isNotEmpty();
    }

    @Test
    void plantsAboutTheSharesItPromises() {
        List<GeneratedDocument> all = documents(1000, 5000);
        assertThat(share(all, Kind.EXACT)).isCloseTo(0.03, within(0.01));
        assertThat(share(all, Kind.NEAR)).isCloseTo(0.05, within(0.015));
        assertThat(share(all, Kind.NOISE)).isCloseTo(0.06, within(0.015));
    }

    @Test
    void repeatsAnOriginalExactlyOrSaysHowNearly() {
        for (GeneratedDocument document : documents(1000, 1400)) {
            GeneratedDocument original =
                    generator.document(Long.parseLong(document.original().substring(1)));
            if (document.kind() == Kind.EXACT) {
                assertThat(document.text()).isEqualTo(original.text());
            } else if (document.kind() == Kind.NEAR) {
                assertThat(document.text()).isNotEqualTo(original.text());
                assertThat(document.jaccard())
                        .isEqualTo(WordShingles.jaccard(original.text(), document.text()))
                        .isBetween(0.2, 0.999);
            } else {
                assertThat(document.original()).isEqualTo(document.id());
            }
        }
    }

    @Test
    void writesOriginalsThatAreNotAlike() {
        List<GeneratedDocument> originals = documents(0, 60).stream()
                .filter(document -> document.kind() == Kind.ORIGINAL)
                .toList();
        for (int i = 1; i < originals.size(); i++) {
            assertThat(WordShingles.jaccard(
                            originals.get(i - 1).text(), originals.get(i).text()))
                    .isLessThan(0.1);
        }
    }

    @Test
    void elidesAndSpacesItsFrench() {
        for (GeneratedDocument document : documents(0, 300)) {
            if (document.kind() == Kind.ORIGINAL) {
                assertThat(document.text())
                        .doesNotContainPattern("\\b[Qq]ue [aeiouéèêà]")
                        .doesNotContainPattern("[^\\u00A0\\u202F][;!?»]")
                        .doesNotContain("'", "{", "}");
            }
        }
    }

    private static double share(List<GeneratedDocument> documents, Kind kind) {
        return (double) documents.stream()
                        .filter(document -> document.kind() == kind)
                        .count()
                / documents.size();
    }
}
