package fr.corpus.match;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.fingerprint.Samples;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.AuthorName;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.identifier.WebAddress;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReservationMatcherTest {

    private static final long SEED = 20261124;

    private final TokenizedText tokens = new TokenizedText();

    private TokenizedText tokens(String text) {
        new FrenchTokenizer().tokenize(text, tokens);
        return tokens;
    }

    private long[] samples(String text) {
        Samples samples = new Samples();
        samples.of(tokens(text));
        return Arrays.copyOf(samples.hashes(), samples.size());
    }

    private static String words(int count, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int letter = 0; letter < 5 + random.nextInt(5); letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(' ');
        }
        return text.toString();
    }

    /** Letters replaced at random, as a bad scan does. */
    private static String noisy(String text, double share, long seed) {
        Random random = new Random(seed);
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            if (out.charAt(i) != ' ' && random.nextDouble() < share) {
                out.setCharAt(i, (char) ('a' + random.nextInt(26)));
            }
        }
        return out.toString();
    }

    private static List<Key> keys(String text, Metadata metadata) {
        Provenance provenance =
                new Provenance("s", "n1", new SourceLocation("f.jsonl", 0, 0), "jsonl@1", Sha256.of("raw " + text));
        return DocumentKeys.of(provenance, CanonicalText.digest(text), metadata);
    }

    private static ReservationIndex index(Key... reserved) {
        ReservationIndex.Builder builder = new ReservationIndex.Builder(1);
        for (int i = 0; i < reserved.length; i++) {
            builder.addKey(reserved[i], i);
        }
        return builder.build();
    }

    private List<Reserved> match(ReservationIndex index, String text, Metadata metadata) {
        return new ReservationMatcher(index).match(keys(text, metadata), tokens(text));
    }

    @Test
    void everyKindOfExactKeyIsFound() {
        Metadata metadata = new Metadata.Builder()
                .uri("https://www.exemple.fr/poemes/2026/aube.html")
                .author("Élise Œuvrard ; Jean Petit")
                .build();
        String text = "Un matin de neige.";
        Key[] reserved = {
            new Key(KeyType.TEXT, CanonicalText.digest(text).hex()),
            new Key(KeyType.BYTES, Sha256.of("raw " + text).hex()),
            WebAddress.find("http://www.exemple.fr/poemes/2026/aube.html")
                    .orElseThrow()
                    .key(),
            new Key(KeyType.PREFIX, "www.exemple.fr/poemes/"),
            new Key(KeyType.HOST, "www.exemple.fr"),
            new Key(KeyType.DOMAIN, "exemple.fr"),
            AuthorName.find("oeuvrard elise").orElseThrow().key(),
            AuthorName.find("PETIT, Jean").orElseThrow().key(),
        };
        List<Reserved> found = match(index(reserved), text, metadata);
        assertThat(found).extracting(Reserved::reservation).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(found).extracting(Reserved::by).startsWith(KeyType.TEXT, KeyType.BYTES, KeyType.URL);
    }

    @Test
    void aBookIsFoundByItsNumberWhereverItStands() {
        Key isbn = Isbn.find("2-07-036002-4").orElseThrow().key();
        Metadata metadata = new Metadata.Builder().uri("urn:isbn:9782070360024").build();
        assertThat(match(index(isbn), "texte", metadata)).hasSize(1);
    }

    @Test
    void neighboursAreLeftAlone() {
        Metadata metadata = new Metadata.Builder()
                .uri("https://autre-exemple.fr/poemes-et-chansons/")
                .build();
        ReservationIndex index = index(
                new Key(KeyType.DOMAIN, "exemple.fr"),
                new Key(KeyType.PREFIX, "autre-exemple.fr/poemes/"),
                new Key(KeyType.HOST, "www.autre-exemple.fr"));
        assertThat(match(index, "texte", metadata)).isEmpty();
    }

    @Test
    void aReservedWorkIsFoundInAScanAndInAnAnthology() {
        String work = words(8_000, SEED);
        ReservationIndex index =
                new ReservationIndex.Builder(0).addWork(samples(work), 7).build();
        String scan = noisy(work, 0.05, SEED + 1);
        List<Reserved> found = match(index, scan, Metadata.EMPTY);
        assertThat(found).extracting(Reserved::reservation).containsExactly(7);
        assertThat(found.get(0).similarity()).isBetween(0.05, 0.6);
        String chapter = work.substring(20_000, 26_000);
        String anthology = words(3_000, SEED + 2) + chapter + words(3_000, SEED + 3);
        assertThat(match(index, anthology, Metadata.EMPTY)).hasSize(1);
    }

    @Test
    void aSentenceInCommonIsNoQuotation() {
        String work = words(8_000, SEED);
        ReservationIndex index =
                new ReservationIndex.Builder(0).addWork(samples(work), 0).build();
        String sentence = work.substring(20_000, 20_150);
        String other = words(500, SEED + 1) + sentence + words(500, SEED + 2);
        assertThat(match(index, other, Metadata.EMPTY)).isEmpty();
        // The same sentence again and again is still one place of the work.
        assertThat(match(index, (sentence + " ").repeat(40), Metadata.EMPTY)).isEmpty();
    }

    @Test
    void phrasesSpreadOverALongBookAreNoQuotation() {
        String work = words(60_000, SEED);
        ReservationIndex index =
                new ReservationIndex.Builder(0).addWork(samples(work), 0).build();
        StringBuilder other = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            other.append(words(60, SEED + 10 + i)).append(work, 12_000 * i, 12_000 * i + 60);
        }
        assertThat(match(index, other.toString(), Metadata.EMPTY)).isEmpty();
    }

    @Test
    void reservingAWorkManyTimesDoesNotFreeIt() {
        ReservationIndex.Builder builder = new ReservationIndex.Builder(0);
        long[] common = samples(words(2_000, SEED));
        for (int i = 0; i < 100; i++) {
            builder.addWork(common, i);
        }
        assertThat(match(builder.build(), words(2_000, SEED), Metadata.EMPTY)).hasSize(100);
    }

    @Test
    void manyKeysAreAllFoundAndNoOther() {
        ReservationIndex.Builder builder = new ReservationIndex.Builder(4);
        for (int i = 0; i < 100_000; i++) {
            builder.addKey(new Key(KeyType.HOST, "h" + i + ".exemple.fr"), i);
        }
        ReservationIndex index = builder.build();
        assertThat(index.keys()).isEqualTo(100_000);
        ReservationMatcher matcher = new ReservationMatcher(index);
        TokenizedText none = new TokenizedText();
        for (int i = 0; i < 100_000; i += 97) {
            assertThat(matcher.match(List.of(new Key(KeyType.HOST, "h" + i + ".exemple.fr")), none))
                    .containsExactly(new Reserved(i, i, KeyType.HOST, 1));
            assertThat(matcher.match(List.of(new Key(KeyType.HOST, "h" + i + ".exemple.org")), none))
                    .isEmpty();
        }
    }

    @Test
    void aKeyKnownByItsDigestOnlyIsFoundToo() {
        Key secret = AuthorName.find("Élise Œuvrard").orElseThrow().key();
        ReservationIndex index = new ReservationIndex.Builder(0)
                .addKey(KeyType.AUTHOR, secret.digest(), 3)
                .build();
        Metadata metadata = new Metadata.Builder().author("Elise OEUVRARD").build();
        assertThat(match(index, "texte", metadata)).containsExactly(new Reserved(3, 0, KeyType.AUTHOR, 1));
    }
}
