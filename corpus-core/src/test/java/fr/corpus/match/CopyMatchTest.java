package fr.corpus.match;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.Identifier;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.fingerprint.CopyTraces;
import fr.corpus.fingerprint.NearCode;
import fr.corpus.fingerprint.Samples;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.iscc.TextCode;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A copy whose text is gone is found by its traces wherever a build found it by its text. */
class CopyMatchTest {

    private static final String RECORD = "n1";
    private static final Metadata METADATA = new Metadata.Builder()
            .uri("https://exemple.fr/poemes/3")
            .author("Anne Exemple")
            .identifiers(List.of(new Identifier(Identifier.Scheme.ISBN, "9782070360024")))
            .build();

    private static String text(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            for (int letter = 0; letter < 4 + random.nextInt(6); letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(i % 9 == 8 ? ".\n" : " ");
        }
        return text.toString();
    }

    /** The text with one letter in so many wrong. */
    private static String misread(Random random, String text, int oneIn) {
        StringBuilder bad = new StringBuilder(text);
        for (int i = 0; i < bad.length(); i++) {
            if (Character.isLetter(bad.charAt(i)) && random.nextInt(oneIn) == 0) {
                bad.setCharAt(i, (char) ('a' + random.nextInt(26)));
            }
        }
        return bad.toString();
    }

    private static Provenance provenance(String text) {
        return new Provenance("s", RECORD, new SourceLocation("f.jsonl", 0, 0), "jsonl@1", Sha256.of("raw " + text));
    }

    private static CopyTraces traces(String text, boolean withCode) {
        TokenizedText tokens = new TokenizedText();
        new FrenchTokenizer().tokenize(text, tokens);
        Samples samples = new Samples();
        int n = samples.of(tokens);
        return new CopyTraces(
                METADATA.uri(),
                METADATA.author(),
                Optional.of(provenance(text).rawDigest()),
                Optional.of(CanonicalText.digest(text)),
                Optional.of(Arrays.stream(Arrays.copyOf(samples.hashes(), n))
                        .boxed()
                        .toList()),
                withCode ? Optional.of(NearCode.of(TextCode.of(text), text.length())) : Optional.empty(),
                METADATA.identifiers());
    }

    /** One text or another reserved in one of all ways. */
    private static void reserve(ReservationIndex.Builder index, int number, String text) {
        WorkFingerprint print = WorkFingerprint.of(text);
        switch (number % 6) {
            case 0 -> index.addKey(new Key(KeyType.TEXT, print.text().hex()), number);
            case 1 ->
                index.addKey(new Key(KeyType.BYTES, Sha256.of("raw " + text).hex()), number);
            case 2 -> index.addKey(new Key(KeyType.ISBN, "9782070360024"), number);
            case 3 -> index.addTextCode(print.iscc(), number);
            default -> index.addWork(print.samples(), print.iscc(), number);
        }
    }

    @Test
    void byTracesThereIsFoundWhatIsFoundByTheText() {
        Set<KeyType> seen = EnumSet.noneOf(KeyType.class);
        int near = 0;
        for (long seed = 1; seed <= 120; seed++) {
            Random random = new Random(seed);
            // From verses that are too short to be compared to pages that are too long to be short.
            String text = text(random, 10 + random.nextInt(600));
            ReservationIndex.Builder builder = new ReservationIndex.Builder(4);
            for (int number = 0; number < 12; number++) {
                reserve(builder, number, misread(random, text, 30 + random.nextInt(200)));
            }
            ReservationIndex index = builder.build();
            Digest canonical = CanonicalText.digest(text);
            List<Reserved> byText = new DocumentMatcher(index).find(text, provenance(text), canonical, METADATA);
            List<Reserved> byTraces = new DocumentMatcher(index).find(RECORD, traces(text, true));
            assertThat(byTraces).as("seed %d", seed).isEqualTo(byText);
            byText.forEach(match -> seen.add(match.by()));
            near += (int)
                    byText.stream().filter(match -> match.by() == KeyType.ISCC).count();
        }
        assertThat(seen).contains(KeyType.ISBN, KeyType.ISCC, KeyType.SAMPLE);
        assertThat(near).isGreaterThan(100);
    }

    @Test
    void aMatcherIsNotMisledByTheCopyBefore() {
        Random random = new Random(7);
        String one = text(random, 80);
        String other = text(random, 80);
        ReservationIndex index = new ReservationIndex.Builder(1)
                .addTextCode(TextCode.of(one).unit(256).body(), 0)
                .build();
        DocumentMatcher matcher = new DocumentMatcher(index);
        List<Integer> found = new ArrayList<>();
        for (String text : List.of(one, other, one)) {
            found.add(matcher.find(RECORD, traces(text, true)).size());
        }
        assertThat(found).containsExactly(1, 0, 1);
        assertThat(matcher.find(RECORD, traces(one, false))).isEmpty();
    }

    @Test
    void aNearCopyWithoutACodeIsSaidToBeUnknownWhereCodesAreReserved() {
        String text = text(new Random(8), 60);
        CopyTraces without = traces(text, false);
        ReservationIndex codes = new ReservationIndex.Builder(1)
                .addTextCode(TextCode.of(text).unit(256).body(), 0)
                .build();
        ReservationIndex.Builder shortWork = new ReservationIndex.Builder(1);
        reserve(shortWork, 4, text);
        ReservationIndex keys = new ReservationIndex.Builder(1)
                .addKey(new Key(KeyType.HOST, "exemple.fr"), 0)
                .build();
        assertThat(new DocumentMatcher(codes).lacksCode(without)).isTrue();
        assertThat(new DocumentMatcher(shortWork.build()).lacksCode(without)).isTrue();
        assertThat(new DocumentMatcher(keys).lacksCode(without)).isFalse();
        assertThat(new DocumentMatcher(codes).lacksCode(traces(text, true))).isFalse();
        // An exact copy has the code of its survivor.
        assertThat(new DocumentMatcher(codes).lacksCode(CopyTraces.NONE)).isFalse();
    }
}
