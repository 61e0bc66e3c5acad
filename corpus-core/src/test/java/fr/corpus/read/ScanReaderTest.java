package fr.corpus.read;

import static fr.corpus.read.Compressed.gzip;
import static fr.corpus.read.Compressed.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.hash.Sha256;
import fr.corpus.read.page.ScanFormat;
import fr.corpus.source.RawRecord;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanReaderTest implements ReaderContract {

    private static final String PRESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <alto><Description><MeasurementUnit>pixel</MeasurementUnit></Description>
            <Layout><Page ID="P1" WIDTH="900" HEIGHT="900" LANG="fr">
            <TopMargin><TextBlock ID="m"><TextLine><String CONTENT="12"/></TextLine></TextBlock></TopMargin>
            <PrintSpace>
             <TextBlock ID="b1">
              <TextLine><String CONTENT="Le" WC="0.9"/><SP/><String CONTENT="maire" WC="0.7"/><SP/>
               <String CONTENT="mani" SUBS_TYPE="HypPart1" SUBS_CONTENT="manifesta"/><HYP CONTENT="-"/></TextLine>
              <TextLine><String CONTENT="festa," SUBS_TYPE="HypPart2" SUBS_CONTENT="manifesta"/><String CONTENT="sa"/></TextLine>
              <TextLine><String CONTENT="porte" SUBS_TYPE="HypPart1" SUBS_CONTENT="porte-plume"/><HYP/></TextLine>
              <TextLine><String CONTENT="plume" SUBS_TYPE="HypPart2" SUBS_CONTENT="porte-plume"/></TextLine>
              <TextLine><String CONTENT="et"/><String CONTENT="l’avo"/><HYP CONTENT="¬"/></TextLine>
              <TextLine><String CONTENT="cat"/></TextLine>
             </TextBlock>
             <ComposedBlock><Illustration/><TextBlock ID="b2"><TextLine>
               <String CONTENT="À vendre &amp; à louer"/></TextLine></TextBlock></ComposedBlock>
            </PrintSpace></Page></Layout></alto>
            """;

    private static final String BOOK = """
            <alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Tags>
            <OtherTag ID="T1" LABEL="RunningTitleZone"/><OtherTag ID="T2" LABEL="MainZone"/>
            <OtherTag ID="T3" LABEL="NumberingZone:page"/><OtherTag ID="T4" LABEL="DropCapitalZone"/>
            <OtherTag ID="L1" LABEL="DropCapitalLine"/></Tags>
            <ReadingOrder><OrderedGroup><ElementRef REF="late"/><ElementRef REF="early"/></OrderedGroup></ReadingOrder>
            <Layout><Page><PrintSpace>
            <TextBlock TAGREFS="T1"><TextLine><String CONTENT="LES FLEURS."/></TextLine></TextBlock>
            <TextBlock TAGREFS="T3"><TextLine><String CONTENT="6"/></TextLine></TextBlock>
            <TextBlock ID="d" TAGREFS="T4"><TextLine HPOS="10" VPOS="100" WIDTH="20" HEIGHT="30"><String CONTENT="D"/></TextLine></TextBlock>
            <TextBlock ID="early" TAGREFS="T2">
             <TextLine HPOS="10" VPOS="80" WIDTH="200" HEIGHT="10"><String CONTENT="SCENE II."/></TextLine>
             <TextLine HPOS="35" VPOS="105" WIDTH="200" HEIGHT="10"><String CONTENT="ieux immortels,"/></TextLine>
             <TextLine HPOS="35" VPOS="118" WIDTH="200" HEIGHT="10"><String CONTENT="que vois-je ?"/></TextLine>
            </TextBlock>
            <TextBlock ID="late" TAGREFS="T2">
             <TextLine TAGREFS="L1"><String CONTENT="A"/></TextLine><TextLine><String CONTENT="tys eſt heureux."/></TextLine>
            </TextBlock>
            </PrintSpace></Page></Layout></alto>
            """;

    private static final String REGISTER = """
            <PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Metadata/>
            <Page imageFilename="1.jpg" primaryLanguage="French">
            <ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="1" regionRef="r1"/>
             <UnorderedGroupIndexed index="0"><RegionRef regionRef="r2"/></UnorderedGroupIndexed></OrderedGroup></ReadingOrder>
            <TextRegion id="r0" type="page-number"><TextLine><TextEquiv><Unicode>12</Unicode></TextEquiv></TextLine></TextRegion>
            <TextRegion id="r1" custom="readingOrder {index:1;} structure {type:MainZone;}">
             <TextLine id="l1"><Coords points="1,2 30,4"/><TextEquiv index="1"><Unicode>faux</Unicode></TextEquiv>
              <TextEquiv index="0" conf="0.5"><Unicode>Avril  1742</Unicode></TextEquiv></TextLine>
             <TextLine id="l2"><Word><TextEquiv><Unicode>Vente</Unicode></TextEquiv></Word>
              <Word><TextEquiv><Unicode>d’une</Unicode></TextEquiv></Word></TextLine>
             <TextEquiv><Unicode>ne compte pas</Unicode></TextEquiv></TextRegion>
            <TextRegion id="r2"><TextEquiv><Unicode>Sans lignes,
            mais avec texte</Unicode></TextEquiv></TextRegion>
            <TextRegion id="r3" custom="structure {type:QuireMarksZone;}"><TextLine><TextEquiv><Unicode>A ij</Unicode></TextEquiv></TextLine></TextRegion>
            </Page></PcGts>
            """;

    private final Path folder;

    ScanReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    public Reader reader(ReaderOptions options) {
        return new ScanReader(ScanFormat.ALTO, options);
    }

    @Override
    public Map<String, byte[]> fixtures() {
        return ReaderContract.files(
                "presse.xml", utf8(PRESS), "livre.xml", utf8(BOOK), "presse.xml.gz", gzip(utf8(PRESS)));
    }

    private Reading read(ScanFormat format, String text) throws IOException {
        return Reading.of(
                new ScanReader(format, ReaderOptions.DEFAULT), Files.write(folder.resolve("page.xml"), utf8(text)));
    }

    private RawRecord one(ScanFormat format, String text) throws IOException {
        Reading reading = read(format, text);
        assertThat(reading.reasons()).isEmpty();
        return reading.records().get(0);
    }

    @Test
    void joinsTheWordsThatTheFileSaysAreDividedAndLeavesOtherHyphensWhereTheyAre() throws IOException {
        RawRecord record = one(ScanFormat.ALTO, PRESS);
        assertThat(record.text()).isEqualTo("""
                Le maire manifesta,
                sa
                porte-plume
                et l’avo¬
                cat

                À vendre & à louer""");
        assertThat(record.metadata().language()).contains("fr");
        assertThat(record.provenance().reader()).isEqualTo("alto@1;left-out-lines=1;confidence=0.800");
        assertThat(record.provenance().rawDigest()).isEqualTo(Sha256.of(utf8(PRESS)));
    }

    @Test
    void keepsBothHalvesWhenTheSecondIsMissingOrAnother() throws IOException {
        String line =
                "<TextLine><String CONTENT=\"fa\" SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"façon\"/><HYP/></TextLine>";
        String other = "<TextLine><String CONTENT=\"meux\" SUBS_TYPE=\"HypPart2\" SUBS_CONTENT=\"fameux\"/></TextLine>";
        assertThat(one(ScanFormat.ALTO, alto(line)).text()).isEqualTo("fa-");
        assertThat(one(ScanFormat.ALTO, alto(line + other)).text()).isEqualTo("fa-\nmeux");
    }

    private static String alto(String lines) {
        return "<alto><Layout><Page><PrintSpace><TextBlock>" + lines
                + "</TextBlock></PrintSpace></Page></Layout></alto>";
    }

    @Test
    void leavesOutRunningTitlesAndNumbersFollowsTheReadingOrderAndJoinsLargeInitials() throws IOException {
        RawRecord record = one(ScanFormat.ALTO, BOOK);
        assertThat(record.text()).isEqualTo("Atys eſt heureux.\n\nSCENE II.\nDieux immortels,\nque vois-je ?");
        assertThat(record.provenance().reader()).isEqualTo("alto@1;left-out-lines=2");
    }

    @Test
    void readsLinesWordsAndRegionsOfPage() throws IOException {
        RawRecord record = one(ScanFormat.PAGE, REGISTER);
        assertThat(record.text()).isEqualTo("Sans lignes,\nmais avec texte\n\nAvril 1742\nVente d’une");
        assertThat(record.metadata().language()).contains("French");
        assertThat(record.provenance().reader()).isEqualTo("page@1;left-out-lines=2;confidence=0.500");
    }

    @Test
    void saysThatTheColumnsOfAPageAreMixed() throws IOException {
        StringBuilder mixed = new StringBuilder();
        StringBuilder apart = new StringBuilder();
        for (int column = 0; column < 2; column++) {
            for (int i = 0; i < 10; i++) {
                apart.append(line(300 * column, 20 * i));
            }
        }
        for (int i = 0; i < 20; i++) {
            mixed.append(line(300 * (i % 2), 20 * (i / 2)));
        }
        assertThat(one(ScanFormat.ALTO, alto(mixed.toString())).provenance().reader())
                .isEqualTo("alto@1;interleaved-lines=10");
        assertThat(one(ScanFormat.ALTO, alto(apart.toString())).provenance().reader())
                .isEqualTo("alto@1");
    }

    private static String line(int left, int top) {
        return "<TextLine HPOS=\"" + left + "\" VPOS=\"" + top
                + "\" WIDTH=\"280\" HEIGHT=\"18\"><String CONTENT=\"une ligne de colonne\"/></TextLine>";
    }

    @Test
    void readsTheFilesOfAFolderAsThePagesOfOneDocumentInTheOrderOfTheirNumbers() throws IOException {
        Path book = Files.createDirectory(folder.resolve("livre"));
        for (int page : new int[] {1, 2, 10}) {
            String text = alto("<TextLine><String CONTENT=\"page " + page + "\"/></TextLine>");
            Files.writeString(book.resolve("f" + page + ".xml"), text);
        }
        Files.writeString(book.resolve("METS.xml"), "<mets:mets xmlns:mets=\"http://www.loc.gov/METS/\"/>");
        Files.writeString(book.resolve("f1.jpg"), "image");
        Reading reading = Reading.of(new ScanReader(ScanFormat.ALTO, ReaderOptions.DEFAULT), book);
        assertThat(reading.texts()).containsExactly("page 1\fpage 2\fpage 10");
        assertThat(reading.records().get(0).provenance().reader()).isEqualTo("alto@1;pages=3");
        Files.writeString(book.resolve("f11.xml"), REGISTER);
        assertThat(Reading.of(new ScanReader(ScanFormat.ALTO, ReaderOptions.DEFAULT), book)
                        .reasons())
                .containsExactly("not-alto");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE alto [<!ENTITY a \"b\">]><alto>&a;</alto>|forbidden-dtd",
                "<TEI/>|not-alto",
                "<alto><Layout>|invalid-xml",
                "<alto/>|empty-file",
                "|empty-file",
            })
    void givesMalformedFilesAReason(String fileAndReason) throws IOException {
        String[] parts = fileAndReason.split("\\|");
        assertThat(read(ScanFormat.ALTO, parts[0]).reasons()).containsExactly(parts[1]);
    }

    @Test
    void givesAnEmptyPageAsARecordWithoutText() throws IOException {
        assertThat(one(ScanFormat.ALTO, alto("")).text()).isEmpty();
    }

    @Test
    void refusesMoreTextThanARecordMayHave() throws IOException {
        Path file = Files.write(
                folder.resolve("page.xml"),
                utf8(alto("<TextLine><String CONTENT=\"une ligne\"/></TextLine>".repeat(50))));
        ReaderOptions small = ReaderOptions.DEFAULT.withLimits(499, 1);
        assertThat(Reading.of(new ScanReader(ScanFormat.ALTO, small), file).reasons())
                .containsExactly("record-too-large");
        ReaderOptions enough = ReaderOptions.DEFAULT.withLimits(500, 1);
        assertThat(Reading.of(new ScanReader(ScanFormat.ALTO, enough), file).reasons())
                .isEmpty();
    }

    @Test
    void countsTheHalvesThatJoinALineThatWasReadBefore() throws IOException {
        String divided = """
                <TextLine><String CONTENT="ma" SUBS_TYPE="HypPart1" SUBS_CONTENT="maison"/><HYP/></TextLine>
                <TextLine><String CONTENT="ison" SUBS_TYPE="HypPart2" SUBS_CONTENT="maison"/></TextLine>
                """;
        Path file = Files.write(folder.resolve("page.xml"), utf8(alto(divided.repeat(10))));
        ReaderOptions small = ReaderOptions.DEFAULT.withLimits(69, 1);
        assertThat(Reading.of(new ScanReader(ScanFormat.ALTO, small), file).reasons())
                .containsExactly("record-too-large");
        ReaderOptions enough = ReaderOptions.DEFAULT.withLimits(70, 1);
        assertThat(Reading.of(new ScanReader(ScanFormat.ALTO, enough), file).texts())
                .containsExactly("maison\n".repeat(10).strip());
    }

    @Test
    void refusesIdentifiersAndReadingsOfAnyLength() throws IOException {
        String id = "r".repeat(1000);
        assertThat(read(ScanFormat.ALTO, "<alto><Tags><OtherTag ID=\"" + id + "\"/></Tags></alto>")
                        .reasons())
                .containsExactly("invalid-xml");
        assertThat(read(
                                ScanFormat.PAGE,
                                "<PcGts><Page><ReadingOrder><RegionRef regionRef=\"" + id
                                        + "\"/></ReadingOrder></Page></PcGts>")
                        .reasons())
                .containsExactly("invalid-xml");
        String part = "<Unicode>" + "a".repeat(1 << 18) + "</Unicode>";
        assertThat(read(ScanFormat.PAGE, page("", "<TextEquiv>" + part.repeat(4) + "</TextEquiv>"))
                        .reasons())
                .isEmpty();
        assertThat(read(ScanFormat.PAGE, page("", "<TextEquiv>" + part.repeat(5) + "</TextEquiv>"))
                        .reasons())
                .containsExactly("invalid-xml");
    }

    private static String page(String custom, String equivalent) {
        return "<PcGts><Page><TextRegion><TextLine custom=\"" + custom + "\">" + equivalent
                + "</TextLine></TextRegion></Page></PcGts>";
    }

    @Test
    void staysFastOnLabelsAndInitialsWithoutEnd() throws IOException {
        String text = "<TextEquiv><Unicode>une ligne</Unicode></TextEquiv>";
        assertThat(one(ScanFormat.PAGE, page("structure{".repeat(26_000), text)).text())
                .isEqualTo("une ligne");
        String letter = "<TextBlock TAGREFS=\"d\"><TextLine><String CONTENT=\"A\"/></TextLine></TextBlock>";
        String letters = "<alto><Tags><OtherTag ID=\"d\" LABEL=\"DropCapitalZone\"/></Tags><Layout><Page><PrintSpace>"
                + letter.repeat(200_000) + "</PrintSpace></Page></Layout></alto>";
        assertThat(one(ScanFormat.ALTO, letters).text()).hasSize(3 * 200_000 - 2);
    }

    @Test
    void readsTheSameLinesFromTheAltoAndThePageFileOfARealRegister() {
        Path register = SharedFolder.need("data/page/lectaurep-bronod/bronod1");
        for (Path page : PageFolderTest.pages(register.resolve("page"))) {
            Reading fromPage = Reading.of(new ScanReader(ScanFormat.PAGE, ReaderOptions.DEFAULT), page);
            Path alto = register.resolve("alto").resolve(page.getFileName());
            Reading fromAlto = Reading.of(new ScanReader(ScanFormat.ALTO, ReaderOptions.DEFAULT), alto);
            assertThat(fromPage.reasons()).isEmpty();
            assertThat(fromPage.texts()).as(page.getFileName().toString()).isEqualTo(fromAlto.texts());
            assertThat(fromPage.texts().get(0)).isNotBlank();
        }
    }

    @Test
    void joinsEveryMarkedWordOfRealPress() {
        Path press = SharedFolder.need("data/alto/presse-bnf");
        Path debats = press.resolve("JDPL/18210801_1/ALTO");
        Reading reading = Reading.of(new ScanReader(ScanFormat.ALTO, ReaderOptions.DEFAULT), debats);
        assertThat(reading.reasons()).isEmpty();
        RawRecord record = reading.records().get(0);
        assertThat(record.provenance().reader()).matches("alto@1;pages=4;confidence=0\\.\\d{3}");
        assertThat(record.text()).contains("favorables.", "l'insurrection", "emmener", "sentimensrehgieux");
        assertThat(record.text().lines().filter(line -> line.matches(".*\\p{L}-")))
                .as("divided words that the file does not mark")
                .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
                .containsExactly("demi-", "divi-", "plti-");
        assertThat(record.text().chars().filter(c -> c == '\f')).hasSize(3);
    }

    @Test
    void dropsTheRunningTitlesAndPageNumbersOfARealBookOfThe17thCentury() {
        Path books = SharedFolder.need("data/alto/gallicorpora-17e");
        RawRecord atys = Reading.of(
                        new ScanReader(ScanFormat.ALTO, ReaderOptions.DEFAULT), books.resolve("bpt6k72609n/f17.xml"))
                .records()
                .get(0);
        List<String> lines = atys.text().lines().toList();
        assertThat(lines.get(0)).isEqualTo("SANGARIDE.");
        assertThat(lines).contains("ATys eſt trop beureux.").doesNotContain("6", "A");
        assertThat(atys.provenance().reader()).isEqualTo("alto@1;left-out-lines=2");
    }
}
