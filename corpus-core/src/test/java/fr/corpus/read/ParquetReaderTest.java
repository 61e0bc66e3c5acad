package fr.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.hash.Sha256;
import fr.corpus.internal.parquet.Column;
import fr.corpus.internal.parquet.TableWriter;
import fr.corpus.source.RawRecord;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetReaderTest implements ReaderContract {

    @TempDir
    Path dir;

    @Override
    public Reader reader(ReaderOptions options) {
        return Readers.of("parquet", options);
    }

    @Override
    public Map<String, byte[]> fixtures() {
        try {
            Path folder = Files.createTempDirectory("parquet-fixture");
            Path file = folder.resolve("a.parquet");
            List<Column> columns = List.of(
                    Column.text("id"),
                    Column.word("text"),
                    Column.struct("meta", List.of(Column.text("url").orNull())).orNull());
            TableWriter.Format format = new TableWriter.Format("essai", columns, 3);
            try (TableWriter<Integer> writer = TableWriter.create(file, format, (row, out) -> {
                out.text(0, utf8("n" + row));
                out.text(1, utf8("Un texte, « déjà » vu 😀, ligne " + row % 7));
            })) {
                for (int i = 0; i < 60; i++) {
                    writer.write(i);
                }
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return ReaderContract.files("a.parquet", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a file with DuckDB, a writer that is not ours. */
    private Path duck(String select, String options) throws Exception {
        Path file = Files.createTempFile(dir, "duck", ".parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            sql.execute("copy (" + select + ") to '" + file + "' (format parquet" + options + ")");
        }
        return file;
    }

    private Reading read(Path file, Map<String, String> fields) {
        return Reading.of(reader(ReaderOptions.DEFAULT.withFields(FieldMapping.of(fields))), file);
    }

    @Test
    void givesTheTextOfEveryKindOfValue() throws Exception {
        Path file = duck(
                "select 'un' as text, 42::bigint as n, 7::utinyint as u, 1.5::double as d, 12.34::decimal(9,2) as dec,"
                        + " date '1857-06-25' as jour, timestamp '1857-06-25 10:00:00' as vu,"
                        + " timestamptz '1857-06-25 10:00:00+00' as tz, true as b,"
                        + " uuid 'b5b6d1e8-3f7a-4c7e-9f0a-111111111111' as uu,"
                        + " ['Hugo', null, 'Dumas'] as noms, [1, 2] as rangs, {'a': {'b': 'fond'}} as s",
                "");
        Map<String, String> expected = new HashMap<>();
        expected.put("n", "42");
        expected.put("u", "7");
        expected.put("d", "1.5");
        expected.put("dec", "12.34");
        expected.put("jour", "1857-06-25");
        expected.put("vu", "1857-06-25T10:00:00");
        expected.put("tz", "1857-06-25T10:00:00Z");
        expected.put("b", "true");
        expected.put("uu", "b5b6d1e8-3f7a-4c7e-9f0a-111111111111");
        expected.put("noms", "Hugo; Dumas");
        expected.put("rangs", "1; 2");
        expected.put("s.a.b", "fond");
        expected.forEach((path, text) -> {
            Reading reading = read(file, Map.of("title", path, "id", "n"));
            assertThat(reading.records()).as(path).hasSize(1);
            RawRecord record = reading.records().get(0);
            assertThat(record.metadata().title()).as(path).contains(text);
            assertThat(record.provenance().sourceId()).isEqualTo("42");
            assertThat(record.text()).isEqualTo("un");
        });
    }

    @Test
    void countsANullTextAsMalformedAndLosesNoOther() throws Exception {
        Path file = duck(
                "select i::varchar as id, case when i = 3 then null else 't' || i end as text from range(6) r(i)", "");
        Reading reading = read(file, Map.of());
        assertThat(reading.texts()).containsExactly("t0", "t1", "t2", "t4", "t5");
        assertThat(reading.reasons()).containsExactly("missing-field");
        assertThat(reading.malformed().get(0).provenance().location().record()).isEqualTo(3);
        assertThat(reading.malformed().get(0).provenance().sourceId()).isEqualTo("3");
        assertThat(reading.malformed().get(0).raw())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"id\":\"3\"}");
    }

    @Test
    void countsInvalidUtf8AsMalformedAndKeepsAnHonestReplacementCharacter() throws Exception {
        Path file = duck("select unnest(['\\xC3'::blob, '\\xEF\\xBF\\xBD'::blob, 'bon'::blob]) as text", "");
        Reading reading = read(file, Map.of());
        assertThat(reading.reasons()).containsExactly("invalid-utf8");
        assertThat(reading.texts()).containsExactly("\uFFFD", "bon");
    }

    @Test
    void digestsTheCanonicalJsonOfTheMappedFields() throws Exception {
        Path file =
                duck("select 'x' as id, 'Té' as text, ['a','b'] as noms, 'non' as autre, null::varchar as vide", "");
        Reading reading = read(file, Map.of("author", "noms", "title", "vide"));
        assertThat(reading.records().get(0).provenance().rawDigest())
                .isEqualTo(Sha256.of("{\"id\":\"x\",\"noms\":[\"a\",\"b\"],\"text\":\"Té\"}"));
    }

    @Test
    void saysWhichColumnIsMissingAndWhichAreNear() throws Exception {
        Path file = duck("select 'x' as id, 'y' as texte, {'auteur': 'z'} as meta", "");
        assertThat(failure(read(file, Map.of())))
                .contains("«\u00a0text\u00a0»", "texte", file.getFileName().toString());
        assertThat(failure(read(file, Map.of("text", "texte", "author", "meta.auteurs"))))
                .contains("meta.auteurs", "meta.auteur");
        assertThat(failure(read(file, Map.of("text", "texte", "id", "ident")))).contains("ident");
    }

    @Test
    void readsWithoutAnIdThatNobodyAskedFor() throws Exception {
        Path file = duck("select 'y' as text", "");
        assertThat(read(file, Map.of()).records().get(0).provenance().sourceId())
                .isEqualTo(file.getFileName() + "#0");
    }

    @Test
    void takesIdentifiersFromTextsNumbersAndLists() throws Exception {
        Path file = duck(
                "select 'x' as text, ['2-07-036002-4', '9782070413119'] as isbn, 9782253004226 as ean, '0395-2037' as issn,"
                        + " ['doi:10.1000/a;2-b', 'ark:/12148/bpt6k1110784', 'isbn:9782070360025'] as identifiers",
                "");
        RawRecord record = read(file, Map.of("isbn", "isbn", "issn", "issn", "identifier", "identifiers"))
                .records()
                .get(0);
        assertThat(record.metadata().identifiers().toString())
                .isEqualTo("[ark:/12148/bpt6k1110784, doi:10.1000/a;2-b, isbn:9782070360024, isbn:9782070413119,"
                        + " issn:0395-2037]");
        assertThat(record.unreadableIdentifiers()).containsExactly("isbn:9782070360025");
        RawRecord number = read(file, Map.of("isbn", "ean")).records().get(0);
        assertThat(number.metadata().identifiers().toString()).isEqualTo("[isbn:9782253004226]");
    }

    @Test
    void saysWhichTypeWasFoundAndWhichExpected() throws Exception {
        Path file = duck("select 'x' as id, 5 as n, ['a'] as l, {'a': 1} as s, map {'k': 'v'} as m, 'y' as text", "");
        assertThat(failure(read(file, Map.of("text", "n")))).contains("«\u00a0n\u00a0»", "int", "string");
        assertThat(failure(read(file, Map.of("text", "l")))).contains("list<string>");
        assertThat(failure(read(file, Map.of("title", "s")))).contains("struct");
        assertThat(failure(read(file, Map.of("title", "m")))).contains("map");
    }

    @Test
    void saysWhatIsNotParquetAndWhatIsTruncated() throws Exception {
        Path text = Files.writeString(dir.resolve("texte.parquet"), "ceci n’est pas un fichier Parquet");
        assertThat(failure(read(text, Map.of()))).contains("texte.parquet");
        byte[] whole = Files.readAllBytes(duck("select 'y' as text from range(1000)", ""));
        Path cut = Files.write(dir.resolve("coupé.parquet"), java.util.Arrays.copyOf(whole, whole.length - 20));
        assertThat(failure(read(cut, Map.of()))).contains("coupé.parquet", "PAR1");
        byte[] badFooter = whole.clone();
        java.util.Arrays.fill(badFooter, whole.length - 60, whole.length - 20, (byte) 0x7F);
        Path torn = Files.write(dir.resolve("pied.parquet"), badFooter);
        assertThat(failure(read(torn, Map.of()))).contains("pied.parquet", "table des matières");
    }

    @Test
    void namesTheRowGroupThatIsDamaged() throws Exception {
        byte[] whole = fixtures().get("a.parquet");
        java.util.Arrays.fill(whole, 40, 60, (byte) 0x55);
        assertThat(failure(read(Files.write(dir.resolve("page.parquet"), whole), Map.of())))
                .contains("page.parquet", "groupe de lignes 1 sur 1", "ligne 1");
    }

    @Test
    void countsAFileWithoutARowAsOneMalformedRecord() throws Exception {
        assertThat(read(duck("select 'y' as text limit 0", ""), Map.of()).reasons())
                .containsExactly("empty-file");
        assertThat(read(Files.createFile(dir.resolve("vide.parquet")), Map.of()).reasons())
                .containsExactly("empty-file");
    }

    @Test
    void refusesACodecThatItCannotRead() throws Exception {
        assertThat(failure(read(duck("select 'y' as text", ", compression brotli"), Map.of())))
                .contains("BROTLI", "zstd");
    }

    @Test
    void readsEveryCodecOfTheRealFilesAlike() {
        Map<String, String> fields = Map.of(
                "license", "licence", "language", "lang", "date", "date", "title", "meta.livre", "uri", "meta.chemin");
        Reading zstd = read(SharedFolder.need("data/parquet/corpus.zstd.parquet"), fields);
        assertThat(zstd.failure()).isEmpty();
        assertThat(zstd.records()).hasSize(327);
        assertThat(zstd.records().get(0).provenance().sourceId()).isEqualTo("gimp/gimp-tool-measure.html");
        assertThat(zstd.records().get(0).metadata().uri()).contains("gimp-tool-measure.html");
        assertThat(zstd.records().get(0).metadata().license()).contains("GFDL-1.2-or-later");
        for (String codec : List.of("gzip", "snappy")) {
            Reading other = read(SharedFolder.need("data/parquet/corpus." + codec + ".parquet"), fields);
            assertThat(other.texts()).as(codec).isEqualTo(zstd.texts());
            assertThat(other.records().stream().map(RawRecord::metadata))
                    .isEqualTo(zstd.records().stream().map(RawRecord::metadata).toList());
        }
        assertThat(read(SharedFolder.need("data/parquet/plat.sans-compression.parquet"), Map.of())
                        .texts())
                .isEqualTo(zstd.texts().subList(0, 50));
    }

    @Test
    void numbersRowsThroughAllRowGroupsOfARealFile() {
        Reading reading = read(
                SharedFolder.need("data/parquet/plusieurs-groupes.parquet"),
                Map.of("text", "id", "id", "no", "date", "date", "author", "tags", "title", "n_car"));
        assertThat(reading.failure()).isEmpty();
        assertThat(reading.results()).hasSize(327 * 40);
        for (int i = 0; i < reading.records().size(); i++) {
            assertThat(reading.records().get(i).provenance().location().record())
                    .isEqualTo(i);
        }
        assertThat(reading.records().stream().filter(r -> r.metadata().date().isPresent()))
                .isNotEmpty();
    }

    private static String failure(Reading reading) {
        assertThat(reading.failure()).isPresent();
        return reading.failure().orElseThrow().message().in(Locale.FRENCH);
    }
}
