package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.optout.WorkFingerprint;
import fr.corpus.testing.SharedFolder;
import fr.corpus.text.Folding;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page makes the same keys of a work as the library does: of real texts, and of many that a seed makes. */
class WorkAgreementTest {

    private static final long SEED = 20_261_124;

    @TempDir
    static Path directory;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.withPage(directory);
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private static final String KEYS_IN_THE_PAGE = """
            (texts) => texts.map((text) => {
              const { text: digest, samples } = textKeys(text);
              return [digest, ...samples].join(' ');
            })""";

    private static String keys(String text) {
        return keys(WorkFingerprint.of(text));
    }

    private static String keys(WorkFingerprint work) {
        StringBuilder keys = new StringBuilder(work.text().hex());
        for (long sample : work.samples()) {
            keys.append(' ').append(HexFormat.of().toHexDigits(sample));
        }
        return keys.toString();
    }

    private static void requireSameKeys(List<String> names, List<String> texts) {
        List<?> found = (List<?>) browser.apply(KEYS_IN_THE_PAGE, texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(found.get(i)).as(names.get(i)).isEqualTo(keys(texts.get(i)));
        }
    }

    @Test
    void onTheVectors() {
        List<?> found = (List<?>) browser.apply(
                """
                (texts) => texts.map((text) => {
                  const tokens = [];
                  new FrenchCutter(text).cut((from, to) => tokens.push(text.slice(from, to)));
                  const { text: textDigest, samples } = textKeys(text);
                  return { samples, text, textDigest, tokens };
                })""",
                WorkKeysVectorsTest.vectors().stream()
                        .map(each -> each.get("text"))
                        .toList());
        assertThat(found).isEqualTo(WorkKeysVectorsTest.vectors());
    }

    @Test
    void onTheTokensOfRandomTexts() {
        SplittableRandom random = new SplittableRandom(SEED + 3);
        RandomTexts generator = new RandomTexts(random);
        List<String> texts = Stream.generate(generator::next).limit(3000).toList();
        List<?> found = (List<?>) browser.apply("""
                (texts) => texts.map((text) => {
                  const tokens = [];
                  new FrenchCutter(text).cut((from, to) => tokens.push(`${from}-${to}:${fold(text.slice(from, to))}`));
                  return tokens.join(' ');
                })""", texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(found.get(i))
                    .as("seed %d, text %d: %s", SEED + 3, i, texts.get(i))
                    .isEqualTo(tokens(texts.get(i)));
        }
    }

    private static String tokens(String text) {
        TokenizedText tokens = new TokenizedText();
        new FrenchTokenizer().tokenize(text, tokens);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = text.substring(tokens.start()[i], tokens.end()[i]);
            assertThat(Folding.hash(token)).as(token).isEqualTo(tokens.folded()[i]);
            shown.add(tokens.start()[i] + "-" + tokens.end()[i] + ":" + Folding.fold(token));
        }
        return String.join(" ", shown);
    }

    @Test
    void onTheKeysOfRandomTexts() {
        RandomTexts generator = new RandomTexts(new SplittableRandom(SEED + 4));
        List<String> texts = Stream.generate(() -> generator.next() + generator.next() + generator.next())
                .limit(500)
                .toList();
        requireSameKeys(
                IntStream.range(0, texts.size())
                        .mapToObj(i -> "seed " + (SEED + 4) + ", text " + i)
                        .toList(),
                texts);
    }

    @Test
    void onTheKeysOfRealTexts() throws IOException {
        List<String> names = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (String folder : List.of("eltec-fra", "roman18")) {
            try (Stream<Path> files = Files.walk(SharedFolder.need("data/" + folder))) {
                for (Path file : files.filter(each -> each.toString().matches(".*\\.(xml|txt)"))
                        .sorted()
                        .limit(4)
                        .toList()) {
                    names.add(file.toString());
                    texts.add(Files.readString(file));
                }
            }
        }
        assertThat(texts).isNotEmpty();
        requireSameKeys(names, texts);
    }

    private static final String FILE_KEYS = """
            (files) => files.map((base64) => {
              try {
                const { bytes, text, samples } = workKeys(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
                return [bytes, text, ...samples].join(' ');
              } catch (e) {
                return e instanceof Refusal ? e.key : e.stack;
              }
            })""";

    private static List<?> fileKeys(List<byte[]> files) {
        return (List<?>) browser.apply(
                FILE_KEYS,
                files.stream().map(Base64.getEncoder()::encodeToString).toList());
    }

    private static byte[] marked(Charset charset, String text) {
        return ("\uFEFF" + text).getBytes(charset);
    }

    @Test
    void onFilesOfEveryEncodingThatThePageReads() throws IOException {
        String text = "«\u00a0L’été\u00a0», dit-elle.\r\n" + SmallRelease.text(41, 120) + "\uFEFF 😀";
        List<byte[]> files = List.of(
                text.getBytes(StandardCharsets.UTF_8),
                marked(StandardCharsets.UTF_8, text),
                marked(StandardCharsets.UTF_16LE, text),
                marked(StandardCharsets.UTF_16BE, text),
                SmallRelease.text(42, 200).replaceAll("[éè]", "e").getBytes(StandardCharsets.UTF_8));
        List<?> found = fileKeys(files);
        for (int i = 0; i < found.size(); i++) {
            WorkFingerprint work =
                    WorkFingerprint.read(Files.write(directory.resolve("oeuvre" + i + ".txt"), files.get(i)));
            assertThat(found.get(i))
                    .as("file %d", i)
                    .isEqualTo(work.bytes().orElseThrow().hex() + " " + keys(work));
        }
    }

    /** The page says so instead of guessing; the command reads them. */
    @Test
    void sendsWhoeverHasAFileOfAnotherEncodingToTheCommand() {
        String text = "L’été où tout fut décidé, la forêt brûlait déjà. ".repeat(9);
        byte[] twice = new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"))
                .getBytes(StandardCharsets.UTF_8);
        List<byte[]> files = List.of(
                text.replace('’', ' ').getBytes(StandardCharsets.ISO_8859_1),
                text.getBytes(StandardCharsets.UTF_16LE),
                twice,
                "avec un\0zéro".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xFF, (byte) 0xFE, 0x41},
                new byte[0]);
        assertThat(fileKeys(files))
                .allSatisfy(said -> assertThat((String) said).startsWith("proof.page.work-"))
                .last()
                .isEqualTo("proof.page.work-size");
    }
}
