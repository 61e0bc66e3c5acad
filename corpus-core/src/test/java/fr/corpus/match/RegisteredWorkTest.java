package fr.corpus.match;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.identifier.KeyType;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A work as a registry keeps it: its samples sorted, not in the order of its text. */
class RegisteredWorkTest {

    private static final String[] SYLLABLES = {
        "ba", "ri", "lo", "cha", "ve", "mon", "tei", "gué", "sa", "pre", "dou", "fil", "nor", "clé", "vau", "ten"
    };

    private static String text(long seed, int words) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            for (int j = 0; j < 3; j++) {
                text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            text.append(' ');
        }
        return text.toString();
    }

    private static List<Reserved> match(String work, String document) {
        ReservationIndex index = new ReservationIndex.Builder(1)
                .addWork(WorkFingerprint.of(work).samples(), 0)
                .build();
        TokenizedText tokens = new TokenizedText();
        new FrenchTokenizer().tokenize(document, tokens);
        return new ReservationMatcher(index).match(List.of(), tokens);
    }

    @Test
    void aQuotedPageOfARegisteredBookIsFound() {
        for (int round = 0; round < 20; round++) {
            String page = text(1000 + round, 300);
            String book = text(2000 + round, 20_000) + page + text(3000 + round, 20_000);
            assertThat(match(book, text(4000 + round, 200) + page + text(5000 + round, 200)))
                    .as("round " + round)
                    .extracting(Reserved::by)
                    .containsExactly(KeyType.SAMPLE);
            assertThat(match(book, text(6000 + round, 1000))).isEmpty();
        }
    }
}
