package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.step.Settings;
import fr.corpus.testing.SharedFolder;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import fr.corpus.text.heritage.ConfusionFolding;
import fr.corpus.text.ocr.OcrDamage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Two scans of one page: the same text misread twice. */
class ConfusionFoldTest {

    private static final String[][] MISREAD = {
        {"e", "c"},
        {"c", "e"},
        {"n", "u"},
        {"u", "n"},
        {"i", "l"},
        {"l", "1"},
        {"m", "rn"},
        {"s", "f"},
        {"f", "s"},
        {"h", "b"},
        {"b", "h"},
        {"o", "0"},
        {"é", "e"},
        {"à", "a"},
        {"d", "cl"},
        {"g", "q"},
        {"j", "i"},
        {"v", "u"},
        {"q", "g"}
    };
    private static final int PAGE = 2500;

    private static String misread(String page, double rate, SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < page.length(); i++) {
            String letter = page.substring(i, i + 1);
            for (String[] pair : MISREAD) {
                if (pair[0].equals(page.substring(i, i + 1)) && random.nextDouble() < rate) {
                    letter = pair[1];
                    break;
                }
            }
            out.append(letter);
        }
        return out.toString();
    }

    /** Damages a page, the same way for the same seed. */
    private interface Noise {
        String damage(String page, double rate, long seed);
    }

    /** Share of pages whose two scans have the similarity at which near duplicates are joined. */
    private static double recall(List<String> pages, Noise noise, double rate, MinHashDedup.Fold fold) {
        DedupSettings settings = new DedupSettings(
                false, Optional.of(new MinHashDedup(MinHashDedup.WITH_FOLD, 14, 8, 5, OptionalDouble.of(0.75), fold)));
        SplittableRandom random = new SplittableRandom(20261124);
        int alike = 0;
        for (String page : pages) {
            int[] one = shingles(settings.compared(noise.damage(page, rate, random.nextLong())));
            int[] other = shingles(settings.compared(noise.damage(page, rate, random.nextLong())));
            int common = PairComparison.common(one, one.length, other, other.length);
            alike += common >= 0.75 * (one.length + other.length - common) ? 1 : 0;
        }
        return (double) alike / pages.size();
    }

    private static int[] shingles(String text) {
        Shingles shingles = new Shingles(5);
        shingles.of(new TextView(new FrenchTokenizer()).of(text).tokens());
        return shingles.toSortedSet();
    }

    private static List<String> pages() throws IOException {
        List<String> pages = new ArrayList<>();
        try (var files = Files.list(SharedFolder.need("data/neardup/roman18"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".orig.txt"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                for (int i = 0; i + PAGE <= text.length(); i += PAGE) {
                    pages.add(text.substring(i, i + PAGE));
                }
            }
        }
        return pages;
    }

    @Test
    void findsPagesThatWereMisreadInTwoWays() throws IOException {
        List<String> pages = pages();
        assertThat(pages).hasSizeGreaterThan(100);
        for (double rate : new double[] {0.005, 0.01, 0.02}) {
            Noise letters = (page, share, seed) -> misread(page, share, new SplittableRandom(seed));
            assertThat(recall(pages, letters, rate, MinHashDedup.Fold.NONE))
                    .as("misread %s", rate)
                    .isLessThan(0.6);
            assertThat(recall(pages, letters, rate, MinHashDedup.Fold.OCR))
                    .as("misread %s", rate)
                    .isGreaterThan(0.99);
        }
    }

    @Test
    void findsMoreOfThePagesThatWereDamagedInOtherWaysToo() throws IOException {
        List<String> pages = pages();
        double plain = recall(pages, OcrDamage::text, 0.002, MinHashDedup.Fold.NONE);
        double folded = recall(pages, OcrDamage::text, 0.002, MinHashDedup.Fold.OCR);
        assertThat(folded).isGreaterThan(plain + 0.05);
    }

    @Test
    void takesNoTwoPagesOfDifferentPlacesForCopies() throws IOException {
        List<String> pages = pages();
        int[] before = shingles(ConfusionFolding.fold(pages.get(0)));
        for (String page : pages.subList(1, pages.size())) {
            int[] set = shingles(ConfusionFolding.fold(page));
            assertThat(PairComparison.common(before, before.length, set, set.length))
                    .isLessThan(set.length / 10);
            before = set;
        }
    }

    @Test
    void foldsWhatRecognitionConfusesAndLeavesNumbersAlone() {
        assertThat(ConfusionFolding.fold("le Modeme")).isEqualTo(ConfusionFolding.fold("lc moderne"));
        assertThat(ConfusionFolding.fold("l’eſprit clair")).isEqualTo(ConfusionFolding.fold("1’efprit dair"));
        assertThat(ConfusionFolding.fold("100 1 |")).isEqualTo("100 1 |");
        assertThat(ConfusionFolding.fold("")).isEmpty();
    }

    @Test
    void isAnOptionOfVersionTwoThatChangesTheIndexOnlyWhenItIsOn() {
        Settings settings = Settings.none()
                .with("bands", 14L)
                .with("rows-per-band", 8L)
                .with("shingle-words", 5L)
                .with("verify-jaccard", 0.75);
        MinHashDedup first = MinHashDedup.from(settings);
        MinHashDedup none = MinHashDedup.withFold(settings.with("fold", "none"));
        MinHashDedup ocr = MinHashDedup.withFold(settings.with("fold", "ocr"));
        assertThat(index(none)).isEqualTo(index(first));
        assertThat(index(ocr)).isEqualTo(index(first) + " ocr-fold@1");
        assertThat(ocr.id()).isEqualTo(MinHashDedup.WITH_FOLD);
        assertThatThrownBy(() -> MinHashDedup.withFold(settings.with("fold", "hocr")))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("none, ocr");
    }

    private static String index(MinHashDedup step) {
        return new DedupSettings(true, Optional.of(step)).indexId();
    }
}
