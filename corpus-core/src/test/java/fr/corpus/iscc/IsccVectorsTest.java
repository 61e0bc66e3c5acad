package fr.corpus.iscc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.testing.SharedFolder;
import fr.corpus.testing.Vectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The conformance data of ISO 24138, which stand outside the repository, and our own. */
class IsccVectorsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STREAM = "stream:";

    private static JsonNode official(String function) throws IOException {
        return JSON.readTree(Files.readAllBytes(SharedFolder.need("vectors/iscc/data.json")))
                .get(function);
    }

    private static byte[] stream(JsonNode input) {
        return HexFormat.of().parseHex(input.asString().substring(STREAM.length()));
    }

    private static String iscc(JsonNode vector) {
        return vector.at("/outputs/iscc").asString();
    }

    private static int bits(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        return inputs.get(inputs.size() - 1).asInt();
    }

    private static IsccUnit data(byte[] bytes, int bits) {
        DataHasher hasher = new DataHasher();
        hasher.update(bytes, 0, bytes.length);
        return hasher.finish(bits);
    }

    private static byte[] instance(byte[] bytes) {
        InstanceHasher hasher = new InstanceHasher();
        hasher.update(bytes, 0, bytes.length);
        return hasher.digest();
    }

    @Test
    void givesTheOfficialTextCodes() throws IOException {
        JsonNode vectors = official("gen_text_code_v0");
        assertThat(vectors).hasSize(5);
        for (JsonNode vector : vectors) {
            TextCode code = TextCode.of(vector.at("/inputs/0").asString());
            assertThat(code.unit(bits(vector))).hasToString(iscc(vector));
            assertThat(code.codePoints())
                    .isEqualTo(vector.at("/outputs/characters").asLong());
        }
    }

    @Test
    void givesTheOfficialDataCodes() throws IOException {
        JsonNode vectors = official("gen_data_code_v0");
        assertThat(vectors).hasSize(4);
        for (JsonNode vector : vectors) {
            assertThat(data(stream(vector.at("/inputs/0")), bits(vector))).hasToString(iscc(vector));
        }
    }

    @Test
    void givesTheOfficialInstanceCodes() throws IOException {
        JsonNode vectors = official("gen_instance_code_v0");
        assertThat(vectors).hasSize(3);
        for (JsonNode vector : vectors) {
            byte[] digest = instance(stream(vector.at("/inputs/0")));
            assertThat(InstanceHasher.unit(digest, bits(vector))).hasToString(iscc(vector));
            assertThat(InstanceHasher.multihash(digest))
                    .isEqualTo(vector.at("/outputs/datahash").asString());
        }
    }

    @Test
    void givesTheOfficialMetaCodes() throws IOException {
        JsonNode vectors = official("gen_meta_code_v0");
        assertThat(vectors).hasSize(20);
        for (JsonNode vector : vectors) {
            String name = vector.at("/inputs/0").asString();
            String description = vector.at("/inputs/1").asString("");
            JsonNode meta = vector.at("/outputs/meta");
            MetaCode code = meta.isMissingNode()
                    ? MetaCode.of(name, description)
                    : MetaCode.of(name, description, payload(meta.asString()));
            assertThat(code.unit(bits(vector))).hasToString(iscc(vector));
            assertThat(code.metahash()).isEqualTo(vector.at("/outputs/metahash").asString());
            assertThat(code.name()).isEqualTo(vector.at("/outputs/name").asString());
            assertThat(code.description())
                    .isEqualTo(vector.at("/outputs/description").asString(""));
        }
    }

    private static byte[] payload(String dataUrl) {
        return Base64.getDecoder().decode(dataUrl.substring(dataUrl.indexOf(',') + 1));
    }

    @Test
    void givesTheOfficialComposites() throws IOException {
        JsonNode vectors = official("gen_iscc_code_v0");
        assertThat(vectors).hasSize(5);
        for (JsonNode vector : vectors) {
            List<IsccUnit> units = new ArrayList<>();
            vector.at("/inputs/0").forEach(unit -> units.add(IsccUnit.parse(unit.asString())));
            assertThat(IsccCode.of(units)).hasToString(iscc(vector));
        }
    }

    @Test
    void givesTheCodesOfTheReferenceForOurTexts() {
        TextHasher hasher = new TextHasher();
        for (JsonNode vector : Vectors.json("iscc/own.json").get("text")) {
            String text =
                    vector.get("text").asString().repeat(vector.get("repeat").asInt());
            TextCode code = hasher.hash(text);
            assertThat(code.unit(256)).as(text).hasToString(vector.get("iscc").asString());
            assertThat(code.codePoints()).isEqualTo(vector.get("characters").asLong());
        }
    }

    @Test
    void givesTheCodesOfTheReferenceForOurBytes() {
        for (JsonNode vector : Vectors.json("iscc/own.json").get("bytes")) {
            byte[] bytes = vector.get("text")
                    .asString()
                    .repeat(vector.get("repeat").asInt())
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(data(bytes, 256)).hasToString(vector.get("data").asString());
            byte[] digest = instance(bytes);
            assertThat(InstanceHasher.unit(digest, 256))
                    .hasToString(vector.get("instance").asString());
            assertThat(InstanceHasher.multihash(digest))
                    .isEqualTo(vector.get("datahash").asString());
        }
    }
}
