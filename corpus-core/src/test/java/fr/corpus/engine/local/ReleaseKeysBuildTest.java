package fr.corpus.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.Corpus;
import fr.corpus.document.DocumentId;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.proof.KeyProof;
import fr.corpus.proof.KeyTrie;
import fr.corpus.proof.KeyValue;
import fr.corpus.proof.ReleaseKeys;
import fr.corpus.release.Manifest;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseReport;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.ReleaseVerifier;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseKeysBuildTest {

    @TempDir
    Path folder;

    private Path recipe;
    private Path release;

    @BeforeEach
    void build() throws IOException {
        recipe = new SmallCorpus(folder, 200, 3).write("a.jsonl", "b.jsonl", "c.jsonl");
        release = folder.resolve("release");
        Corpus.build(recipe, release, BuildOptions.standard());
    }

    @Test
    void everyReleasedTextIsUnderItsKeyAndNoCopyIs() throws IOException {
        Set<DocumentId> released = new HashSet<>();
        try (KeyTrie trie = KeyTrie.open(release.resolve("keys"));
                RowStream<ReleaseRow> rows = ReleaseReader.open(release).data()) {
            for (Optional<ReleaseRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                released.add(row.get().id());
                Key key = new Key(
                        KeyType.BYTES,
                        row.get().document().provenance().rawDigest().hex());
                assertThat(trie.values(key.digest()))
                        .extracting(value -> KeyValue.of(value).document())
                        .contains(row.get().id());
                KeyProof proof = trie.prove(key.digest());
                assertThat(proof.verdict(key.digest(), trie.root())).get().isInstanceOf(KeyProof.Verdict.Present.class);
            }
        }
        assertThat(released).isNotEmpty();
        assertThat(documentsUnderKeys()).isEqualTo(released);
        assertThat(ReleaseReader.open(release).manifest().statistics().counts().duplicates())
                .isPositive();
    }

    private Set<DocumentId> documentsUnderKeys() throws IOException {
        Set<DocumentId> documents = new HashSet<>();
        byte[] values = Files.readAllBytes(release.resolve("keys/values"));
        for (int at = 0; at < values.length; at += Digest.BYTES) {
            documents.add(KeyValue.of(Digest.of(Arrays.copyOfRange(values, at, at + Digest.BYTES)))
                    .document());
        }
        return documents;
    }

    @Test
    void theVerifierMakesTheKeysAgain() throws IOException {
        ReleaseReport report = ReleaseVerifier.check(release, 2);
        assertThat(report.findings()).isEmpty();
        Manifest.KeySet keys = ReleaseReader.open(release).manifest().keys().orElseThrow();
        assertThat(report.keys()).contains(keys);
        assertThat(keys.version()).isEqualTo(ReleaseKeys.VERSION);
        assertThat(Files.readString(release.resolve("checkpoint"))).contains("\nkeys keys@3 ");
    }

    @Test
    void aChangedFileOfKeysIsFound() throws IOException {
        Path values = release.resolve("keys/values");
        byte[] bytes = Files.readAllBytes(values);
        bytes[bytes.length / 2] ^= 1;
        Files.write(values, bytes);
        assertThat(ReleaseVerifier.check(release, 1).findings())
                .extracting(finding -> finding.message().key())
                .containsExactly("release.check.sha256");
    }

    @Test
    void aRecipeMayDoWithout() throws IOException {
        String text = Files.readString(recipe);
        assertThat(text).contains("output:");
        Path without = folder.resolve("without.yaml");
        Files.writeString(
                without,
                text.replaceAll("(?m)^output:.*$", "output: { shard-bytes: 65536, keys: false }"),
                StandardCharsets.UTF_8);
        Path other = folder.resolve("other");
        Corpus.build(without, other, BuildOptions.standard());
        assertThat(other.resolve("keys")).doesNotExist();
        assertThat(ReleaseVerifier.check(other, 1).findings()).isEmpty();
        Manifest bare = ReleaseReader.open(other).manifest();
        assertThat(bare.keys()).isEmpty();
        Manifest.Roots roots = ReleaseReader.open(release).manifest().roots();
        assertThat(bare.roots().data()).isEqualTo(roots.data());
        assertThat(bare.roots().drops()).isEqualTo(roots.drops());
        // Near copies keep their samples for the sake of keys only.
        assertThat(bare.roots().duplicates()).isNotEqualTo(roots.duplicates());
    }
}
