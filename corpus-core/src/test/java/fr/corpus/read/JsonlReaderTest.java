package fr.corpus.read;

import static fr.corpus.read.Compressed.bzip2;
import static fr.corpus.read.Compressed.concat;
import static fr.corpus.read.Compressed.gzip;
import static fr.corpus.read.Compressed.utf8;
import static fr.corpus.read.Compressed.xz;
import static fr.corpus.read.Compressed.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Metadata;
import fr.corpus.hash.Sha256;
import fr.corpus.source.RawRecord;
import fr.corpus.step.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonlReaderTest implements ReaderContract {

    private static final byte[] THREE = utf8("""
            {"id": "un", "text": "L’été, les cigales chantent.\\nPuis l’œil se ferme.", "meta": {"url": "https://exemple.fr/1"}}

            {"id": 2, "text": "\\u00c9t\\u00e9 \\ud83d\\ude00 \\"fin\\" \\/", "x": [1, {"y": [true, null, -1.5e3]}]}\r
            {"text": "sans identité"}
            """);

    private final Path folder;

    JsonlReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    public Reader reader(ReaderOptions options) {
        return new JsonlReader(options);
    }

    @Override
    public Map<String, byte[]> fixtures() {
        byte[] first = Arrays.copyOf(THREE, 50);
        byte[] second = Arrays.copyOfRange(THREE, 50, THREE.length);
        return ReaderContract.files(
                "plain.jsonl", THREE,
                "gzip.gz", gzip(THREE),
                "members.gz", concat(gzip(first), gzip(new byte[0]), gzip(second), new byte[512]),
                "zstd.zst", zstd(THREE),
                "frames.zst", concat(zstd(first), new byte[] {0x50, 0x2A, 0x4D, 0x18, 1, 0, 0, 0, 9}, zstd(second)),
                "bzip2.bz2", bzip2(THREE),
                "streams.bz2", concat(bzip2(first), bzip2(second)),
                "xz.xz", xz(THREE),
                "streams.xz", concat(xz(first), xz(second)));
    }

    private Reading read(byte[] bytes, ReaderOptions options) {
        try {
            return Reading.of(reader(options), Files.write(folder.resolve("essai.jsonl"), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading read(String lines) {
        return read(utf8(lines), ReaderOptions.DEFAULT);
    }

    @Test
    void readsTheSameRecordsFromEveryCompression() throws IOException {
        for (Map.Entry<String, byte[]> fixture : fixtures().entrySet()) {
            Path file = Files.write(folder.resolve(fixture.getKey()), fixture.getValue());
            assertThat(Reading.of(reader(ReaderOptions.DEFAULT), file).texts())
                    .as(fixture.getKey())
                    .containsExactly(
                            "L’été, les cigales chantent.\nPuis l’œil se ferme.", "Été 😀 \"fin\" /", "sans identité");
        }
    }

    @Test
    void placesRecordsByByteAndDigestsTheLineWithoutItsEnd() {
        List<RawRecord> records = read(THREE, ReaderOptions.DEFAULT).records();
        String[] lines = new String(THREE, StandardCharsets.UTF_8).split("\r?\n");
        int secondAt = utf8(lines[0]).length + 2;
        assertThat(records.get(0).provenance().location().byteOffset()).isZero();
        assertThat(records.get(1).provenance().location().byteOffset()).isEqualTo(secondAt);
        assertThat(records.get(1).provenance().rawDigest()).isEqualTo(Sha256.of(lines[2]));
        assertThat(records.get(2).provenance().rawDigest()).isEqualTo(Sha256.of(lines[3]));
        assertThat(records)
                .extracting(record -> record.provenance().sourceId())
                .containsExactly("un", "2", "essai.jsonl#2");
    }

    @Test
    void countsABlankLineAsNoRecordAndPassesOverAByteOrderMark() {
        Reading reading = read("\uFEFF{\"text\": \"a\"}\r\n \t\r\n\n{\"text\": \"b\"}");
        assertThat(reading.texts()).containsExactly("a", "b");
        assertThat(reading.records().get(0).provenance().location().byteOffset())
                .isEqualTo(3);
        assertThat(reading.records().get(1).provenance().location().record()).isEqualTo(1);
    }

    @Test
    void takesMetadataFromNestedPathsAndJoinsLists() {
        FieldMapping fields = FieldMapping.of(Map.of(
                "text", "body.content",
                "author", "meta.authors",
                "date", "meta.year",
                "uri", "meta\\.url",
                "license", "meta.missing",
                "title", "meta.nothing"));
        Reading reading = read(utf8("""
                {"meta": {"authors": ["Inconnue", "", "Anonyme"], "year": 1857, "nothing": null}, "meta.url": "u", "body": {"content": "c"}}
                """), ReaderOptions.DEFAULT.withFields(fields));
        assertThat(reading.records().get(0).text()).isEqualTo("c");
        assertThat(reading.records().get(0).metadata())
                .isEqualTo(new Metadata.Builder()
                        .author("Inconnue; Anonyme")
                        .date("1857")
                        .uri("u")
                        .build());
    }

    @Test
    void takesIdentifiersFromTextsNumbersAndLists() {
        FieldMapping fields = FieldMapping.of(Map.of(
                "isbn", "isbn", "issn", "revue.issn", "doi", "doi", "ark", "ark", "isni", "isni", "identifier", "dc"));
        List<RawRecord> records =
                read(utf8("""
                        {"text": "a", "isbn": ["2-07-036002-4", "978-2-07-041311-9 (epub)"], "revue": {"issn": "0395-2037"}}
                        {"text": "b", "isbn": 9782070360024, "doi": "10.1000/A; 10.1000/B", "ark": "ark:/12148/bpt6k1110784"}
                        {"text": "c", "isni": "0000 0001 2103 2683", "dc": ["urn:isbn:9782070360024", "oai:exemple:1"]}
                        {"text": "d", "isbn": "9782070360025", "doi": null, "isni": ""}
                        """), ReaderOptions.DEFAULT.withFields(fields)).records();
        assertThat(records)
                .extracting(record -> record.metadata().identifiers().toString())
                .containsExactly(
                        "[isbn:9782070360024, isbn:9782070413119, issn:0395-2037]",
                        "[ark:/12148/bpt6k1110784, doi:10.1000/a, doi:10.1000/b, isbn:9782070360024]",
                        "[isbn:9782070360024, isni:0000000121032683]",
                        "[]");
        assertThat(records.get(3).unreadableIdentifiers()).containsExactly("isbn:9782070360025");
        assertThat(records.get(0).unreadableIdentifiers()).isEmpty();
    }

    @Test
    void letsTheLastOfRepeatedNamesCount() {
        assertThat(read("{\"text\": 1, \"id\": \"a\", \"text\": \"b\", \"i\\u0064\": \"c\"}")
                        .records())
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.text()).isEqualTo("b");
                    assertThat(record.provenance().sourceId()).isEqualTo("c");
                });
        FieldMapping nested = FieldMapping.of(Map.of("title", "m.t"));
        assertThat(read(utf8("{\"text\":\"\",\"m\":{\"t\":\"a\"},\"m\":{}}"), ReaderOptions.DEFAULT.withFields(nested))
                        .records())
                .singleElement()
                .satisfies(record -> assertThat(record.metadata().title()).isEmpty());
    }

    @Test
    void acceptsAnEmptyTextAsARecord() {
        assertThat(read("{\"text\": \"\"}").texts()).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"a\"",
                "{\"text\": \"a\"}}",
                "{\"text\": \"a\"} x",
                "{\"text\": \"a\",}",
                "{\"text\": \"a\" \"b\": 1}",
                "{text: \"a\"}",
                "{'text': 'a'}",
                "{\"text\": \"a\tb\"}",
                "{\"text\": \"a\\x\"}",
                "{\"text\": \"a\\u00g0\"}",
                "{\"text\": \"a}",
                "{\"text\": \"a\", \"n\": 01}",
                "{\"text\": \"a\", \"n\": 1.}",
                "{\"text\": \"a\", \"n\": NaN}",
                "{\"text\": \"a\", \"n\": -}",
                "{\"text\": \"a\", \"n\": tru}",
                "{\"text\": \"a\", \"n\": [1 2]}",
                "{\"text\": \"a\", \"n\": [1,]}",
                "{\"text\": \"a\", \"n\": [1}}",
                "{\"text\": \"a\", \"n\": {\"b\"}}",
                "{\"text\": \"a\", \"n\": \"\u0000\"}",
                "{",
                "nul",
                "\u00e9",
            })
    void refusesWhatIsNotJson(String line) {
        Reading reading = read("{\"text\": \"avant\"}\n" + line + "\n{\"text\": \"après\"}\n");
        assertThat(reading.texts()).containsExactly("avant", "après");
        assertThat(reading.reasons()).containsExactly("invalid-json");
        assertThat(new String(reading.malformed().get(0).raw(), StandardCharsets.UTF_8))
                .isEqualTo(line);
        assertThat(reading.malformed().get(0).provenance().sourceId()).isEqualTo("essai.jsonl#1");
    }

    @Test
    void namesEachOtherFault() {
        String deep = "[".repeat(600) + "]".repeat(600);
        Reading reading = read(
                concat(
                        utf8(
                                "{\"text\": null, \"id\": \"n\"}\n{\"id\": \"m\"}\n{\"text\": 3}\n{\"text\": [\"a\"]}\n[1]\n\"a\"\n"),
                        utf8("{\"text\": \"a\\ud83d\"}\n{\"text\": \"\\ude00\\ud83d\"}\n{\"a\": " + deep + "}\n"),
                        new byte[] {'{', '"', 't', '"', ':', '"', 'a', (byte) 0xC3, '"', '}', '\n'},
                        new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}', '\n'
                        }),
                ReaderOptions.DEFAULT);
        assertThat(reading.reasons())
                .containsExactly(
                        "missing-field",
                        "missing-field",
                        "wrong-type",
                        "wrong-type",
                        "not-an-object",
                        "not-an-object",
                        "lone-surrogate",
                        "lone-surrogate",
                        "too-deep",
                        "invalid-utf8",
                        "invalid-utf8");
        assertThat(reading.malformed().get(0).provenance().sourceId()).isEqualTo("n");
        assertThat(reading.malformed().get(0).evidence()).isEqualTo(Evidence.of("field", "text"));
        assertThat(reading.malformed().get(9).evidence()).isEqualTo(Evidence.of("byte-offset", 7));
    }

    @Test
    void passesOverALineThatIsTooLargeAndGoesOn() {
        byte[] large = utf8("{\"text\": \"" + "a".repeat(300_000) + "\"}");
        byte[] file = concat(utf8("{\"text\": \"avant\"}\n"), large, utf8("\r\n{\"text\": \"après\"}\n"));
        for (int blockBytes : new int[] {1, 100, 65_536, 1_000_000}) {
            Reading reading = read(file, ReaderOptions.DEFAULT.withLimits(200_000, blockBytes));
            assertThat(reading.texts()).containsExactly("avant", "après");
            ReadResult.Malformed bad = reading.malformed().get(0);
            assertThat(bad.reason().code()).isEqualTo("record-too-large");
            assertThat(bad.evidence())
                    .isEqualTo(Evidence.of("record-bytes", large.length).and("max-record-bytes", 200_000));
            assertThat(bad.provenance().rawDigest()).isEqualTo(Sha256.of(large));
            assertThat(bad.provenance().location().byteOffset()).isEqualTo(18);
            assertThat(bad.raw()).hasSize(ReadResult.MAX_RAW_BYTES);
            assertThat(reading.records().get(1).provenance().location().byteOffset())
                    .isEqualTo(18 + large.length + 2);
        }
    }

    @Test
    void deliversTheLinesBeforeACutAndThenNamesFileAndPlace() {
        for (byte[] whole : List.of(gzip(THREE), zstd(THREE))) {
            Reading reading = read(Arrays.copyOf(whole, whole.length - 12), ReaderOptions.DEFAULT.withLimits(1000, 8));
            assertThat(reading.failure()).isPresent();
            assertThat(reading.failure().get().message().in(Locale.ENGLISH))
                    .startsWith("essai.jsonl: the ")
                    .contains("breaks off at byte");
        }
        byte[] cut = gzip(THREE);
        assertThat(read(Arrays.copyOf(cut, cut.length - 6), ReaderOptions.DEFAULT)
                        .texts())
                .hasSize(3);
    }

    @Test
    void refusesBytesBehindAGzipMember() {
        Reading reading = read(concat(gzip(THREE), utf8("déchet")), ReaderOptions.DEFAULT);
        assertThat(reading.texts()).hasSize(3);
        assertThat(reading.failure()).isPresent();
    }

    @Test
    void reportsAFileWithoutRecords() {
        for (byte[] empty : List.of(new byte[0], utf8("\n \n"), gzip(new byte[0]), utf8("\uFEFF"))) {
            assertThat(read(empty, ReaderOptions.DEFAULT).reasons()).containsExactly("empty-file");
        }
    }

    @Test
    void refusesUtf16() {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16)) {
            Optional<?> failure = read("{\"text\": \"a\"}".getBytes(charset), ReaderOptions.DEFAULT)
                    .failure();
            assertThat(failure).as(charset.name()).isPresent();
        }
    }
}
