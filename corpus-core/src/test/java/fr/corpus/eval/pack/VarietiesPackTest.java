package fr.corpus.eval.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VarietiesPackTest {

    private static StoredPack pack() throws IOException {
        return PackCatalog.load().find("fr-varietes@1");
    }

    /** What someone answers who knows the French of France and nothing else: the sense it has there, or a wrong one. */
    private static String hexagonal(PackItem item) {
        String trap = item.facts().tags().get("trap");
        if (trap != null) {
            return trap;
        }
        return Baselines.right(item).equals("A") ? "B" : "A";
    }

    @Test
    void everyFactHasItsSourceItsReasonAndItsVariety() throws IOException {
        assertThat(pack().items()).hasSizeGreaterThanOrEqualTo(300);
        for (PackItem item : pack().items()) {
            assertThat(item.facts().source()).as(item.id()).isPresent();
            assertThat(item.facts().rationale()).as(item.id()).isPresent();
            assertWellFormed(item.facts().variety());
            assertThat(item.facts().variety()).startsWith("fr-");
        }
    }

    private static void assertWellFormed(String tag) {
        try {
            assertThat(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag())
                    .isEqualTo(tag);
        } catch (IllformedLocaleException e) {
            throw new AssertionError(tag, e);
        }
    }

    @Test
    void fourChoicesDifferAndAreWellSet() throws IOException {
        for (PackItem item : pack().items()) {
            PackItem.MultipleChoice asked = (PackItem.MultipleChoice) item;
            assertThat(asked.choices()).as(item.id()).hasSize(4).doesNotHaveDuplicates();
            assertThat(asked.answers()).hasSize(1);
            Baselines.assertTypography(asked.question());
            asked.choices().forEach(Baselines::assertTypography);
            Baselines.assertTypography(item.facts().rationale().orElseThrow());
        }
    }

    @Test
    void theRegionsAreThoseOfTheGuide() throws IOException {
        Map<String, Long> groups = new TreeMap<>();
        pack().items().forEach(item -> groups.merge(item.facts().variety(), 1L, Long::sum));
        assertThat(groups).isEqualTo(Baselines.expected(pack(), "groups"));
        assertThat(groups)
                .containsKeys(
                        "fr-BE",
                        "fr-CH",
                        "fr-CA",
                        "fr-CA-x-acadie",
                        "fr-DZ",
                        "fr-SN",
                        "fr-CD",
                        "fr-GP",
                        "fr-RE",
                        "fr-NC");
    }

    @Test
    void whoKnowsOnlyTheFrenchOfFranceFailsAndWhoKnowsTheWorldPasses() throws IOException {
        Map<String, Long> right = Baselines.expected(pack(), "right");
        long items = pack().items().size();
        assertThat(Baselines.right(pack(), Baselines::right)).isEqualTo(items).isEqualTo(right.get("correct"));
        assertThat(Baselines.right(pack(), VarietiesPackTest::hexagonal))
                .isZero()
                .isEqualTo(right.get("hexagonal"));
        assertThat(Baselines.right(pack(), item -> "A. C’est le sens le plus courant de ce mot."))
                .isEqualTo(right.get("always-a"))
                .isBetween(items / 5, items * 3 / 10);
        assertThat(pack().items().stream()
                        .filter(item -> item.facts().tags().containsKey("trap"))
                        .count())
                .isGreaterThan(100);
    }
}
