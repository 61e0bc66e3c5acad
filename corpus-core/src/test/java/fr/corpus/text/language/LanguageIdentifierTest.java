package fr.corpus.text.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageIdentifierTest {

    private static final String FRENCH = "Les pêcheurs réparaient leurs filets en attendant la marée du soir.";

    private final LanguageIdentifier identifier = LanguageIdentifier.load();

    private String language(CharSequence text) {
        return identifier.identify(text).language();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fra | Je ne sais pas où il est parti.
                    fra | Le Roy eſtoit en ſon chaſteau, où il auoit faict venir ſes gens pour oüyr la meſſe.
                    fra | LE CONSEIL MUNICIPAL S'EST REUNI HIER SOIR A LA MAIRIE
                    fra | il a ete decide que la seance serait levee apres le depart des deputes
                    fra | L'assemblée gén6rale s'est tenue hior à Marseille sous la présidence de M. Duraud.
                    eng | The boats were coming back into the harbour before nightfall.
                    deu | Die Fischer flickten ihre Netze und warteten auf die Flut am Abend.
                    ita | I pescatori riparavano le reti aspettando la marea della sera.
                    spa | Los pescadores reparaban sus redes mientras esperaban la marea.
                    cat | Els pescadors reparaven les xarxes mentre esperaven la marea del vespre.
                    por | Os pescadores consertavam as suas redes enquanto esperavam a maré.
                    nld | De vissers herstelden hun netten terwijl ze op het tij wachtten.
                    bre | Ar besketaerien a oa o terriñ o rouedoù en ur c'hortoz ar mare-vor.
                    oci | Los pescaires adobavan lors fialats en esperant la marèia del ser.
                    eus | Arrantzaleek sareak konpontzen zituzten marea itxaroten zuten bitartean.
                    cos | I piscadori arrangiavanu e so rete aspittendu chì u mare cullessi a sera.
                    rcf | Mi koz pa fransé avèk bann marmay la kour, zot i konpran aryin.
                    gcr | Mo pa té savé ki to té ka vini annan lanmézon-an dimen.
                    gcf | Timoun-la pa ka kouté manman’y lè i ka palé ba’y.
                    pcd | Ej n’ai point vu ch’fiu d’ech cinsier, il étot parti à l’ducasse.
                    wln | Dji n’a nin vèyou li p’tit gamin d’nosse viyèdje, il èsteût èvôye al fièsse.
                    vls | ’k En weetn nie woarom da je gie nie wilt kommn eetn.
                    gsw | Mir han hit z’Owe nix ze esse, ich geh noch in de Lade.
                    oci | Lou pastre a mena si fedo dins la mountagno pèr l’estiéu.
                    hat | Pechè yo t ap repare filè yo pandan y ap tann lanmè a monte.
                    ell | Οι ψαράδες επισκεύαζαν τα δίχτυα τους περιμένοντας την παλίρροια.
                    rus | Рыбаки чинили свои сети в ожидании вечернего прилива.
                    ara | كان الصيادون يصلحون شباكهم في انتظار المد في المساء
                    """)
    void identifiesASentence(String language, String text) {
        assertThat(language(text)).as(text).isEqualTo(language);
    }

    @Test
    void doesNotCareHowAccentsAreEncoded() {
        assertThat(identifier.identify(Normalizer.normalize(FRENCH, Normalizer.Form.NFD)))
                .isEqualTo(identifier.identify(FRENCH));
    }

    @Test
    void doesNotCareForCase() {
        assertThat(identifier.identify(FRENCH.toUpperCase(Locale.ROOT))).isEqualTo(identifier.identify(FRENCH));
    }

    @Test
    void givesTheScoreOfAWantedLanguage() {
        Identification found = identifier.identify(FRENCH);
        assertThat(identifier.score(FRENCH, "fra")).isCloseTo(found.score(), within(1e-12));
        assertThat(identifier.score(FRENCH, "oci")).isLessThanOrEqualTo(found.secondScore());
        assertThat(identifier.score(FRENCH, "deu")).isLessThan(0.01);
        assertThatThrownBy(() -> identifier.score(FRENCH, "qqq"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("qqq");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t",
                "12 345,67 % — 2024",
                "😀😀😀 !!",
                "\uD800\uDC00\uD83D",
                "a",
                "https://exemple.fr/une/page"
            })
    void saysThatWhatHasNoWordsIsNoLanguage(String text) {
        Identification found = identifier.identify(text);
        assertThat(found.isKnown()).isFalse();
        assertThat(found.score()).isZero();
    }

    @Test
    void saysThatAScriptOutsideTheModelIsUnknown() {
        assertThat(language("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᎠᏓᏅᏖᏗ ᎤᎵᎮᎵᏍᏗ ᎠᎴ ᎢᏣᎵᏍᎠᏁᏗ")).isEqualTo("und");
    }

    @Test
    void readsOnlyASampleOfALongText() {
        CountedText text = new CountedText(FRENCH + " ", 50_000_000);
        assertThat(identifier.identify(text).language()).isEqualTo("fra");
        assertThat(text.reads).isLessThan(20_000);
    }

    @Test
    void judgesALongTextByItsWholeLengthNotByItsBeginning() {
        String start = "The boats were coming back into the harbour before nightfall. ";
        assertThat(language(start.repeat(4) + (FRENCH + " ").repeat(400))).isEqualTo("fra");
    }

    @Test
    void survivesATokenWithoutEnd() {
        assertThat(identifier.identify("é".repeat(10_000_000)).score()).isBetween(0.0, 1.0);
        assertThat(identifier.identify("\uDC00\uD800".repeat(1_000_000)).isKnown())
                .isFalse();
    }

    @Test
    void answersFortyLanguagesAndThoseOfFrance() {
        assertThat(identifier.languages())
                .hasSizeGreaterThan(40)
                .doesNotContain("und")
                .isSorted()
                .contains(
                        "fra", "bre", "oci", "cat", "eus", "cos", "gsw", "nld", "pcd", "wln", "frp", "hat", "tah",
                        "swb");
    }

    /** A text that repeats a piece and counts how often it is asked for a character. */
    private static final class CountedText implements CharSequence {
        private final String piece;
        private final int length;
        private int reads;

        CountedText(String piece, int length) {
            this.piece = piece;
            this.length = length;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public char charAt(int index) {
            reads++;
            return piece.charAt(index % piece.length());
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new UnsupportedOperationException();
        }
    }
}
