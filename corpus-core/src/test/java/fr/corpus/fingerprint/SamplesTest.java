package fr.corpus.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final long SEED = 20261124;

    private final TokenizedText tokens = new TokenizedText();
    private final Samples samples = new Samples();

    private long[] sample(String text) {
        new FrenchTokenizer().tokenize(text, tokens);
        samples.of(tokens);
        return samples.distinct();
    }

    /** Words that no language has, so that no sequence repeats by chance. */
    private static String words(int count, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int letter = 0; letter < 5 + random.nextInt(5); letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }

    private static int shared(long[] a, long[] b) {
        return (int) Arrays.stream(a)
                .filter(hash -> Arrays.binarySearch(b, hash) >= 0)
                .count();
    }

    @Test
    void takesOneSequenceInSixteen() {
        long[] taken = sample(words(32_000, SEED));
        // 31 998 sequences: 2000 expected, standard deviation 43
        assertThat(samples.sequences()).isEqualTo(31_998);
        assertThat(taken.length).isBetween(1_800, 2_200);
    }

    @Test
    void anExcerptBringsItsSamplesAlongWhereverItStands() {
        String work = words(8_000, SEED);
        String page = work.substring(20_000, 26_000);
        long[] whole = sample(work);
        long[] quoted = sample(words(500, SEED + 1) + page + words(500, SEED + 2));
        long[] alone = sample(page);
        assertThat(alone.length).isGreaterThan(30);
        assertThat(shared(alone, whole)).isGreaterThanOrEqualTo(alone.length - 2);
        assertThat(shared(quoted, whole)).isGreaterThanOrEqualTo(alone.length - 2);
    }

    @Test
    void otherTextsShareNothing() {
        assertThat(shared(sample(words(20_000, SEED)), sample(words(20_000, SEED + 1))))
                .isZero();
    }

    @Test
    void caseAccentsOldLettersAndShortWordsDoNotCount() {
        String modern =
                "Une fenêtre éclairée dessine parfois, sous la neige, le visage oublié d’une maîtresse lointaine. ";
        String old = "VNE FENETRE ECLAIREE DESSINE PARFOIS SOUS LA NEIGE LE VISAGE OUBLIE D'UNE MAITRESSE LOINTAINE ";
        new FrenchTokenizer().tokenize(modern, tokens);
        samples.of(tokens);
        int sequences = samples.sequences();
        long[] first = samples.distinct();
        assertThat(sample(old.replace("VNE", "UNE"))).isEqualTo(first);
        assertThat(samples.sequences()).isEqualTo(sequences).isEqualTo(8);
    }

    @Test
    void aTextWithoutThreeContentWordsHasNoSample() {
        assertThat(sample("À toi, ou à lui ?")).isEmpty();
        assertThat(sample("")).isEmpty();
        assertThat(samples.sequences()).isZero();
    }

    @Test
    void theFirstTokenOfEachSampleIsKnown() {
        String work = words(3_000, SEED);
        sample(work);
        for (int i = 0; i < samples.size(); i++) {
            int token = samples.tokens()[i];
            assertThat(token).isBetween(0, tokens.size() - Samples.WORDS);
            assertThat(i == 0 || token > samples.tokens()[i - 1]).isTrue();
        }
    }

    /** Bytes of this version: a change of folding, tokens or mixing is a new version. */
    @Test
    void theHashesOfThisVersionNeverChange() {
        long[] taken = sample(words(2_000, SEED));
        assertThat(taken.length).isEqualTo(114);
        assertThat(Arrays.hashCode(taken)).isEqualTo(973520444);
    }
}
