package fr.corpus.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.AuthorName;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.KeyType;
import fr.corpus.internal.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LogEntryTest {

    private static final long SEED = 20261124;

    private static final String RECORD =
            "{\"basis\":\"art4\",\"categories\":[\"train-genai\",\"train-other\"],\"channel\":\"registry\",\"declaredA"
                    + "t\":\"2026-11-24T08:00:00Z\",\"holder\":{\"kind\":\"publisher\",\"name\":\"Éditions de l’Exemple\"},\"se"
                    + "lectors\":[{\"isbn\":\"9782070360024\"},{\"author\":\"anne exemple\"},{\"pattern\":{\"host\":\"exemple.f"
                    + "r\",\"path\":\"/*/vers.html\"}}],\"tier\":1,\"v\":1}";
    private static final String ENTRY =
            "{\"categories\":[\"train-genai\",\"train-other\"],\"commitment\":\"8b12ef2787fdbec615b91f7ce3c5a6a4"
                    + "94641e32b0b9b4787ee05e76a229804f\",\"id\":\"000102030405060708090a0b0c0d0e0f\",\"keys\":{\"isbn\":["
                    + "\"68ba3ff237cf1ac38c1fdb42e414480c07ea6337025f66ba17f7bad0d0528903\"]},\"masked\":{\"author\":[\""
                    + "dd963c62bba285392c79432f07dd504f047d808abf0947a48ed528ac95d01f4a\"],\"pattern\":[\"a2566d8e075"
                    + "076a7d550b6a37c5b470ad82cd9522b24f2b2694c88d8736e2e9b\"]},\"mmdSeconds\":86400,\"status\":\"rece"
                    + "ived\",\"tier\":1,\"time\":1795507200123,\"type\":\"reservation\",\"v\":1,\"version\":1}";

    private static byte[] salt() {
        byte[] salt = new byte[Opening.SALT_BYTES];
        for (int i = 0; i < salt.length; i++) {
            salt[i] = (byte) i;
        }
        return salt;
    }

    /** The vector of docs/formats/opt-out-log-entry.md. */
    private static Declaration declaration() {
        return new Declaration(
                new Holder("Éditions de l’Exemple", HolderKind.PUBLISHER),
                Optional.empty(),
                IdentityTier.EMAIL,
                UseCategory.find("train-ai").orElseThrow(),
                List.of(
                        new Selector.Exact(
                                Isbn.find("2-07-036002-4").orElseThrow().key()),
                        new Selector.Exact(
                                AuthorName.find("Anne Exemple").orElseThrow().key()),
                        Selector.ofUrl("https://exemple.fr/*/vers.html").orElseThrow()),
                Declaration.Origin.registry(Instant.parse("2026-11-24T08:00:00Z")));
    }

    private static LogEntry entry(Declaration declared) {
        Opening opening = Opening.of(salt(), PrivateRecord.write(declared));
        return new LogEntry(
                EntryType.RESERVATION,
                new ReservationId("000102030405060708090a0b0c0d0e0f"),
                1,
                OptionalLong.empty(),
                ReservationStatus.RECEIVED,
                new LogEntry.Stamp(1_795_507_200_123L, 86_400),
                Optional.of(opening.commitment()),
                Optional.of(new LogEntry.Scope(
                        declared.categories(), declared.tier(), EntryKeys.of(declared.selectors(), salt()))));
    }

    @Test
    void hasTheBytesThatTheFormatPageShows() {
        assertThat(new String(PrivateRecord.write(declaration()), StandardCharsets.UTF_8))
                .isEqualTo(RECORD);
        assertThat(new String(entry(declaration()).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(ENTRY);
    }

    @Test
    void showsNoNameAddressOrGuessableHashOfThem() {
        String entry = new String(entry(declaration()).bytes(), StandardCharsets.UTF_8);
        assertThat(entry)
                .doesNotContain("xemple")
                .doesNotContain(AuthorName.find("Anne Exemple")
                        .orElseThrow()
                        .key()
                        .digest()
                        .hex())
                .doesNotContain(Sha256.of("Éditions de l’Exemple").hex());
    }

    @Test
    void isReadBackAsItWasWritten() {
        LogEntry entry = entry(declaration());
        assertThat(LogEntry.parse(entry.bytes())).isEqualTo(entry);
        assertThat(PrivateRecord.read(PrivateRecord.write(declaration()))).isEqualTo(declaration());
        Opening opening = Opening.of(salt(), PrivateRecord.write(declaration()));
        assertThat(Opening.parse(opening.bytes())).isEqualTo(opening);
    }

    @Test
    void aWorkIsCommittedByTheRootOfItsSamplesAndStaysSmall() {
        Random random = new Random(SEED);
        long[] samples = random.longs(50_000).distinct().sorted().toArray();
        WorkFingerprint work = WorkFingerprint.of(
                Optional.empty(), Sha256.of("x"), Sha256.of("y").bytes(), samples);
        Declaration declared = declaration().withSelectors(List.of(new Selector.Work(work)));
        LogEntry entry = entry(declared);
        assertThat(entry.bytes()).hasSizeLessThan(1 << 10);
        assertThat(entry.scope().orElseThrow().keys().shown().get(KeyType.SAMPLE.word()))
                .isInstanceOfSatisfying(
                        EntryKeys.KeyList.Rooted.class,
                        rooted -> assertThat(rooted.count()).isEqualTo(samples.length));
        assertThat(LogEntry.parse(entry.bytes())).isEqualTo(entry);
        assertThat(PrivateRecord.read(PrivateRecord.write(declared))).isEqualTo(declared);
    }

    @Test
    void noSetOfSelectorsMakesAnEntryThatTheLogCannotHold() {
        List<Selector> selectors = new ArrayList<>();
        for (KeyType type : KeyType.values()) {
            for (int i = 0; i < EntryKeys.MAX_LISTED && type != KeyType.SAMPLE; i++) {
                selectors.add(new Selector.Exact(new fr.corpus.identifier.Key(type, "v" + i)));
            }
        }
        for (int i = 0; i < EntryKeys.MAX_LISTED; i++) {
            selectors.add(new Selector.Pattern(new UrlPattern("a.fr", "/*/" + i)));
        }
        assertThat(entry(declaration().withSelectors(selectors)).bytes()).hasSizeBetween(30_000, 65_535);
    }

    @Test
    void refusesEveryFieldThatIsMissingStrangeOrSpelledInAnotherWay() {
        byte[] good = entry(declaration()).bytes();
        Map<?, ?> fields = (Map<?, ?>) JsonTree.parse(good);
        for (Object name : fields.keySet()) {
            Map<String, Object> without = new TreeMap<>();
            fields.forEach((key, value) -> without.put((String) key, value));
            without.remove(name);
            refused(CanonicalJson.of(without), "without " + name);
            without.put((String) name, List.of(Map.of("a", -1)));
            refused(CanonicalJson.of(without), "strange " + name);
        }
        Map<String, Object> more = new TreeMap<>();
        fields.forEach((key, value) -> more.put((String) key, value));
        more.put("name", "x");
        refused(CanonicalJson.of(more), "one field more");
        refused((new String(good, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8), "line feed");
        refused(
                new String(good, StandardCharsets.UTF_8)
                        .replace("\"v\":1", "\"v\": 1")
                        .getBytes(StandardCharsets.UTF_8),
                "blank");
        refused("[".repeat(100_000).getBytes(StandardCharsets.UTF_8), "deep");
        refused(new byte[] {(byte) 0xFF}, "not UTF-8");
        refused(new byte[0], "nothing");
    }

    @Test
    void neverFailsOtherwiseOnDamagedBytes() {
        byte[] good = entry(declaration()).bytes();
        Random random = new Random(SEED);
        for (int i = 0; i < 4_000; i++) {
            byte[] bad = good.clone();
            for (int n = 0; n <= random.nextInt(3); n++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(LogEntry.parse(bad).bytes()).as("seed " + SEED).isEqualTo(bad);
            } catch (MalformedSourceException e) {
                assertThat(e.message().key()).isEqualTo("optout.malformed.entry");
            }
        }
    }

    private static void refused(byte[] bytes, String why) {
        assertThatThrownBy(() -> LogEntry.parse(bytes)).as(why).isInstanceOf(MalformedSourceException.class);
    }
}
