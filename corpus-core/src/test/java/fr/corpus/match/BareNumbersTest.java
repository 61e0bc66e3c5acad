package fr.corpus.match;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Identifier;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.fingerprint.CopyTraces;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number is an identifier where the record says so, and not by the chance of a check digit. */
class BareNumbersTest {

    private static final Set<KeyType> NUMBERS = EnumSet.of(KeyType.ISBN, KeyType.ISSN, KeyType.ISNI);

    private static List<String> numbers(String sourceId, Metadata metadata, BareNumbers rule) {
        Provenance place = new Provenance("s", sourceId, new SourceLocation("f.jsonl", 0, 0), "jsonl@1", Sha256.of(""));
        return DocumentKeys.of(place, Sha256.of("texte"), metadata, rule).stream()
                .filter(key -> NUMBERS.contains(key.type()))
                .map(Key::toString)
                .toList();
    }

    private static Metadata at(String uri) {
        return new Metadata.Builder().uri(uri).build();
    }

    @ParameterizedTest
    @CsvSource({
        "12345679,issn:1234-5679",
        "1781-1783,issn:1781-1783",
        "2070360024,isbn:9782070360024",
        "9780000003,isbn:9789780000004",
        "979-000000-6,isbn:9789790000001",
        "0000000121032683,isni:0000000121032683"
    })
    void aBareNumberWithARightCheckDigitIsAnIdOrAnAddressAndNothingMore(String number, String passes) {
        assertThat(numbers(number, Metadata.EMPTY, BareNumbers.REFUSED)).isEmpty();
        assertThat(numbers("n1", at(number), BareNumbers.REFUSED)).isEmpty();
        // Releases and builds from before are audited as they were made.
        assertThat(numbers(number, Metadata.EMPTY, BareNumbers.PASS)).containsExactly(passes);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:isbn:2070360024,isbn:9782070360024",
        "ISBN 2-07-036002-4,isbn:9782070360024",
        "978-2-07-036002-4,isbn:9782070360024",
        "9782070360024,isbn:9782070360024",
        "urn:ISSN:0395-2037,issn:0395-2037",
        "e-issn,",
        "https://isni.org/isni/0000000121032683,isni:0000000121032683",
        "isni:0000 0001 2103 2683,isni:0000000121032683"
    })
    void whatSaysWhatItIsStaysAnIdentifier(String written, String key) {
        List<String> expected = key == null ? List.of() : List.of(key);
        assertThat(numbers(written, Metadata.EMPTY, BareNumbers.REFUSED)).isEqualTo(expected);
        assertThat(numbers("n1", at(written), BareNumbers.REFUSED)).isEqualTo(expected);
    }

    @Test
    void aDeclaredNumberIsTakenWithoutItsName() {
        Metadata declared = new Metadata.Builder()
                .identifiers(List.of(new Identifier(Identifier.Scheme.ISSN, "0395-2037")))
                .build();
        assertThat(numbers("12345679", declared, BareNumbers.REFUSED)).containsExactly("issn:0395-2037");
    }

    @Test
    void ofRunningNumbersNoneIsReserved() {
        Random random = new Random(20261124);
        int passed = 0;
        for (int i = 0; i < 2_000; i++) {
            String id = String.valueOf(10_000_000 + random.nextInt(90_000_000));
            assertThat(numbers(id, Metadata.EMPTY, BareNumbers.REFUSED)).isEmpty();
            passed += numbers(id, Metadata.EMPTY, BareNumbers.PASS).size();
        }
        assertThat(passed).as("by chance, one in eleven").isBetween(120, 250);
    }

    @Test
    void anIndexSaysByWhichRuleDocumentsAndCopiesAreLookedUp() {
        CopyTraces copy = CopyTraces.NONE;
        Key issn = new Key(KeyType.ISSN, "1234-5679");
        ReservationIndex now = new ReservationIndex.Builder(1).addKey(issn, 0).build();
        ReservationIndex before = new ReservationIndex.Builder(1)
                .bareNumbers(BareNumbers.PASS)
                .addKey(issn, 0)
                .build();
        assertThat(new DocumentMatcher(now).find("12345679", copy)).isEmpty();
        assertThat(new DocumentMatcher(before).find("12345679", copy)).hasSize(1);
        Provenance place =
                new Provenance("s", "12345679", new SourceLocation("f.jsonl", 0, 0), "jsonl@1", Sha256.of(""));
        assertThat(new DocumentMatcher(now).find("texte", place, Sha256.of("t"), Metadata.EMPTY))
                .isEmpty();
        assertThat(new DocumentMatcher(before).find("texte", place, Sha256.of("t"), Metadata.EMPTY))
                .hasSize(1);
    }
}
