package fr.corpus.optout;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.identifier.WebAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {

    @Test
    void anAddressWithoutWildcardIsAnExactKey() {
        assertThat(Selector.ofUrl("HTTPS://Exemple.FR:443/a/../poemes/l%27%C3%A9t%C3%A9#haut"))
                .contains(new Selector.Exact(new Key(KeyType.URL, "exemple.fr/poemes/l%27%C3%A9t%C3%A9")));
    }

    @Test
    void aWildcardAfterTheLastSlashIsAPrefixThatCanBeProvenAbsent() {
        assertThat(Selector.ofUrl("https://exemple.fr/poemes/*"))
                .contains(new Selector.Exact(new Key(KeyType.PREFIX, "exemple.fr/poemes/")));
        assertThat(Selector.ofUrl("https://exemple.fr/*"))
                .contains(new Selector.Exact(new Key(KeyType.PREFIX, "exemple.fr/")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.fr",
                "https://*.fr/",
                "https://*/*",
                "https://*.exemple.fr/*",
                "https://fr/*",
                "https://localhost/a",
                "ftp://exemple.fr/*",
                "exemple.fr/*",
                "https://",
                "",
                "*",
                "https://exemple.fr/*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a"
            })
    void whatWouldReserveAWholeTopLevelDomainOrIsNoAddressIsNoSelector(String address) {
        assertThat(Selector.ofUrl(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://exemple.fr/*/vers.html, http://exemple.fr/1/vers.html, true",
        "https://exemple.fr/*/vers.html, http://exemple.fr/1/2/vers.html, true",
        "https://exemple.fr/*/vers.html, http://exemple.fr/vers.html, false",
        "https://exemple.fr/*/vers.html, http://autre.fr/1/vers.html, false",
        "https://exemple.fr/*/vers.html, http://exemple.fr/1/vers.html?x=1, false",
        "https://exemple.fr/a*a, http://exemple.fr/a, false",
        "https://exemple.fr/a*a, http://exemple.fr/aa, true",
        "https://exemple.fr/*b*b, http://exemple.fr/ab, false",
        "https://exemple.fr/*b*b, http://exemple.fr/abb, true",
        "https://exemple.fr/lire?id=*, http://exemple.fr/lire?id=12, true",
        "https://exemple.fr/été*, http://exemple.fr/%C3%A9t%C3%A9/1, true"
    })
    void aPatternMatchesItsFixedPartsInOrder(String pattern, String address, boolean expected) {
        Selector.Pattern selector = (Selector.Pattern) Selector.ofUrl(pattern).orElseThrow();
        assertThat(selector.pattern().matches(WebAddress.find(address).orElseThrow()))
                .isEqualTo(expected);
    }

    @Test
    void aHostIsANameWithADot() {
        assertThat(Selector.ofHost("Éditions.Exemple.FR."))
                .contains(new Selector.Exact(new Key(KeyType.HOST, "xn--ditions-9xa.exemple.fr")));
        assertThat(Selector.ofHost("fr")).isEmpty();
        assertThat(Selector.ofHost("*.fr")).isEmpty();
    }
}
