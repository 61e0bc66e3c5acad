package fr.corpus.releaselog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.optout.ReservationId;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.MerkleHash;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReleaseLogEntryTest {

    private static final String ORIGIN = "registre.exemple.fr/reservations";
    private static final byte[] NOTE = SignerKey.of(ORIGIN, SignatureKind.ED25519, new byte[32])
            .note(Checkpoint.of(ORIGIN, 3, Sha256.of("x")).text())
            .bytes();

    private static RetractionEntry retraction(int reservations) {
        List<ReservationId> ids = new ArrayList<>();
        for (int i = 0; i < reservations; i++) {
            ids.add(new ReservationId(
                    HexFormat.of().formatHex(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, (byte) i})));
        }
        ReleaseEntry stale = Entries.release("v1", NOTE);
        return new RetractionEntry(
                stale.manifest(),
                Entries.release("v2", NOTE).manifest(),
                IdSet.of(List.of(
                        "1eb118cba12998434b0fc5caf50dc8803e6a9afe", "27df645fee0d02a0aea11ded66ae9aae5240f6c2")),
                Reservations.of(ids),
                stale.registryNote(),
                1_795_507_200_123L);
    }

    private static ReleaseEntry release() {
        ReleaseEntry stale = Entries.release("v1", NOTE);
        return Entries.superseding(Entries.release("v2", NOTE), stale).at(1_795_507_200_123L);
    }

    @Test
    void isReadBackAsItWasWritten() {
        for (ReleaseLogEntry entry : List.of(release(), retraction(0), retraction(1), retraction(32), retraction(33))) {
            assertThat(ReleaseLogEntry.parse(entry.bytes())).isEqualTo(entry);
            assertThat(entry.bytes()).hasSizeLessThan(3000);
        }
    }

    @Test
    void thePageHasTheBytesOfARetraction() throws IOException {
        byte[] entry = retraction(1).bytes();
        assertThat(Files.readString(Path.of("docs/formats/release-log.md")))
                .contains(
                        "\n" + new String(entry, StandardCharsets.UTF_8) + "\n",
                        MerkleHash.leaf(entry).hex());
    }

    @Test
    void anIdSetIsTheRootOverItsIdsInOrderEachOnce() {
        String first = "00".repeat(20);
        String second = "ff".repeat(20);
        IdSet set = IdSet.of(List.of(second, first, second));
        assertThat(set.count()).isEqualTo(2);
        assertThat(set.root())
                .isEqualTo(MerkleHash.node(
                        MerkleHash.leaf(HexFormat.of().parseHex(first)),
                        MerkleHash.leaf(HexFormat.of().parseHex(second))));
        assertThat(IdSet.of(List.of()).root()).isEqualTo(Sha256.of(new byte[0]));
    }

    @Test
    void refusesEveryFieldThatIsMissingStrangeOrSpelledInAnotherWay() {
        for (ReleaseLogEntry entry : List.of(release(), retraction(2), retraction(40))) {
            byte[] good = entry.bytes();
            Map<?, ?> fields = (Map<?, ?>) JsonTree.parse(good);
            for (Object name : fields.keySet()) {
                Map<String, Object> changed = new TreeMap<>();
                fields.forEach((key, value) -> changed.put((String) key, value));
                changed.remove(name);
                if (!name.equals("supersedes")) {
                    refused(CanonicalJson.of(changed), "without " + name);
                }
                for (Object strange : List.of("", "x", -1L, 1.5, List.of(1L), List.of("x"), Map.of("a", 1L))) {
                    changed.put((String) name, strange);
                    refused(CanonicalJson.of(changed), name + " is " + strange);
                }
            }
            Map<String, Object> more = new TreeMap<>();
            fields.forEach((key, value) -> more.put((String) key, value));
            more.put("note", "x");
            refused(CanonicalJson.of(more), "one field more");
            refused((new String(good, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8), "line feed");
            refused((" " + new String(good, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8), "blank");
        }
    }

    @Test
    void refusesWhatContradictsItself() {
        refused(changed(retraction(1), "supersededBy", retraction(1).manifest().hex()), "takes its own place");
        refused(changed(release(), "supersedes", release().manifest().hex()), "supersedes itself");
        refused(changed(retraction(2), "reservations", List.of("01".repeat(16), "00".repeat(16))), "out of order");
        refused(changed(retraction(2), "reservations", List.of("01".repeat(16), "01".repeat(16))), "twice");
        refused(
                changed(retraction(2), "reservations", Map.of("count", 32L, "root", "00".repeat(32))),
                "few enough to be named");
        String text = release().release().checkpoint().text();
        refused(changed(release(), "checkpoint", text + "more\n"), "a line more");
        refused(changed(release(), "checkpoint", text.replace("manifest ", "manifest  ")), "two blanks");
        refused(changed(release(), "checkpoint", text.replace("=\nkeys", "\nkeys")), "base64 cut");
        refused(changed(release(), "registry", text), "registry without signature");
        refused(changed(release(), "registry", "x".repeat(40_000)), "registry too long");
        refused(new byte[70_000], "too long");
    }

    private static byte[] changed(ReleaseLogEntry entry, String name, Object value) {
        Map<String, Object> json = new TreeMap<>();
        ((Map<?, ?>) JsonTree.parse(entry.bytes())).forEach((key, field) -> json.put((String) key, field));
        json.put(name, value);
        return CanonicalJson.of(json);
    }

    @Test
    void whateverIsDoneToItsBytesItIsReadAsItselfOrRefused() {
        long seed = 20261124;
        Random random = new Random(seed);
        byte[] good = release().bytes();
        for (int i = 0; i < 3000; i++) {
            byte[] changed = good.clone();
            int at = random.nextInt(changed.length);
            changed[at] = (byte) random.nextInt(256);
            try {
                assertThat(ReleaseLogEntry.parse(changed).bytes())
                        .as("round %d of seed %d", i, seed)
                        .isEqualTo(changed);
            } catch (MalformedSourceException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private static void refused(byte[] bytes, String what) {
        assertThatThrownBy(() -> ReleaseLogEntry.parse(bytes)).as(what).isInstanceOf(MalformedSourceException.class);
    }
}
