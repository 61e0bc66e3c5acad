package fr.corpus.text.heritage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DividedWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "la mai- / son bleue | la maison / bleue",
                "l’insur¬ / rection, dit-il | l’insurrection, / dit-il",
                "la MAI- / SON | la MAISON",
                "ils por- / toient des habits | ils portoient / des habits",
                "ils eſ- / toient là | ils eſtoient / là",
                "il est peut- / être là | il est peut-être / là",
                "celui- / ci part | celui-ci / part",
                "viens, dit- / elle ; et | viens, dit-elle ; / et",
                "que dira- / t- / il ? | que dira-t-il ?",
                "que dira-t- / on ici | que dira-t-on / ici",
                "Jean- / Jacques vint | Jean-Jacques / vint",
                "à Saint- / Denis. | à Saint-Denis.",
                "un abatjour- / lampe | un abatjourlampe",
                "monsieur Chau- / melot part | monsieur Chaumelot / part",
                "anti- / constitutionnel- / lement dit | anticonstitutionnellement / dit",
                "une fenêtre- / bateau là | une fenêtre-bateau / là",
                "la divi- / / nité parla | la divinité / parla",
                "la divi- / / Nité parla | la divi- / / Nité parla",
                "la divi- / / / nité parla | la divi- / / / nité parla",
                "— Non - / dit-elle | — Non - / dit-elle",
                "pages 12- / 14 | pages 12- / 14",
                "1914- / mars | 1914- / mars",
                "un tiret - / puis | un tiret - / puis",
                "fin de ligne- | fin de ligne-",
            })
    void joinsWhatIsOneWordAndKeepsTheHyphenOfCompounds(String divided, String whole) {
        assertThat(DividedWords.join(divided.replace(" / ", "\n").replace("/ ", "\n"))
                        .text())
                .isEqualTo(whole.replace(" / ", "\n").replace("/ ", "\n"));
    }

    @Test
    void countsWhatItDoes() {
        DividedWords.Whole whole = DividedWords.join("la mai-\nson est peut-\nêtre\nvide");
        assertThat(whole.joined()).isEqualTo(1);
        assertThat(whole.kept()).isEqualTo(1);
    }

    @Test
    void givesTheSameTextWhereThereIsNothingToDo() {
        String text = "Une ligne,\nune autre - et\nc’est tout.";
        assertThat(DividedWords.join(text).text()).isSameAs(text);
    }

    @Test
    void staysFastWhereEveryLineEndsInAHyphenOfItsOwn() {
        String text = "x -\n".repeat(1_000_000) + "mai-\nson";
        DividedWords.Whole whole = DividedWords.join(text);
        assertThat(whole.joined()).isEqualTo(1);
        assertThat(whole.text()).hasSize(text.length() - 2).endsWith("x -\nmaison");
    }

    @Test
    void isIdempotentAndLosesNoLetter() {
        long seed = 20261124;
        String signs = "aeéſtrmNJ-¬  \n\n’;.";
        SplittableRandom random = new SplittableRandom(seed);
        for (int n = 0; n < 3000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            String once = DividedWords.join(text.toString()).text();
            assertThat(letters(once)).as("seed %d, text %d", seed, n).isEqualTo(letters(text.toString()));
            assertThat(DividedWords.join(once).text())
                    .as("seed %d, text %d: %s", seed, n, text)
                    .isEqualTo(once);
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[-¬\\s]", "");
    }
}
