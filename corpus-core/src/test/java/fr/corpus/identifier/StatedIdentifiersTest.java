package fr.corpus.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Identifier;
import fr.corpus.document.Identifier.Scheme;
import fr.corpus.proof.ReleaseKeys;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedIdentifiersTest {

    private static StatedIdentifiers of(Scheme scheme, String text) {
        StatedIdentifiers stated = new StatedIdentifiers();
        stated.add(scheme, text);
        return stated;
    }

    private static List<String> found(StatedIdentifiers stated) {
        return stated.found().stream().map(Identifier::toString).toList();
    }

    private static StatedIdentifiers any(String text) {
        StatedIdentifiers stated = new StatedIdentifiers();
        stated.addAny(text);
        return stated;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9782070360024",
                "2-07-036002-4",
                "ISBN 978-2-07-036002-4 (br.) : 30,50 EUR",
                "ISBN\u00a0: 978‑2‑07‑036002‑4",
                "ISBN-13 978 2 07 036002 4",
                "urn:isbn:2070360024",
                "\u200e978-2-07-036002-4\u200e",
                "2-07-036002-4 ; 978-2-07-036002-4",
                "2-07-036002-4/978-2-07-036002-4",
                "[PDF] 978 - 2 - 07 - 036002 - 4."
            })
    void anIsbnIsReadAsCataloguesWriteIt(String written) {
        assertThat(found(of(Scheme.ISBN, written))).containsExactly("isbn:9782070360024");
        assertThat(of(Scheme.ISBN, written).unreadable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9782070360024; 9782070413119",
                "9782070360024 9782070413119",
                "9782070360024, 2-07-041311-X",
                "2 07 036002 4 2 07 041311 X",
                "9782070360024|9782070413119",
                "978-2-07-036002-4 (imprimé)\n978-2-07-041311-9 (epub)"
            })
    void severalStandInOneText(String written) {
        assertThat(found(of(Scheme.ISBN, written))).containsExactly("isbn:9782070360024", "isbn:9782070413119");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9782070360025", "978207036002", "97820703600244", "broché", "978 2 07 036002 5", "sans ISBN"})
    void whatIsNoIsbnIsKeptApart(String written) {
        assertThat(of(Scheme.ISBN, written).found()).isEmpty();
        assertThat(of(Scheme.ISBN, written).unreadable()).containsExactly("isbn:" + written);
    }

    @Test
    void ofSeveralTheWrongOneIsKeptApart() {
        StatedIdentifiers stated = of(Scheme.ISBN, "9782070360024; 9782070360025; 978207036002");
        assertThat(found(stated)).containsExactly("isbn:9782070360024");
        assertThat(stated.unreadable()).containsExactly("isbn:9782070360025", "isbn:978207036002");
    }

    @Test
    void aBlankTextStatesNothing() {
        assertThat(of(Scheme.ISBN, " \u00a0").found()).isEmpty();
        assertThat(of(Scheme.DOI, "").unreadable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ISSN,0395-2037 (1999-2003),issn:0395-2037",
        "ISSN,e-ISSN 2434561x,issn:2434-561X",
        "ISNI,https://isni.org/isni/0000000121032683,isni:0000000121032683",
        "ISNI,ISNI 0000 0001 2103 2683,isni:0000000121032683",
        "DOI,DOI: 10.1000/ABC.def,doi:10.1000/abc.def",
        "DOI,https://doi.org/10.1000/Abc%2Fd,doi:10.1000/abc/d",
        "DOI,(10.1000/182),doi:10.1000/182",
        "DOI,'doi:10.1002/(sici)1096(199601)99:1<1::aid-1>3.0.co;2-1',doi:10.1002/(sici)1096(199601)99:1<1::aid-1>3.0.co;2-1",
        "ARK,https://gallica.bnf.fr/ark:/12148/bpt6k1110784/f4.item,ark:/12148/bpt6k1110784",
        "ARK,ark:12148/bpt6k1110784,ark:/12148/bpt6k1110784"
    })
    void otherSchemesHaveTheirForms(Scheme scheme, String written, String value) {
        assertThat(found(of(scheme, written))).containsExactly(value);
    }

    @Test
    void severalDoisStandInOneTextWithOrWithoutBlanks() {
        assertThat(found(of(Scheme.DOI, "10.1000/a;10.1000/b, doi: 10.1000/c https://doi.org/10.1000/d")))
                .containsExactly("doi:10.1000/a", "doi:10.1000/b", "doi:10.1000/c", "doi:10.1000/d");
    }

    @Test
    void aFieldForAllTakesWhatSaysWhatItIs() {
        assertThat(found(any(
                        "urn:isbn:9782070360024; https://doi.org/10.1000/a; ark:/12148/bpt6k1110784; FRBNF123456789;"
                                + " ISSN 0395-2037; http://isni.org/isni/0000000121032683; 2070413119")))
                .containsExactly(
                        "ark:/12148/bpt6k1110784",
                        "doi:10.1000/a",
                        "isbn:9782070360024",
                        "isni:0000000121032683",
                        "issn:0395-2037");
        assertThat(any("oai:bnf.fr:123; 12345678; 2070360024; 9782070360025").unreadable())
                .isEmpty();
    }

    @Test
    void theListsHaveAnEnd() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            many.append("10.1000/").append(i).append("; ");
        }
        assertThat(of(Scheme.DOI, many.toString()).found()).hasSize(StatedIdentifiers.MOST + 1);
        StatedIdentifiers wrong = of(Scheme.ISBN, "9782070360025;".repeat(3000));
        assertThat(wrong.unreadable()).hasSize(100);
        assertThat(of(Scheme.ISBN, "😀".repeat(1000)).unreadable().get(0)).hasSize(5 + 200);
    }

    @Test
    void whateverIsReadIsInItsCanonicalForm() {
        long seed = 20261124;
        Random random = new Random(seed);
        String[] pieces = {
            "978",
            "2",
            "07",
            "036002",
            "4",
            "-",
            " ",
            "\u00a0",
            "X",
            "10.",
            "1000",
            "/",
            "a",
            "É",
            "%20",
            "%E2%80%A8",
            "https://doi.org/",
            "doi:",
            "ark:/",
            "12148",
            "bpt6k",
            "isbn",
            "ISSN ",
            "0395-2037",
            "0000000121032683",
            ";",
            ",",
            "|",
            "(",
            ")",
            "\u2028",
            "\ud800",
            "😀",
            "isni:",
            "=",
            "."
        };
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            StatedIdentifiers stated = new StatedIdentifiers();
            stated.add(Scheme.values()[random.nextInt(5)], text.toString());
            stated.addAny(text.toString());
            for (Identifier identifier : stated.found()) {
                assertThat(ReleaseKeys.isCanonical(Key.of(identifier)))
                        .as("seed " + seed + ": " + identifier + " of " + text)
                        .isTrue();
                assertThat(Identifier.parse(identifier.toString())).isEqualTo(identifier);
                read++;
            }
        }
        assertThat(read).isGreaterThan(500);
    }
}
