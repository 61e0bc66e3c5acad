package fr.corpus.text.heritage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModernReadingTest {

    private final ModernReading modern = new ModernReading();

    private String read(String text) {
        return ModernReading.apply(text, modern.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I’ay veu vne ieune fille qui auoit peur | J’ai vu une jeune fille qui avait peur",
                "Ils eſtoient charmans & ſages | Ils étaient charmants et sages",
                "du cõmencement, plꝰ tard | du commencement, plus tard",
                "le cœur, le coeur, la moelle | le cœur, le cœur, la moelle",
                "EST-CE VNE LOY ? | EST-CE UNE LOI ?",
                "les piéges, les tems, les loix | les pièges, les temps, les lois",
                "vous jettez, il paroît | vous jetez, il paraît",
                "un texte d’aujourd’hui, à l’Hôtel | un texte d’aujourd’hui, à l’Hôtel",
                "Kandahar et Xerxés | Kandahar et Xerxés",
                "&c. R&D &cela | etc. R&D &cela",
            })
    void writesOldSpellingAsTodayAndLeavesWhatItDoesNotKnow(String old, String today) {
        assertThat(read(old)).isEqualTo(today);
    }

    @Test
    void givesRangesOfTheTextThatFollowEachOther() {
        long seed = 20261124;
        String signs = "aeiouvſtnryz&’ \n-õẽ\u0303AIVE😀";
        SplittableRandom random = new SplittableRandom(seed);
        for (int n = 0; n < 1500; n++) {
            StringBuilder builder = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                builder.append(signs.charAt(random.nextInt(signs.length())));
            }
            String text = builder.toString();
            int end = 0;
            for (ModernReading.Change change : modern.of(text)) {
                assertThat(change.start()).as("seed %d, text %d", seed, n).isGreaterThanOrEqualTo(end);
                assertThat(change.end()).isGreaterThan(change.start());
                assertThat(change.form()).isNotEmpty().isNotEqualTo(text.substring(change.start(), change.end()));
                end = change.end();
            }
            assertThat(end).isLessThanOrEqualTo(text.length());
        }
    }

    @Test
    void agreesWithEditorsWhoModernizedNovelsOfThe18thCentury() throws IOException {
        Path pairs = SharedFolder.need("data/neardup/roman18");
        long right = 0;
        long wrong = 0;
        long missed = 0;
        for (String name : List.of("Arnaud_Batilde", "Marmontel_Dejeunes", "Voltaire_Micromegas")) {
            // the signs of abbreviation would shift the words
            String text = Files.readString(pairs.resolve(name + ".orig.txt")).replace("&", "et");
            List<String> old = words(text);
            List<String> today = words(read(text));
            List<String> gold = words(Files.readString(pairs.resolve(name + ".norm.txt")));
            assertThat(today).hasSameSizeAs(old);
            int j = 0;
            for (int i = 0; i < old.size(); i++) {
                j = aligned(old, gold, i, j);
                if (j >= gold.size()) {
                    break;
                }
                boolean changed = !old.get(i).equals(today.get(i));
                boolean same = today.get(i).equals(gold.get(j));
                right += changed && same ? 1 : 0;
                wrong += changed && !same ? 1 : 0;
                missed += !changed && !same ? 1 : 0;
                j++;
            }
        }
        assertThat(right).isGreaterThan(1500);
        assertThat((double) right / (right + wrong)).as("precision").isGreaterThan(0.90);
        assertThat((double) right / (right + missed)).as("recall").isGreaterThan(0.85);
    }

    /** Where the word stands in the edition: where it should, or up to three words on if those that follow agree better there. */
    private static int aligned(List<String> old, List<String> gold, int i, int j) {
        int best = j;
        int most = -1;
        for (int shift = -3; shift <= 3; shift++) {
            int agree = shift == 0 ? 1 : 0;
            for (int k = 0; k < 8; k++) {
                int at = j + shift + k;
                agree += at >= 0
                                && at < gold.size()
                                && i + k < old.size()
                                && gold.get(at).equals(old.get(i + k))
                        ? 2
                        : 0;
            }
            if (agree > most) {
                most = agree;
                best = Math.max(0, j + shift);
            }
        }
        return best;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
