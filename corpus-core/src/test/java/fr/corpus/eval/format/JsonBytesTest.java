package fr.corpus.eval.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.corpus.error.RecipeException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBytesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            {'a':1,}             | f:3, byte 8: not a JSON value from here on       | f:3, octet 8\u00A0: ce n’est plus une valeur JSON
            {'a':1~'b'}          | f:3, line 2, byte 1: not a JSON value            | f:3, ligne 2, octet 1\u00A0: ce n’est plus
            bonjour              | f:3, byte 1: not a JSON value                    | f:3, octet 1
            {'a':1,'a':2}        | f:3: the key “a” comes twice                     | f:3\u00A0: la clé «\u00A0a\u00A0» revient
            {'a':1}{'a':2}       | f:3: more than one JSON value                    | f:3\u00A0: plusieurs valeurs JSON
            {'a':'b              | f:3: the line ends in the middle                 | f:3\u00A0: la ligne s’arrête au milieu
            {'a':NaN}            | f:3: NaN is no number in JSON                     | f:3\u00A0: NaN n’est pas un nombre JSON
            {'a':1e999}          | f:3: a number is larger than any double          | f:3\u00A0: un nombre dépasse
            """)
    void saysWhatIsNoJsonWithoutTheWordsOfAParser(String text, String english, String french) {
        byte[] bytes = text.replace('\'', '"').replace('~', '\n').getBytes(StandardCharsets.UTF_8);
        RecipeException fault = catchThrowableOfType(RecipeException.class, () -> JsonBytes.parse(bytes, "f:3"));
        assertThat(fault.message().in(Locale.ENGLISH)).startsWith(english);
        assertThat(fault.message().in(Locale.FRENCH))
                .startsWith(french)
                .doesNotContainPattern("(?i)\\b(expected|token|unexpected|character)\\b");
    }
}
