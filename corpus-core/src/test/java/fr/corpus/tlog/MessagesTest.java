package fr.corpus.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "fr.corpus.tlog.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Test
    void saysEverySentenceInBothLanguages() {
        ResourceBundle english = bundle(Locale.ENGLISH);
        ResourceBundle french = bundle(Locale.FRENCH);
        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(french.keySet())
                .allSatisfy(key -> assertThat(french.getString(key))
                        .doesNotContain("'")
                        .doesNotContainPattern("[^\u00A0\u202F][;:!?»]($|[ \u00A0])"));
    }
}
