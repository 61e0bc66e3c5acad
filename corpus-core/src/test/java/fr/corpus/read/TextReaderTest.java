package fr.corpus.read;

import static fr.corpus.read.Compressed.concat;
import static fr.corpus.read.Compressed.gzip;
import static fr.corpus.read.Compressed.utf8;
import static fr.corpus.read.Compressed.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.hash.Sha256;
import fr.corpus.source.RawRecord;
import fr.corpus.step.Evidence;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest implements ReaderContract {

    private static final String POEM = """
            À l’aube, le pêcheur défit ses filets : « Où est passée la mer ? »
            Personne ne répondit. Ça n’était pas la première fois, ni la dernière…
            Dès qu’il eut trouvé la grève, il s’y coucha, et rêva de forêts.
            """;

    private final Path folder;

    TextReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    public Reader reader(ReaderOptions options) {
        return new TextReader(options);
    }

    @Override
    public Map<String, byte[]> fixtures() {
        return ReaderContract.files(
                "utf-8.txt", utf8(POEM),
                "utf-16.txt", POEM.getBytes(StandardCharsets.UTF_16),
                "utf-16le.txt", POEM.getBytes(StandardCharsets.UTF_16LE),
                "windows-1252.txt", POEM.getBytes(Charset.forName("windows-1252")),
                "utf-8.txt.gz", gzip(utf8(POEM)),
                "ascii.txt.zst", zstd(utf8("Ni accent ni apostrophe.\n")));
    }

    private Reading read(byte[] bytes, ReaderOptions options) {
        try {
            return Reading.of(reader(options), Files.write(folder.resolve("essai.txt"), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RawRecord only(byte[] bytes) {
        Reading reading = read(bytes, ReaderOptions.DEFAULT);
        assertThat(reading.reasons()).isEmpty();
        assertThat(reading.records()).hasSize(1);
        return reading.records().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "IBM850", "x-MacRoman", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
    void readsTheSameTextFromEveryEncodingThatHasItsCharacters(String name) {
        String text = POEM.replace('’', '\'').replace("…", "...");
        assertThat(only(text.getBytes(Charset.forName(name))).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "Une sœur et un cœur à l'œuvre pour 12 € le café, iso-8859-15",
        "Une sœur et un cœur à l’œuvre pour 12 € le café, windows-1252",
        "déjà, windows-1252",
        "café, windows-1252",
        "É, utf-16be",
    })
    void saysInTheProvenanceWhichEncodingItFound(String text, String label) {
        assertThat(only(text.getBytes(Charset.forName(label))).provenance().reader())
                .isEqualTo("text@1;charset=" + label);
    }

    @Test
    void leavesOutTheByteOrderMarkAndKeepsLineEnds() {
        byte[] marked = utf8("\uFEFFun\r\ndeux\n");
        RawRecord record = only(marked);
        assertThat(record.text()).isEqualTo("un\r\ndeux\n");
        assertThat(record.provenance().reader()).isEqualTo("text@1");
        assertThat(record.provenance().sourceId()).isEqualTo("essai.txt#0");
        assertThat(record.provenance().rawDigest()).isEqualTo(Sha256.of(marked));
    }

    @Test
    void undoesUtf8ThatWasEncodedTwiceAndSaysSo() {
        byte[] twice = utf8(new String(utf8("L’été à Nîmes"), Charset.forName("windows-1252")));
        assertThat(only(twice).text()).isEqualTo("L’été à Nîmes");
        assertThat(only(twice).provenance().reader()).isEqualTo("text@1;charset=utf-8-twice");
    }

    @Test
    void leavesATextAloneThatOnlySpeaksOfWrongEncodings() {
        String article = "Le « é » devient alors « Ã© », et « à » devient « Ã\u00A0 ».";
        assertThat(only(utf8(article)).text()).isEqualTo(article);
        assertThat(only(utf8("Ã©")).text()).isEqualTo("Ã©");
    }

    @Test
    void refusesMixedEncodingsAndSaysWhereTheSecondStarts() {
        byte[] mixed = concat(utf8(POEM), POEM.getBytes(Charset.forName("windows-1252")));
        Reading reading = read(mixed, ReaderOptions.DEFAULT);
        assertThat(reading.reasons()).containsExactly("mixed-encodings");
        assertThat(reading.malformed().get(0).evidence()).isEqualTo(Evidence.of("byte-offset", utf8(POEM).length));
    }

    @Test
    void refusesUtf8WithOneDamagedPlace() {
        byte[] damaged = utf8(POEM.repeat(10));
        damaged[0] = (byte) 0xFF;
        assertThat(read(damaged, ReaderOptions.DEFAULT).reasons()).containsExactly("invalid-utf8");
        assertThat(read(damaged, ReaderOptions.DEFAULT).malformed().get(0).evidence())
                .isEqualTo(Evidence.of("byte-offset", 0));
    }

    @Test
    void refusesWhatItCannotBeSureOf() {
        byte[] cyrillic = "Однажды в студёную зимнюю пору".getBytes(Charset.forName("windows-1251"));
        assertThat(read(cyrillic, ReaderOptions.DEFAULT).reasons()).containsExactly("unknown-encoding");
        assertThat(read(new byte[] {1, 0, 2, 9, 0, 0, 0, 4}, ReaderOptions.DEFAULT)
                        .reasons())
                .containsExactly("binary");
        assertThat(read(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8, 'b', 0}, ReaderOptions.DEFAULT)
                        .reasons())
                .containsExactly("invalid-encoding");
    }

    @Test
    void obeysTheEncodingOfTheOptions() {
        byte[] bytes = {'c', (byte) 0xF4, 't', (byte) 0xE9};
        assertThat(read(bytes, ReaderOptions.DEFAULT.withEncoding("windows-1252"))
                        .texts())
                .containsExactly("côté");
        assertThat(read(bytes, ReaderOptions.DEFAULT.withEncoding("utf-8")).reasons())
                .containsExactly("invalid-utf8");
        assertThat(read(new byte[] {(byte) 0x81}, ReaderOptions.DEFAULT.withEncoding("windows-1252"))
                        .reasons())
                .containsExactly("invalid-encoding");
        assertThatThrownBy(() -> reader(ReaderOptions.DEFAULT.withEncoding("ebcdic")))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("ebcdic")
                .hasMessageContaining("iso-8859-15");
        Reading latin1 = read(bytes, ReaderOptions.DEFAULT.withEncoding("latin1"));
        assertThat(latin1.texts()).containsExactly("côté");
        assertThat(latin1.records().get(0).provenance().reader()).isEqualTo("text@1;charset=iso-8859-1");
        byte[] marked = "\uFEFFété".getBytes(StandardCharsets.UTF_16LE);
        assertThat(read(marked, ReaderOptions.DEFAULT.withEncoding("utf-16")).texts())
                .containsExactly("été");
        assertThat(read(marked, ReaderOptions.DEFAULT.withEncoding("utf-16le")).texts())
                .containsExactly("été");
    }

    @Test
    void countsAFileThatIsEmptyTooLargeOrCutOffAsMalformed() {
        assertThat(read(new byte[0], ReaderOptions.DEFAULT).reasons()).containsExactly("empty-file");
        Reading large = read(gzip(utf8("a".repeat(300_000))), ReaderOptions.DEFAULT.withLimits(100_000, 1000));
        assertThat(large.reasons()).containsExactly("record-too-large");
        assertThat(large.malformed().get(0).evidence())
                .isEqualTo(Evidence.of("record-bytes", 300_000).and("max-record-bytes", 100_000));
        assertThat(large.malformed().get(0).provenance().rawDigest()).isEqualTo(Sha256.of("a".repeat(300_000)));
        byte[] whole = gzip(utf8(POEM));
        assertThat(read(Arrays.copyOf(whole, 40), ReaderOptions.DEFAULT).reasons())
                .containsExactly("truncated-file");
        whole[30] ^= 0x55;
        assertThat(read(whole, ReaderOptions.DEFAULT).reasons()).containsExactly("corrupt-file");
        assertThat(read(utf8("a".repeat(100)), ReaderOptions.DEFAULT.withLimits(100, 10))
                        .texts())
                .hasSize(1);
        assertThat(read(utf8("a".repeat(101)), ReaderOptions.DEFAULT.withLimits(100, 10))
                        .reasons())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8.txt, text@1",
        "utf-8-bom.txt, text@1",
        "utf-16be-nobom.txt, text@1;charset=utf-16be",
        "utf-16le-bom.txt, text@1;charset=utf-16le",
        "windows-1252.txt, text@1;charset=windows-1252",
        "iso-8859-15.txt, text@1;charset=iso-8859-15",
        "iso-8859-1.txt, text@1;charset=windows-1252",
        "cp850.txt, text@1;charset=ibm850",
        "mac-roman.txt, text@1;charset=macintosh",
        "mojibake-utf8-as-cp1252.txt, text@1;charset=utf-8-twice",
    })
    void readsTheSameRealTextFromEveryEncoding(String name, String reader) throws IOException {
        Path encodings = SharedFolder.need("data/encodages");
        Reading reading = Reading.of(reader(ReaderOptions.DEFAULT), encodings.resolve(name));
        assertThat(reading.reasons()).isEmpty();
        assertThat(reading.records().get(0).provenance().reader()).isEqualTo(reader);
        String[] expected = Files.readString(encodings.resolve("utf-8.txt")).split("\n");
        String[] found = reading.texts().get(0).split("\n");
        assertThat(found).hasSameSizeAs(expected);
        // the last line has characters that some of the encodings lack, and œ stands in one other
        for (int i = 0; i < found.length - 1; i++) {
            boolean alike = found[i].equals(expected[i]) || found[i].equals(expected[i].replace('œ', '?'));
            assertThat(alike).as("line %d of %s", i + 1, name).isTrue();
        }
    }

    @Test
    void refusesTheRealFileOfMixedEncodings() {
        Path file = SharedFolder.need("data/encodages").resolve("mixed-utf8-then-cp1252.txt");
        assertThat(Reading.of(reader(ReaderOptions.DEFAULT), file).reasons()).containsExactly("mixed-encodings");
    }
}
