package fr.corpus.eval.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.corpus.error.RecipeException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemFaultTest {

    private static RecipeException refused(Task task, String line) {
        byte[] bytes = line.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return catchThrowableOfType(RecipeException.class, () -> ItemFile.parse(bytes, task, "items.jsonl"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SHORT_ANSWER    | {'id':'','variety':'fr','question':'Q','answers':[]}             | id and its variety | identifiant et sa variété
            SHORT_ANSWER    | {'id':'a','variety':'fr','question':3,'answers':[]}              | “question” must be a text | «\u00A0question\u00A0» doit être un texte
            SHORT_ANSWER    | {'id':'a','variety':'fr','question':'Q','answers':'b'}           | “answers” must be a list | «\u00A0answers\u00A0» doit être une liste
            SHORT_ANSWER    | {'id':'a','variety':'fr','question':'Q','answers':[],'x':1}      | unknown field x | champ inconnu x
            SHORT_ANSWER    | ['a']                                                            | “item” must be an object | «\u00A0item\u00A0» doit être un objet
            MULTIPLE_CHOICE | {'id':'a','variety':'fr','question':'Q','choices':['A'],'answers':[0]}      | it has 1 choices | il a 1 choix
            MULTIPLE_CHOICE | {'id':'a','variety':'fr','question':'Q','choices':['A','B'],'answers':[2]}  | from 0 to 1, ascending, each once; found [2] | de 0 à 1, en ordre croissant
            MULTIPLE_CHOICE | {'id':'a','variety':'fr','question':'Q','choices':['A','B'],'answers':[-1]} | whole numbers | nombres entiers
            MINIMAL_PAIRS   | {'id':'a','variety':'fr','good':'Il va.','bad':'Il va.'}         | two sentences are the same | deux phrases sont identiques
            GENERATION      | {'id':'a','variety':'fr','input':'I','references':[]}            | one reference text | un texte de référence
            INSTRUCTIONS    | {'id':'a','variety':'fr','prompt':'P','instructions':[]}         | one instruction | une consigne
            """)
    void saysInTheLanguageOfTheReaderWhatIsWrongWithAnItem(Task task, String line, String english, String french) {
        RecipeException fault = refused(task, line);
        assertThat(fault.message().in(Locale.ENGLISH))
                .startsWith("items.jsonl:1: ")
                .contains(english);
        assertThat(fault.message().in(Locale.FRENCH))
                .startsWith("items.jsonl:1\u00A0: ce n’est pas un élément de ce jeu\u00A0: ")
                .contains(french)
                .doesNotContainPattern("\\b(must|need|needed|the|unknown)\\b");
    }
}
