package fr.corpus.read;

import static fr.corpus.read.Compressed.gzip;
import static fr.corpus.read.Compressed.utf8;
import static fr.corpus.read.Compressed.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Identifier;
import fr.corpus.document.Metadata;
import fr.corpus.hash.Sha256;
import fr.corpus.source.RawRecord;
import fr.corpus.step.Evidence;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeiReaderTest implements ReaderContract {

    private static final String NOVEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- écrit pour les essais -->
            <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="roman-1" xml:lang="fr">
              <teiHeader>
                <fileDesc>
                  <titleStmt>
                    <title type="sub">Conte</title>
                    <title>La Marée
                      basse</title>
                    <author><persName type="pen">Jeanne d’Étel</persName>
                      <persName><forename>Jeanne</forename><surname>Le Goff</surname></persName><idno>12</idno></author>
                    <author>Anonyme</author>
                  </titleStmt>
                  <publicationStmt>
                    <publisher>Les Éditeurs</publisher>
                    <date when="2020"/>
                    <availability><licence target="https://creativecommons.org/licenses/by-sa/4.0/deed.fr"/></availability>
                    <idno type="ARK">ark:/00000/essai</idno>
                  </publicationStmt>
                  <sourceDesc>
                    <bibl><date>1901</date><ref target="https://exemple.fr/livre"/></bibl>
                    <bibl type="firstEdition"><date>1899</date></bibl>
                  </sourceDesc>
                </fileDesc>
                <profileDesc><langUsage><language ident="fra">français</language></langUsage></profileDesc>
              </teiHeader>
              <text>
                <front><head>La Marée basse</head></front>
                <body>
                  <div><head>I</head>
                    <p>La mer s’était <hi rend="italic">retirée</hi><note>Note de l’éditeur.</note>, et   l’on
                       voyait les <choice><abbr>bat.</abbr><expan>bateaux</expan></choice>.</p>
                    <p>— Où vas-tu ? dit-elle.</p>
                  </div>
                </body>
              </text>
            </TEI>
            """;

    private static final String CORPUS = """
            <teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>
            <TEI xml:id="a"><teiHeader/><text><body><p>Un</p></body></text></TEI>
            <teiCorpus><teiHeader/><TEI><teiHeader/><text xml:lang="br"><body><p>Daou</p></body></text></TEI></teiCorpus>
            <TEI><teiHeader/></TEI>
            </teiCorpus>
            """;

    private final Path folder;

    TeiReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    public Reader reader(ReaderOptions options) {
        return new TeiReader(options);
    }

    @Override
    public Map<String, byte[]> fixtures() {
        return ReaderContract.files(
                "novel.xml", utf8(NOVEL),
                "novel.xml.gz", gzip(utf8(NOVEL)),
                "novel.xml.zst", zstd(utf8(NOVEL)),
                "corpus.xml", utf8(CORPUS.replace("<TEI><teiHeader/></TEI>", "")));
    }

    private Reading read(byte[] bytes, ReaderOptions options) {
        try {
            return Reading.of(reader(options), Files.write(folder.resolve("essai.xml"), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading read(String xml) {
        return read(utf8(xml), ReaderOptions.DEFAULT);
    }

    /** The text of a body. */
    private String body(String body) {
        Reading reading = read("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>" + body + "</body></text></TEI>");
        assertThat(reading.reasons()).isEmpty();
        return reading.texts().get(0);
    }

    @Test
    void readsTextAndHeaderOfANovel() {
        RawRecord record = read(NOVEL).records().get(0);
        assertThat(record.text()).isEqualTo("""
                La Marée basse

                I

                La mer s’était retirée, et l’on voyait les bateaux.
                — Où vas-tu ? dit-elle.""");
        assertThat(record.metadata())
                .isEqualTo(new Metadata.Builder()
                        .title("La Marée basse")
                        .author("Jeanne d’Étel (Jeanne Le Goff); Anonyme")
                        .date("1899")
                        .license("CC-BY-SA-4.0")
                        .attribution("Les Éditeurs")
                        .uri("ark:/00000/essai")
                        .language("fra")
                        .identifiers(List.of(Identifier.parse("ark:/00000/essai")))
                        .build());
        assertThat(record.provenance().sourceId()).isEqualTo("roman-1");
        assertThat(record.provenance().rawDigest()).isEqualTo(Sha256.of(NOVEL));
        assertThat(record.provenance().location().byteOffset()).isEqualTo(-1);
    }

    @Test
    void takesTheIdentifiersOfTheWorkAndOfItsAuthorsAndOfNobodyElse() {
        RawRecord record = read("""
                <TEI xmlns="http://www.tei-c.org/ns/1.0">
                  <teiHeader><fileDesc>
                    <titleStmt>
                      <title>Essai</title>
                      <author ref="https://viaf.org/viaf/9 https://isni.org/isni/0000000121032683">Anne Exemple</author>
                      <author><persName>Jean Exemple</persName><idno type="ISNI">0000 <hi>0001</hi><seg> 2120 <hi>0982</hi></seg></idno></author>
                      <author><persName>Luc Exemple<ptr type="isni" target="0000000121296128"/></persName></author>
                      <editor ref="isni:0000000123197131">Léa Exemple</editor>
                    </titleStmt>
                    <publicationStmt>
                      <publisher>Éditions Exemple<idno type="isni">0000000120171868</idno></publisher>
                      <idno type="e-ISBN">978-2-07-036002-4 (epub)</idno>
                      <idno type="DOI">https://doi.org/10.1000/ABC</idno>
                      <idno type="isbn">978-2-07-036002-5</idno>
                      <idno>cote 12</idno>
                    </publicationStmt>
                    <seriesStmt><title>Cahiers</title><idno type="ISSN">0395-2037</idno></seriesStmt>
                    <sourceDesc>
                      <bibl><author key="isni:0000000121458289">Anne Exemple</author><idno type="ISBN">2-07-041311-X</idno>
                        <ref target="https://gallica.bnf.fr/ark:/12148/bpt6k1110784/f1.item"/>
                        <relatedItem><bibl><idno type="ISBN">9782253004226</idno></bibl></relatedItem></bibl>
                    </sourceDesc>
                  </fileDesc></teiHeader>
                  <text><body><p>Un</p></body></text>
                </TEI>
                """).records().get(0);
        assertThat(record.metadata().author()).contains("Anne Exemple; Jean Exemple; Luc Exemple");
        assertThat(record.metadata().identifiers())
                .extracting(Identifier::toString)
                .containsExactly(
                        "ark:/12148/bpt6k1110784",
                        "doi:10.1000/abc",
                        "isbn:9782070360024",
                        "isbn:9782070413119",
                        "isni:0000000121032683",
                        "isni:0000000121200982",
                        "isni:0000000121296128",
                        "isni:0000000121458289",
                        "issn:0395-2037");
        assertThat(record.unreadableIdentifiers()).containsExactly("isbn:978-2-07-036002-5");
    }

    @Test
    void givesOneRecordForEachDocumentOfACorpus() {
        Reading reading = read(CORPUS);
        assertThat(reading.texts()).containsExactly("Un", "Daou");
        assertThat(reading.reasons()).containsExactly("no-text");
        assertThat(reading.records())
                .extracting(record -> record.provenance().sourceId())
                .containsExactly("a", "essai.xml#1");
        assertThat(reading.records().get(1).metadata().language()).contains("br");
        assertThat(reading.records())
                .allMatch(record -> record.provenance().rawDigest().equals(Sha256.of(CORPUS)));
    }

    @Test
    void laysOutSpeechesWithSpeakersAndDirections() {
        assertThat(body("""
                <div><head>ACTE I</head><stage>Une grève.</stage>
                <sp who="#j"><speaker>JEANNE,</speaker><stage>seule.</stage>
                  <p><stage>Elle rit.</stage> Enfin&#160;! <stage>(à part)</stage>Non.</p></sp>
                <sp><speaker>LE MARIN.</speaker><lg><l>Qui va</l><l>là&#x202F;?</l></lg></sp></div>
                """)).isEqualTo("""
                ACTE I

                Une grève.

                JEANNE,
                seule.
                (Elle rit.) Enfin\u00A0! (à part) Non.

                LE MARIN.
                Qui va
                là\u202F?""");
    }

    @Test
    void joinsThePartsOfAVerseOfOneSpeakerButNotOfTwo() {
        assertThat(body("""
                <sp><speaker>A</speaker><l part="I">Je pars.</l><l part="M">Je reste.</l><l part="F">Je ris.</l><l>Soit.</l></sp>
                <sp><speaker>B</speaker><l part="I">Toi&#160;?</l></sp><sp><speaker>A</speaker><l part="F">Moi.</l></sp>
                <sp><l part="I">Un</l><stage>Il sort.</stage><l part="F">deux</l></sp>
                """)).isEqualTo("""
                A
                Je pars. Je reste. Je ris.
                Soit.

                B
                Toi\u00A0?

                A
                Moi.

                Un
                Il sort.
                deux""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mer<lb/>haute | mer haute",
                "mer <lb/> haute | mer haute",
                "ma-<lb break='no'/>rée | marée",
                "ma- <pb n='2' break='no'/> rée | marée",
                "maré<lb break='no'/>e | marée",
                "ma¬<lb/>rée | marée",
                "ma\u00AD<lb/>rée | marée",
                "a ¬ b | a ¬ b",
                "ma<pb n='2'/>rée | marée",
                "<choice><sic>la la</sic><corr>la</corr></choice> mer | la mer",
                "<choice><orig>estoit</orig><reg>était</reg></choice> | estoit",
                "<choice><reg>était</reg></choice> là | était là",
                "<app><lem>vague</lem><rdg>onde</rdg></app> | vague",
                "<app><rdg>onde</rdg><rdg>eau</rdg></app> | onde",
                "<subst><del>grand</del><add>petit</add></subst> bateau | petit bateau",
                "un <gap reason='illegible'/> mot | un […] mot",
                "<foreign xml:lang='en'>sea</foreign>, dit-il | sea, dit-il",
                "<s>Un.</s><s>Deux.</s> | Un. Deux.",
                "<fw>TITRE</fw>mer<figure><figDesc>un phare</figDesc></figure> | mer",
                "a<x xmlns='urn:autre'>b</x>c | ac",
                "<![CDATA[a < b]]> &amp; c&#233; | a < b & cé",
            })
    void makesRunningTextOf(String xml, String text) {
        assertThat(body("<p>" + xml + "</p>")).isEqualTo(text);
    }

    @Test
    void keepsTheLineEndBehindAHyphenThatMayBelongToTheWord() {
        assertThat(body("<p>très-<lb/>obéissant</p>")).isEqualTo("très-\nobéissant");
    }

    @Test
    void setsListsCastsAndSectionsOnLines() {
        assertThat(body("""
                <castList><castItem><role>JEANNE</role><roleDesc>pêcheuse</roleDesc></castItem>
                <castItem><role>LE MARIN</role>, son frère.</castItem></castList>
                <p>Avant.</p><milestone unit="section"/><p>Après.</p>
                <list><item><label>1</label>un</item><item>deux</item></list>
                """)).isEqualTo("""
                JEANNE pêcheuse
                LE MARIN, son frère.

                Avant.

                Après.

                1 un
                deux""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE TEI [<!ENTITY a 'aaa'><!ENTITY b '&a;&a;'>]><TEI><text><p>&b;</p></text></TEI>",
                "<!DOCTYPE TEI [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><TEI><text><p>&x;</p></text></TEI>",
                "<!DOCTYPE TEI [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]><TEI><text><p>a</p></text></TEI>",
                "<!DOCTYPE TEI SYSTEM 'tei.dtd'><TEI><text><p>&eacute;</p></text></TEI>",
                "<TEI><text><p>&eacute;</p></text></TEI>",
            })
    void refusesDeclarationsAndEntities(String xml) {
        assertThat(read(xml).reasons()).containsExactly("forbidden-dtd");
    }

    @Test
    void passesOverADocumentTypeThatDeclaresNothing() {
        assertThat(read("<!DOCTYPE TEI.2 SYSTEM 'teixlite.dtd'><TEI.2><text><p>a</p></text></TEI.2>")
                        .texts())
                .containsExactly("a");
    }

    @Test
    void namesEachFaultAndItsPlace() {
        assertThat(read("").reasons()).containsExactly("empty-file");
        assertThat(read("du texte").reasons()).containsExactly("invalid-xml");
        assertThat(read("<html><p>a</p></html>").reasons()).containsExactly("not-tei");
        assertThat(read("<TEI xmlns='urn:autre'/>").reasons()).containsExactly("not-tei");
        assertThat(read("<TEI><teiHeader/></TEI>").reasons()).containsExactly("no-text");
        assertThat(read("<teiCorpus/>").reasons()).containsExactly("empty-file");
        assertThat(read("<TEI><text/></TEI>").texts()).containsExactly("");
        assertThat(
                        read("<TEI><text><p xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='b.xml'/></p></text></TEI>")
                                .reasons())
                .containsExactly("unresolved-include");
        Reading broken = read("<TEI>\n<text><p>a</text></TEI>");
        assertThat(broken.reasons()).containsExactly("invalid-xml");
        assertThat(broken.malformed().get(0).evidence().items().get(0))
                .isEqualTo(Evidence.of("line", 2).items().get(0));
        assertThat(read("<TEI><text>" + "<div>".repeat(5000)).reasons()).containsExactly("invalid-xml");
        byte[] latin = "<TEI><text><p>é</p></text></TEI>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(latin, ReaderOptions.DEFAULT).reasons()).containsExactly("invalid-encoding");
        assertThat(read("<?xml version='1.0' encoding='inconnu'?><TEI/>").reasons())
                .containsExactly("invalid-encoding");
    }

    @Test
    void readsOtherDeclaredEncodings() {
        String xml = "<?xml version='1.0' encoding='ISO-8859-1'?><TEI><text><p>é</p></text></TEI>";
        assertThat(read(xml.getBytes(StandardCharsets.ISO_8859_1), ReaderOptions.DEFAULT)
                        .texts())
                .containsExactly("é");
        assertThat(read("<TEI><text><p>é</p></text></TEI>".getBytes(StandardCharsets.UTF_16), ReaderOptions.DEFAULT)
                        .texts())
                .containsExactly("é");
    }

    @Test
    void givesTheDocumentsBeforeAFaultAndCountsOneMalformed() {
        Reading reading = read(CORPUS.substring(0, CORPUS.indexOf("Daou")));
        assertThat(reading.texts()).containsExactly("Un");
        assertThat(reading.reasons()).containsExactly("invalid-xml");
        byte[] whole = gzip(utf8(NOVEL));
        assertThat(read(Arrays.copyOf(whole, whole.length - 20), ReaderOptions.DEFAULT)
                        .reasons())
                .containsExactly("truncated-file");
    }

    @Test
    void refusesATextThatIsTooLargeAndKeepsOnlyItsBeginning() {
        String xml = CORPUS.replace("Un", "é".repeat(60_000));
        Reading reading = read(utf8(xml), ReaderOptions.DEFAULT.withLimits(100_000, 1000));
        assertThat(reading.reasons()).containsExactly("record-too-large", "no-text");
        assertThat(reading.texts()).containsExactly("Daou");
        assertThat(reading.malformed().get(0).evidence())
                .isEqualTo(Evidence.of("record-bytes", 120_000).and("max-record-bytes", 100_000));
    }

    @ParameterizedTest
    @CsvSource({
        "https://creativecommons.org/licenses/by/4.0/, CC-BY-4.0",
        "http://creativecommons.org/licenses/by-nc-sa/2.0/fr/, http://creativecommons.org/licenses/by-nc-sa/2.0/fr/",
        "https://creativecommons.org/licenses/by-nc/4.0/legalcode.fr, CC-BY-NC-4.0",
        "https://creativecommons.org/publicdomain/zero/1.0/deed.en, CC0-1.0",
        "https://creativecommons.org/publicdomain/mark/1.0/, CC-PDM-1.0",
        "https://www.etalab.gouv.fr/licence-ouverte, https://www.etalab.gouv.fr/licence-ouverte",
        "Domaine public, Domaine public",
    })
    void namesCreativeCommonsLicencesAndLeavesOthersAsTheyAre(String declared, String license) {
        String target = declared.startsWith("http") ? " target='" + declared + "'>" : ">" + declared;
        String xml = "<TEI><teiHeader><publicationStmt><availability><licence" + target
                + "</licence></availability></publicationStmt></teiHeader><text/></TEI>";
        assertThat(read(xml).records().get(0).metadata().license()).contains(license);
    }

    @Test
    void losesNoneOfSeveralLicences() {
        String xml = "<TEI><teiHeader><publicationStmt><availability><licence>A</licence><licence>B</licence>"
                + "</availability></publicationStmt></teiHeader><text/></TEI>";
        assertThat(read(xml).records().get(0).metadata().license()).contains("A AND B");
    }

    @ParameterizedTest
    @CsvSource({"eltec-fra, 8, 1847, 1912", "roman18, 4, 1752, 1794", "fredracor, 7, 1637, 1834"})
    void readsRealNovelsAndPlays(String name, int files, String first, String last) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(SharedFolder.need("data/" + name), "*.xml")) {
            for (Path file : folder) {
                Reading reading = Reading.of(reader(ReaderOptions.DEFAULT), file);
                assertThat(reading.reasons()).isEmpty();
                records.addAll(reading.records());
            }
        }
        assertThat(records).hasSize(files).allSatisfy(record -> {
            assertThat(record.text()).hasSizeGreaterThan(30_000).doesNotContain("\n\n\n", "  ", " \n", "\n ", "</");
            assertThat(record.metadata().title()).isPresent();
            assertThat(record.metadata().author()).isPresent();
            assertThat(record.metadata().license().orElseThrow()).startsWith("CC");
            assertThat(record.metadata().language().orElseThrow()).startsWith("fr");
            assertThat(record.metadata().date().orElseThrow()).isBetween(first, last);
        });
    }
}
