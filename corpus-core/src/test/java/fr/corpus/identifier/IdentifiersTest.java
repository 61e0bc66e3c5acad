package fr.corpus.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9782070360024",
                "978-2-07-036002-4",
                "ISBN 978-2-07-036002-4",
                "urn:isbn:9782070360024",
                "2070360024",
                "ISBN-10: 2-07-036002-4",
                "978 2 07 036002 4",
                "978‑2‑07‑036002‑4"
            })
    void anIsbnIsTheSameHoweverItIsWritten(String written) {
        assertThat(Isbn.find(written).map(Isbn::digits)).contains("9782070360024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9782070360025", "978207036002", "2070360025", "", "ISBN", "9772070360024", "abc"})
    void aWrongIsbnIsNone(String written) {
        assertThat(Isbn.find(written)).isEmpty();
    }

    @Test
    void anIsbnOfTenMayEndInX() {
        assertThat(Isbn.find("0-8044-2957-X").map(Isbn::digits)).contains("9780804429573");
    }

    @ParameterizedTest
    @CsvSource({"0395-2037,0395-2037", "ISSN 2434-561X,2434-561X", "2434561x,2434-561X"})
    void anIssnHasItsHyphen(String written, String value) {
        assertThat(Issn.find(written).map(Issn::value)).contains(value);
    }

    @Test
    void aWrongIssnIsNone() {
        assertThat(Issn.find("0395-2038")).isEmpty();
        assertThatThrownBy(() -> new Issn("03952037")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1000/ABC.def,10.1000/abc.def",
        "https://doi.org/10.1000/Abc%2Fd,10.1000/abc/d",
        "doi:10.1000/182,10.1000/182",
        "http://dx.doi.org/10.1000/182,10.1000/182"
    })
    void aDoiIgnoresCase(String written, String value) {
        assertThat(Doi.find(written).map(Doi::value)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "ark:/12148/bpt6k1110784,ark:/12148/bpt6k1110784",
        "https://gallica.bnf.fr/ark:/12148/bpt6k1110784/f12.image,ark:/12148/bpt6k1110784",
        "ark:12148/bpt6k-1110-784,ark:/12148/bpt6k1110784"
    })
    void anArkIsFoundInsideAnAddress(String written, String value) {
        assertThat(Ark.find(written).map(Ark::value)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0000 0001 2120 0982", "https://isni.org/isni/0000000121200982", "ISNI 0000-0001-2120-0982"})
    void anIsniIsTheSameHoweverItIsWritten(String written) {
        assertThat(Isni.find(written).map(Isni::value)).contains("0000000121200982");
    }

    @Test
    void aWrongIsniIsNone() {
        assertThat(Isni.find("0000 0001 2120 0983")).isEmpty();
    }

    @Test
    void aNameIsTheSameInAnyOrderAndDress() {
        Optional<AuthorName> name = AuthorName.find("Marguerite de L’Œuvre-Éluard (1903-1987)");
        assertThat(name).isEqualTo(AuthorName.find("OEUVRE-ELUARD, Marguerite de l'"));
        assertThat(AuthorName.find("1903–1987")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://Exemple.FR/Poèmes/1,exemple.fr/Po%C3%A8mes/1",
        "http://exemple.fr:80,exemple.fr/",
        "https://exemple.fr:443/a/./b/../c#fin,exemple.fr/a/c",
        "https://exemple.fr:8443/a,exemple.fr:8443/a",
        "https://moi@exemple.fr./%7Emoi?q=%c3%a9,exemple.fr/~moi?q=%C3%A9",
        "https://éxemple.fr/,xn--xemple-9ua.fr/",
        "https://exemple.fr/../../a,exemple.fr/a",
        "https://exemple.fr/100%,exemple.fr/100%25",
        "https://exemple.fr/a b,exemple.fr/a%20b"
    })
    void anAddressHasOneForm(String written, String value) {
        assertThat(WebAddress.find(written).map(WebAddress::value)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://exemple.fr/", "/chemin", "https://", "mailto:a@exemple.fr", "https://ex emple.fr/", ""})
    void whatIsNoWebAddressIsNone(String written) {
        assertThat(WebAddress.find(written)).isEmpty();
    }

    @Test
    void normalizingTwiceChangesNothing() {
        String once =
                WebAddress.find("https://exemple.fr/é?x=1%2f2").orElseThrow().value();
        assertThat(WebAddress.find("https://" + once).orElseThrow().value()).isEqualTo(once);
    }

    @Test
    void prefixesEndAtSlashesOfThePathOnly() {
        WebAddress address = WebAddress.find("https://exemple.fr/a/b/c?d/e").orElseThrow();
        assertThat(address.prefixes()).isEqualTo(List.of("exemple.fr/", "exemple.fr/a/", "exemple.fr/a/b/"));
    }

    @Test
    void aKeyHashesItsTypeAndValue() {
        Key key = Isbn.find("2070360024").orElseThrow().key();
        assertThat(key).hasToString("isbn:9782070360024");
        // printf 'isbn\0009782070360024' | sha256sum
        assertThat(key.digest().hex()).isEqualTo("68ba3ff237cf1ac38c1fdb42e414480c07ea6337025f66ba17f7bad0d0528903");
    }
}
