package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The file beside docs/formats/tokens.md and release-keys.md: texts with their tokens and keys. */
class WorkKeysVectorsTest {

    static final Path VECTORS = Path.of("src/test/resources/vectors/work-keys/vectors.json");

    private static final List<String> TEXTS = List.of(
            "",
            "« L’été, c’est-à-dire quelqu’un d’aujourd’hui », dit-il à l'ami de Saint-Jean-de-Luz : va-t’en, a-t-on, donne-le-moi !",
            "Jusqu’ici, presqu’île, qu_’a, ǆ’un, lorsqu’on, O’Brien, prud’homme, chef-d’œuvre, là-bas, rendez-vous, basla, fais-le-là.",
            "Le conti-\nnuer, le porte-\r\n   monnaie, le co\u00ADop\u00ADérer ; e\u0301te\u0301, Œuvre, préſenté, ﬁn, Straße, XIXᵉ, ½, ①, ٣٤٥, 日本語カナ.",
            "Le 20/11/2026 à 20h30, 12 500,50 € et 1 000 000 de fois, 3,14.15, n° 12, nos° 3, 20 °C, 45° N, 1er, 12 345 6, covid-19.",
            "M. de Rênal, M. Le Maire, J.-C. et la S.A.R.L. de l’U.R.S.S, etc., cf. art. L. 123, p. 12, t. XIV, no. a, P. ex. R&D AT&T a&b.",
            "Voir www.exemple.fr/a(b)?c=d. ou https://exemple.fr/été_(1)), ecrire a.b@exemple.fr, fichier.mp3, rien.xyz.abc, a@b, x.y.z.fr:80.",
            "Oui… non--- ; ☎️ 👩‍👩‍👧 🇫🇷🇧🇪 👍🏽 _mot_ C++ ≤≥ \u200Bzéro\u2060, tab\tfin\u0085\u2028\u202Fet\u00A0puis\u3000là ` ´ ʼ ＇a",
            "Au bord de la rivière lente, les vieilles maisons gardaient leurs volets fermés pendant que les enfants couraient derrière le chien"
                    + " jaune. Personne n’entendait plus la cloche fêlée de l’église, sauf peut-être la boulangère qui rangeait ses dernières"
                    + " brioches. Dans le jardin voisin, un merle chantait malgré l’averse ; des feuilles tombaient lentement sur la terrasse"
                    + " mouillée, et le facteur attendait, immobile, que quelqu’un ouvrît enfin cette porte bleue où l’on frappait autrefois"
                    + " trois coups avant d’entrer chez les grands-parents.",
            "Les saisons passent, les saisons passent, les saisons passent : chaque saison ramène les mêmes chansons, chaque chanson ramène"
                    + " les mêmes saisons, et toujours la rivière emporte doucement toutes nos chansons vers les grandes marées d’automne.",
            SmallRelease.text(31, 400));

    private static Map<String, Object> vector(String text) {
        TokenizedText tokens = new TokenizedText();
        new FrenchTokenizer().tokenize(text, tokens);
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            cut.add(text.substring(tokens.start()[i], tokens.end()[i]));
        }
        WorkFingerprint work = WorkFingerprint.of(text);
        List<String> samples = new ArrayList<>();
        for (long sample : work.samples()) {
            samples.add(HexFormat.of().toHexDigits(sample));
        }
        return Map.of("text", text, "tokens", cut, "textDigest", work.text().hex(), "samples", samples);
    }

    static List<Map<String, Object>> vectors() {
        return TEXTS.stream().map(WorkKeysVectorsTest::vector).toList();
    }

    @Test
    void theFileIsWhatThisVersionMakes() throws IOException {
        List<?> file = (List<?>) JsonTree.parse(Files.readAllBytes(VECTORS));
        assertThat(file).hasSameSizeAs(TEXTS);
        List<Map<String, Object>> made = vectors();
        for (int i = 0; i < file.size(); i++) {
            assertThat(file.get(i)).isEqualTo(made.get(i));
        }
        assertThat(made.stream()
                        .mapToInt(each -> ((List<?>) each.get("samples")).size())
                        .sum())
                .isGreaterThan(20);
    }

    /** Writes the file, for whoever adds a text; what is there never changes. */
    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(VECTORS.getParent());
        Files.write(VECTORS, CanonicalJson.of(vectors()));
    }
}
