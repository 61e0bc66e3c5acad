package fr.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokenizers and the normalizing of signs on real novels, plays, laws and web pages. */
class RealTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"eltec-fra", "roman18", "fredracor", "html", "legal", "mediawiki", "langues"})
    void hashesNoTwoTokensAlike(String folder) throws IOException {
        Map<Long, String> exact = new HashMap<>();
        Map<Long, String> folded = new HashMap<>();
        TokenizedText out = new TokenizedText();
        for (Tokenizer tokenizer : List.of(new FrenchTokenizer(), new SpacyFrenchTokenizer())) {
            for (String text : texts(folder)) {
                tokenizer.tokenize(text, out);
                for (int i = 0; i < out.size(); i++) {
                    String token = text.substring(out.start()[i], out.end()[i]);
                    String before = exact.putIfAbsent(out.hash()[i], token);
                    if (before == null) {
                        String key = Folding.fold(token);
                        String same = folded.putIfAbsent(out.folded()[i], key);
                        assertThat(same == null || same.equals(key))
                                .as("%s and %s", same, key)
                                .isTrue();
                    } else {
                        assertThat(before).isEqualTo(token);
                    }
                }
            }
        }
        assertThat(exact).hasSizeGreaterThan(3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eltec-fra", "roman18", "fredracor", "mediawiki", "langues"})
    void normalizesRealTextOnceAndForAll(String folder) throws IOException {
        Typography typography = Typography.all();
        int changed = 0;
        for (String text : texts(folder)) {
            String once = typography.normalize(text);
            assertThat(typography.normalize(once)).isSameAs(once);
            changed += once.equals(text) ? 0 : 1;
        }
        assertThat(changed).isPositive();
    }

    private static List<String> texts(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(SharedFolder.need("data/" + folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(xml|html|txt|jsonl|json|conllu)"))
                    .sorted()
                    .map(RealTextTest::read)
                    .toList();
        }
    }

    /** The text with its mark-up, at most 1 MB of it; bytes that are no UTF-8 become U+FFFD. */
    private static String read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new String(bytes, 0, Math.min(bytes.length, 1 << 20), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
