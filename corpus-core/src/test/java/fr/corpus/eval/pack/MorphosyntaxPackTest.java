package fr.corpus.eval.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class MorphosyntaxPackTest {

    private static final Path FOLDER = Path.of("src/main/resources/fr/corpus/eval/packs/fr-morphosyntaxe@1");

    private static StoredPack pack() throws IOException {
        return PackCatalog.load().find("fr-morphosyntaxe@1");
    }

    private static long right(ToLongFunction<PackItem.MinimalPair> preference) throws IOException {
        return Baselines.pairs(pack()).stream()
                .filter(pair ->
                        preference.applyAsLong(pair) > 0 || preference.applyAsLong(pair) == 0 && pair.goodFirst())
                .count();
    }

    @Test
    void theGrammarMakesTheItemsByteForByte() throws IOException {
        List<PackItem> items = PairGrammar.items(Files.readString(FOLDER.resolve("grammar.txt")));
        assertThat(ItemFile.write(items)).isEqualTo(Files.readAllBytes(FOLDER.resolve("items.jsonl")));
    }

    @Test
    void thereAreThousandsOfPairsOverDozensOfPhenomena() throws IOException {
        Map<String, Long> groups = Baselines.groups(pack().items(), "phenomenon");
        assertThat(groups).isEqualTo(Baselines.expected(pack(), "groups"));
        assertThat(groups)
                .hasSizeGreaterThanOrEqualTo(30)
                .allSatisfy((name, count) -> assertThat(count).isGreaterThanOrEqualTo(100));
        assertThat(pack().items()).hasSizeGreaterThanOrEqualTo(5000);
    }

    @Test
    void everyPairDiffersAndSaysWhy() throws IOException {
        for (PackItem.MinimalPair pair : Baselines.pairs(pack())) {
            assertThat(pair.facts().rationale()).isPresent();
            Baselines.assertTypography(pair.good());
            Baselines.assertTypography(pair.bad());
            assertThat(pair.good()).matches("(?s)\\p{Lu}.*[.?]").doesNotContainPattern("[{}~]");
        }
        assertThat(Baselines.pairs(pack()).stream()
                        .map(PackItem.MinimalPair::good)
                        .distinct()
                        .count())
                .isGreaterThan(7000);
    }

    /** Fluent and wrong: an answer in good French that does not know grammar. */
    @Test
    void onlyTheOneWhoKnowsGrammarPasses() throws IOException {
        Map<String, Long> right = Baselines.expected(pack(), "right");
        long items = pack().items().size();
        assertThat(Baselines.right(pack(), Baselines::right)).isEqualTo(items).isEqualTo(right.get("correct"));
        assertThat(Baselines.right(pack(), item -> "La réponse est " + Baselines.right(item) + "."))
                .isEqualTo(items);
        assertThat(Baselines.right(pack(), item -> "A. Cette phrase est tout à fait naturelle et bien tournée."))
                .isEqualTo(right.get("always-a"))
                .isBetween(items * 45 / 100, items * 55 / 100);
        assertThat(Baselines.right(pack(), item -> Baselines.right(item).equals("A") ? "B" : "A"))
                .isZero();
        assertThat(Baselines.right(pack(), item -> "Les deux phrases sont élégantes."))
                .isZero();
    }

    @Test
    void theLengthOfASentenceDoesNotTell() throws IOException {
        Map<String, Long> right = Baselines.expected(pack(), "right");
        long items = pack().items().size();
        long shorter = right(pair -> pair.bad().length() - pair.good().length());
        long longer = right(pair -> pair.good().length() - pair.bad().length());
        assertThat(shorter).isEqualTo(right.get("shorter")).isLessThan(items * 65 / 100);
        assertThat(longer).isEqualTo(right.get("longer")).isLessThan(items * 65 / 100);
    }
}
