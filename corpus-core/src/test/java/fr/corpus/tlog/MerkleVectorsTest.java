package fr.corpus.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.hash.Digest;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The 518 official vectors of transparency-dev/merkle, good and broken, which stand outside the repository. */
class MerkleVectorsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @FunctionalInterface
    private interface Verifier {
        boolean accepts(JsonNode vector);
    }

    private static int check(String folder, Verifier verifier) throws IOException {
        Path root = SharedFolder.need("vectors/rfc6962/" + folder);
        List<String> wrong = new ArrayList<>();
        int count = 0;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                JsonNode vector = JSON.readTree(Files.readAllBytes(file));
                count++;
                if (verifier.accepts(vector) == vector.get("wantErr").asBoolean()) {
                    wrong.add(root.relativize(file) + ": " + vector.get("desc"));
                }
            }
        }
        assertThat(wrong).isEmpty();
        return count;
    }

    /** Our types hold 32 bytes; a vector's value of another length becomes a digest that nothing else has. */
    private static Digest digest(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        return bytes.length == Digest.BYTES ? Digest.of(bytes) : MerkleHash.leaf(bytes);
    }

    /** A leaf hash of another length is refused before any proof. */
    private static boolean hasLeafHash(JsonNode vector) {
        return Base64.getDecoder().decode(vector.get("leafHash").asString()).length == Digest.BYTES;
    }

    private static Digest digest(JsonNode vector, String name) {
        return digest(vector.get(name).asString());
    }

    private static List<Digest> path(JsonNode vector) {
        List<Digest> path = new ArrayList<>();
        if (vector.get("proof").isNull()) {
            return path;
        }
        for (JsonNode hash : vector.get("proof")) {
            path.add(digest(hash.asString()));
        }
        return path;
    }

    /** Sizes are unsigned in the vectors; what does not fit a signed number is negative here, and refused. */
    private static long number(JsonNode vector, String name) {
        return vector.get(name).bigIntegerValue().longValue();
    }

    @Test
    void acceptsAndRefusesTheOfficialInclusionProofs() throws IOException {
        assertThat(check(
                        "inclusion",
                        v -> hasLeafHash(v)
                                && new InclusionProof(number(v, "leafIdx"), number(v, "treeSize"), path(v))
                                        .proves(digest(v, "leafHash"), digest(v, "root"))))
                .isEqualTo(98);
    }

    @Test
    void acceptsAndRefusesTheOfficialConsistencyProofs() throws IOException {
        assertThat(check(
                        "consistency",
                        v -> new ConsistencyProof(number(v, "size1"), number(v, "size2"), path(v))
                                .proves(digest(v, "root1"), digest(v, "root2"))))
                .isEqualTo(98);
    }

    @Test
    void acceptsAndRefusesTheOfficialSubtreeInclusionProofs() throws IOException {
        assertThat(check(
                        "subtreeinclusion",
                        v -> hasLeafHash(v)
                                && new SubtreeInclusionProof(
                                                number(v, "leafIdx"), number(v, "start"), number(v, "end"), path(v))
                                        .proves(digest(v, "leafHash"), digest(v, "root"))))
                .isEqualTo(204);
    }

    @Test
    void acceptsAndRefusesTheOfficialSubtreeConsistencyProofs() throws IOException {
        assertThat(check(
                        "subtreeconsistency",
                        v -> new SubtreeConsistencyProof(
                                        number(v, "start"), number(v, "end"), number(v, "size"), path(v))
                                .proves(digest(v, "root1"), digest(v, "root2"))))
                .isEqualTo(118);
    }
}
