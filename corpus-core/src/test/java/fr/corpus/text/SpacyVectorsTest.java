package fr.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens that spaCy itself gave (see vectors/spacy-fr/README.md). */
class SpacyVectorsTest {

    record Vector(String text, List<String> tokens) {}

    static List<Vector> vectors() throws IOException {
        JsonMapper json = new JsonMapper();
        try (InputStream in = SpacyVectorsTest.class.getResourceAsStream("/vectors/spacy-fr/vectors.jsonl")) {
            assertThat(in).isNotNull();
            String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            return Stream.of(lines).map(line -> vector(json.readTree(line))).toList();
        }
    }

    private static Vector vector(JsonNode node) {
        List<String> tokens = new ArrayList<>();
        node.get(1).forEach(token -> tokens.add(token.stringValue()));
        return new Vector(node.get(0).stringValue(), tokens);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void cutsLikeSpacy(Vector vector) {
        assertThat(Tokens.of(new SpacyFrenchTokenizer(), vector.text())).isEqualTo(vector.tokens());
    }

    @Test
    void cutsTheSameWhateverItHasSeenBefore() throws IOException {
        SpacyFrenchTokenizer tokenizer = new SpacyFrenchTokenizer();
        TokenizedText reused = new TokenizedText();
        for (int pass = 0; pass < 2; pass++) {
            for (Vector vector : vectors()) {
                tokenizer.tokenize(vector.text(), reused);
                assertThat(Tokens.strings(vector.text(), reused)).isEqualTo(vector.tokens());
            }
        }
    }

    @Test
    void cutsAllTextsTogetherAsApart() throws IOException {
        List<String> apart = new ArrayList<>();
        StringBuilder together = new StringBuilder();
        for (Vector vector : vectors()) {
            // A line break is a token of its own to spaCy, so no exception reaches over it.
            together.append(vector.text()).append('\n');
            apart.addAll(vector.tokens());
        }
        assertThat(Tokens.of(new SpacyFrenchTokenizer(), together.toString())).isEqualTo(apart);
    }
}
