package fr.corpus.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchVarietiesTest {

    private final FrenchVarieties varieties = FrenchVarieties.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    quebec | Mon chum est allé magasiner au dépanneur avant la tempête, il y avait un banc de neige devant la porte.
                    quebec | Au cégep, les étudiants doivent remettre leur travail avant la fin de semaine, par courriel.
                    belgium | Le CPAS de la commune compte septante agents, et le bourgmestre veut en engager nonante.
                    belgium | Il faut payer le minerval endéans les trente jours et ranger les papiers dans une farde.
                    switzerland | Huitante pour cent des votants ont accepté l’objet de la votation cantonale.
                    switzerland | J’ai laissé mon natel au carnotzet après la verrée.
                    west-africa | Devant l’essencerie, les gbakas attendent les clients qui mangent de l’alloco et de l’attiéké.
                    west-africa | Le talibé portait un boubou, c’était le matin de la Tabaski et le griot chantait.
                    central-africa | Les shégués du marché vendent de la chikwangue près du nganda.
                    maghreb | Le taxieur de la wilaya parlait de la hogra et des harragas de sa daïra.
                    before-1835 | Il étoit tems que ses parens sçussent ce qu’il avoit fait, et qu’ils le reconnoissoient foible.
                    before-1835 | Il auoit touſiours veu que vn homme de meſme qualité ne vouloit iamais eſtre ſeul.
                    """)
    void hintsAtTheVarietyOfASentence(String variety, String text) {
        VarietyHint hint = varieties.hint(text);
        assertThat(hint.variety()).as("%s", hint).isEqualTo(variety);
        assertThat(hint.confidence()).isBetween(0.8, 1.0);
        assertThat(hint.evidence()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Le conseil municipal s’est réuni hier soir pour voter le budget de la ville.",
                "Le dépanneur est venu réparer la chaudière en fin de semaine.",
                "Il avait traduit la Bible des Septante.",
                "Les souks de la médina sentaient le cuir et les épices.",
                "Le marabout et les griots de ce roman portent des pagnes."
            })
    void saysNothingWhenTheEvidenceIsThin(String text) {
        assertThat(varieties.hint(text).variety()).isEqualTo(VarietyHint.NONE);
    }

    @Test
    void namesTwoVarietiesThatShareTheirWords() {
        VarietyHint hint = varieties.hint("Elle a nonante ans, son frère septante-cinq.");
        assertThat(hint.variety()).isEqualTo("belgium+switzerland");
        assertThat(hint.evidence()).extracting(VarietyHint.Evidence::word).containsExactly("nonante", "septante");
    }

    @Test
    void aWordInALongTextIsNoHint() {
        String plain = "Le train entra en gare et les voyageurs descendirent sur le quai. ".repeat(200);
        assertThat(varieties.hint("Elle a nonante ans. " + plain).isNamed()).isFalse();
    }

    @Test
    void readsOnlyTheFrenchStretches() {
        String french = "Le CPAS compte septante agents et le bourgmestre en veut nonante.\n";
        String other = "Pantoute magasiner clavardage.\n";
        List<LanguageSegment> segments = List.of(
                segment(0, french.length(), "fra"), segment(french.length(), french.length() + other.length(), "eng"));
        VarietyHint hint = varieties.hint(french + other, segments);
        assertThat(hint.variety()).isEqualTo("belgium");
        assertThat(hint.words()).isEqualTo(11);
    }

    private static LanguageSegment segment(int start, int end, String language) {
        return new LanguageSegment(start, end, new Identification(language, 1, language, "und", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FRA00201_Audoux.xml",
                "FRA00901_Daudet.xml",
                "FRA02702_Maupassant.xml",
                "FRA03702_Sand.xml",
                "FRA04002_Verne.xml",
                "FRA05301_Galopin.xml"
            })
    void seesNoVarietyInPiecesOfFrenchNovels(String name) throws IOException {
        Path file = SharedFolder.need("data/eltec-fra/" + name);
        String text = Files.readString(file).replaceAll("<[^>]*>", " ");
        for (int from = 0; from < text.length(); from += 2000) {
            VarietyHint hint = varieties.hint(text, from, Math.min(text.length(), from + 2000));
            assertThat(hint.isNamed()).as("%s at %s: %s", name, from, hint).isFalse();
        }
    }

    /** Shares that docs/models/language.md publishes. */
    @ParameterizedTest
    @CsvSource({
        "quebec, 4",
        "belgium, 8",
        "switzerland, 7",
        "west-africa, 6",
        "central-africa, 5",
        "maghreb, 8",
        "none, 10"
    })
    void findsTheVarietyOfSoManyShortPassages(String variety, int found) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("variety-passages.tsv")) {
            List<VarietyHint> hints = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(variety + "\t"))
                    .map(line -> varieties.hint(line.substring(variety.length() + 1)))
                    .toList();
            assertThat(hints).hasSize(10);
            assertThat(hints).filteredOn(hint -> hint.variety().equals(variety)).hasSizeGreaterThanOrEqualTo(found);
            assertThat(hints).allMatch(hint -> !hint.isNamed() || hint.variety().equals(variety));
        }
    }
}
