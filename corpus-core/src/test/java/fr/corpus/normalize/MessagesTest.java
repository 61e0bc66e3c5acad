package fr.corpus.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.error.UserMessage;
import fr.corpus.step.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void describesEveryParameterInBothLanguages() throws IOException {
        List<Parameter> all = new ArrayList<>(UnicodeNormalizer.PARAMETERS);
        all.addAll(TypographyNormalizer.PARAMETERS);
        all.addAll(PageNormalizer.PARAMETERS);
        for (Parameter parameter : all) {
            String key = "normalize.parameter." + parameter.name();
            assertThat(properties("messages.properties").getProperty(key))
                    .as(key)
                    .isNotBlank();
            assertThat(properties("messages_fr.properties").getProperty(key))
                    .as(key)
                    .isNotBlank();
        }
    }

    @Test
    void hasTheSameKeysInBothLanguagesAndNoAsciiApostrophe() throws IOException {
        Properties english = properties("messages.properties");
        Properties french = properties("messages_fr.properties");
        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(english.values().toString() + french.values()).doesNotContain("'");
    }

    @Test
    void saysWhatIsWrongInFrench() {
        assertThat(UserMessage.of("normalize.unknown-form", "form", "NFX", "NFC, NFKC")
                        .in(Locale.FRENCH))
                .isEqualTo("form\u00A0: «\u00A0NFX\u00A0» n’est pas une des valeurs admises\u00A0: NFC, NFKC");
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = UnicodeNormalizer.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
