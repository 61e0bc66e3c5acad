package fr.corpus.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileLogTest {

    private static final SignerKey KEY = SignerKey.of("journal.exemple", SignatureKind.ED25519, new byte[32]);

    @TempDir
    Path directory;

    private static byte[] entry(long i) {
        return ("entrée " + i).getBytes(StandardCharsets.UTF_8);
    }

    private static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.add(entry(i));
        }
        return tree;
    }

    private void fill(int size) throws IOException {
        try (TileLog log = TileLog.create(directory, KEY)) {
            for (int i = 0; i < size; i++) {
                assertThat(log.append(entry(i))).isEqualTo(i);
            }
            log.publish();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(".lock"))
                    .sorted()
                    .toList();
        }
    }

    private TileReader reader() throws IOException {
        byte[] checkpoint = Files.readAllBytes(directory.resolve("checkpoint"));
        Checkpoint verified = TlogPolicy.of(KEY.verifier())
                .verify(SignedNote.parse(checkpoint))
                .checkpoint();
        return TileReader.of(TileSource.of(directory), verified);
    }

    @Test
    void startsEmptyWithASignedCheckpoint() throws IOException {
        fill(0);
        assertThat(files()).containsExactly("checkpoint");
        assertThat(reader().checkpoint().root()).isEqualTo(MerkleHash.EMPTY_ROOT);
    }

    /** The example of the specification: 70,000 entries. */
    @Test
    void hasTheTilesOfTheSpecificationsExample() throws IOException {
        fill(70_000);
        List<String> tiles = files();
        assertThat(tiles.stream().filter(name -> name.matches("tile/0/[0-9]{3}")))
                .hasSize(273);
        assertThat(tiles.stream().filter(name -> name.matches("tile/entries/[0-9]{3}")))
                .hasSize(273);
        assertThat(tiles)
                .hasSize(1 + 273 + 273 + 5)
                .contains(
                        "tile/0/273.p/112",
                        "tile/entries/273.p/112",
                        "tile/1/000",
                        "tile/1/001.p/17",
                        "tile/2/000.p/1");
        assertThat(Files.size(directory.resolve("tile/1/000"))).isEqualTo(8192);
        TileReader reader = reader();
        reader.verifyRoot();
        assertThat(reader.entry(69_999)).isEqualTo(entry(69_999));
        assertThat(reader.inclusion(0).hashes()).hasSize(17);
        assertThat(reader.consistency(256).hashes()).isNotEmpty();
    }

    @Test
    void servesEveryProofAtSizesAroundATile() throws IOException {
        int size = 0;
        MerkleTree tree = tree(600);
        try (TileLog log = TileLog.create(directory, KEY)) {
            for (int next : new int[] {1, 2, 255, 256, 257, 511, 512, 600}) {
                for (; size < next; size++) {
                    log.append(entry(size));
                }
                assertThat(Checkpoint.parse(log.publish().text()))
                        .isEqualTo(Checkpoint.of("journal.exemple", size, tree.root(size)));
                TileReader reader = reader();
                for (int index = 0; index < size; index += 37) {
                    assertThat(reader.inclusion(index)).isEqualTo(InclusionProof.of(tree, index, size));
                    assertThat(reader.entry(index)).isEqualTo(entry(index));
                    assertThat(reader.consistency(index + 1)).isEqualTo(ConsistencyProof.of(tree, index + 1, size));
                }
            }
        }
    }

    @Test
    void goesOnWhereItWasClosed() throws IOException {
        fill(0);
        int size = 0;
        for (int batch : new int[] {1, 254, 1, 1, 300, 7}) {
            try (TileLog log = TileLog.open(directory, KEY)) {
                assertThat(log.size()).isEqualTo(size);
                for (int i = 0; i < batch; i++) {
                    log.append(entry(size++));
                }
                log.publish();
            }
        }
        assertThat(reader().checkpoint().root()).isEqualTo(tree(size).root());
    }

    @Test
    void forgetsWhatWasNotPublished() throws IOException {
        fill(300);
        try (TileLog log = TileLog.open(directory, KEY)) {
            for (int i = 0; i < 400; i++) {
                log.append("perdue".getBytes(StandardCharsets.UTF_8));
            }
        }
        try (TileLog log = TileLog.open(directory, KEY)) {
            assertThat(log.size()).isEqualTo(300);
            for (int i = 300; i < 700; i++) {
                log.append(entry(i));
            }
            log.publish();
        }
        assertThat(reader().checkpoint().root()).isEqualTo(tree(700).root());
        reader().verifyRoot();
    }

    @Test
    void deletesAPartialTileOnlyWhenTheFullOneIsInPlace() throws IOException {
        fill(200);
        assertThat(files()).contains("tile/0/000.p/200", "tile/entries/000.p/200");
        try (TileLog log = TileLog.open(directory, KEY)) {
            log.append(entry(200));
            log.publish();
            assertThat(files()).contains("tile/0/000.p/200", "tile/0/000.p/201");
            for (int i = 201; i < 256; i++) {
                log.append(entry(i));
            }
            log.publish();
        }
        assertThat(files())
                .contains("tile/0/000", "tile/entries/000")
                .noneMatch(name -> name.matches("tile/[0e].*/000\\.p/.*"));
        Checkpoint old = Checkpoint.of("journal.exemple", 200, tree(200).root());
        TileReader late = TileReader.of(TileSource.of(directory), old);
        late.verifyRoot();
        assertThat(late.entry(199)).isEqualTo(entry(199));
    }

    @Test
    void givesTheSameCheckpointWhenNothingWasAppended() throws IOException {
        try (TileLog log = TileLog.create(directory, KEY)) {
            log.append(entry(0));
            SignedNote note = log.publish();
            assertThat(log.publish()).isSameAs(note);
        }
    }

    @Test
    void refusesASecondWriter() throws IOException {
        try (TileLog log = TileLog.create(directory, KEY)) {
            assertThatThrownBy(() -> TileLog.open(directory, KEY)).isInstanceOf(EngineException.class);
            log.append(entry(0));
            log.publish();
        }
        TileLog.open(directory, KEY).close();
    }

    @Test
    void refusesToStartOverALog() throws IOException {
        fill(1);
        assertThatThrownBy(() -> TileLog.create(directory, KEY)).isInstanceOf(IntegrityException.class);
        assertThatThrownBy(() -> TileLog.open(directory.resolve("vide"), KEY)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void refusesToOpenWithAnotherKey() throws IOException {
        fill(1);
        byte[] seed = new byte[32];
        seed[0] = 1;
        SignerKey other = SignerKey.of("journal.exemple", SignatureKind.ED25519, seed);
        assertThatThrownBy(() -> TileLog.open(directory, other)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void takesEntriesOfEveryLengthUpToTheLimit() throws IOException {
        try (TileLog log = TileLog.create(directory, KEY)) {
            log.append(new byte[0]);
            log.append(new byte[65_535]);
            assertThatThrownBy(() -> log.append(new byte[65_536])).isInstanceOf(IllegalArgumentException.class);
            log.publish();
        }
        assertThat(reader().entry(0)).isEmpty();
        assertThat(reader().entry(1)).hasSize(65_535);
    }

    /** Each file, each with a byte changed, cut or missing: never a wrong answer. */
    @Test
    void noticesEveryCorruptFile() throws IOException {
        fill(530);
        MerkleTree tree = tree(530);
        for (String name : files()) {
            Path file = directory.resolve(name);
            byte[] good = Files.readAllBytes(file);
            if (name.equals("checkpoint")) {
                continue;
            }
            for (byte[] bad : corruptions(good)) {
                Files.write(file, bad);
                assertAnswersAreRightOrRefused(tree);
                assertThat(opens()).as(name).isEqualTo(isBehindTheEdge(name));
            }
            Files.write(file, good);
        }
        assertThat(opens()).isTrue();
    }

    /** Full bundles, and full tiles under a full tile of the level above, are not needed to append. */
    private static boolean isBehindTheEdge(String name) {
        return name.matches("tile/entries/00[01]") || name.matches("tile/0/00[01]");
    }

    private boolean opens() throws IOException {
        try {
            TileLog.open(directory, KEY).close();
            return true;
        } catch (IntegrityException | MalformedSourceException e) {
            return false;
        }
    }

    private void assertAnswersAreRightOrRefused(MerkleTree tree) throws IOException {
        TileReader reader = reader();
        for (int index = 0; index < 530; index += 53) {
            try {
                assertThat(reader.inclusion(index)).isEqualTo(InclusionProof.of(tree, index, 530));
            } catch (IntegrityException e) {
                assertThat(e.message().key()).startsWith("tlog.");
            }
            try {
                assertThat(reader.entry(index)).isEqualTo(entry(index));
            } catch (IntegrityException | MalformedSourceException e) {
                assertThat(e.message().key()).startsWith("tlog.");
            }
            try {
                assertThat(reader.consistency(index + 1)).isEqualTo(ConsistencyProof.of(tree, index + 1, 530));
            } catch (IntegrityException e) {
                assertThat(e.message().key()).startsWith("tlog.");
            }
        }
    }

    private static List<byte[]> corruptions(byte[] good) {
        byte[] changed = good.clone();
        changed[good.length / 2] ^= 4;
        List<byte[]> all = new ArrayList<>();
        all.add(changed);
        all.add(Arrays.copyOf(good, good.length - 1));
        all.add(new byte[0]);
        return all;
    }

    @Test
    void attachesCosignaturesThatAPolicyAccepts() throws IOException {
        SignerKey witness = SignerKey.of("temoin.exemple", SignatureKind.COSIGNATURE, new byte[32]);
        try (TileLog log = TileLog.create(directory, KEY)) {
            log.append(entry(0));
            SignedNote note = log.publish();
            log.attach(List.of(witness.sign(note.text(), 1_800_000_000)));
        }
        String policy = "log " + KEY.verifier() + "\nwitness t " + witness.verifier() + "\nquorum t\n";
        byte[] checkpoint = Files.readAllBytes(directory.resolve("checkpoint"));
        // The same secret under two kinds is still one key of each kind: two ids.
        VerifiedCheckpoint verified =
                TlogPolicy.parse(policy.getBytes(StandardCharsets.UTF_8)).verify(SignedNote.parse(checkpoint));
        assertThat(verified.cosignatures()).hasSize(1);
        TileLog.open(directory, KEY).close();
    }

    @Test
    void leadsFromAFileToAProofThatVerifiesOffline() throws IOException {
        fill(300);
        TileReader reader = reader();
        SignedNote note = SignedNote.parse(Files.readAllBytes(directory.resolve("checkpoint")));
        TlogProof proof =
                TlogProof.parse(TlogProof.of(reader.inclusion(123), note).bytes());
        Digest leaf = MerkleHash.leaf(reader.entry(123));
        assertThat(proof.verify(leaf, TlogPolicy.of(KEY.verifier())).checkpoint())
                .isEqualTo(reader.checkpoint());
    }
}
