package fr.corpus.filter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.step.Verdict;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.Signal;
import fr.corpus.text.TextView;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Good French that thresholds made for English reject: the native profiles keep it. The texts are ours. */
class GoodFrenchTest {

    static final List<String> NATIVE = Judging.NATIVE;

    private static final List<String> SENTENCES = List.of(
            "Le facteur a posé sa bicyclette contre le mur de l'école",
            "Personne, dans le village, ne savait encore que la rivière allait monter",
            "On avait bien remarqué, depuis trois jours, que l'eau prenait une couleur de terre",
            "Mais les anciens répétaient qu'à cette saison il n'y avait rien à craindre",
            "Vers cinq heures, le chien du meunier se mit à hurler dans la cour",
            "Alors seulement les femmes montèrent au grenier avec les enfants et les couvertures");

    private static void assertKept(String profile, String text) {
        assertThat(new Judging(profile).outcome(text)).as(profile).isEqualTo("keep");
    }

    private static String each(String before, String after) {
        return SENTENCES.stream().map(s -> before + s + after).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void keepsLinesThatEndInAFullStop(String profile) {
        assertKept(profile, each("", "."));
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void keepsLinesInGuillemetsWithAnySpace(String profile) {
        assertKept(profile, each("«\u00A0", ".\u00A0»"));
        assertKept(profile, each("«\u202F", "\u202F»"));
        assertKept(profile, each("« ", " »"));
        assertKept(profile, each("«", "»"));
        assertKept(profile, each("“", "”"));
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void keepsLinesThatEndInASemicolon(String profile) {
        assertKept(profile, each("", "\u00A0;"));
        assertKept(profile, each("", " ;"));
        assertKept(profile, each("", ";"));
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void keepsLinesThatEndInSuspensionPoints(String profile) {
        assertKept(profile, each("", "…"));
        assertKept(profile, each("", "..."));
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void keepsDialogueWithHyphensAndDashes(String profile) {
        assertKept(profile, each("- ", "."));
        assertKept(profile, each("— ", "\u00A0!"));
        assertKept(profile, each("–\u00A0", "\u202F?"));
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void keepsCapitalsWithAndWithoutAccents(String profile) {
        String capitals = each("", ".").toUpperCase(Locale.ROOT);
        assertKept(profile, capitals);
        assertKept(profile, Normalizer.normalize(capitals, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void keepsBothApostrophes(String profile) {
        assertKept(profile, each("", ".").replace('\'', '’'));
        assertKept(profile, each("", ".").replace('’', '\''));
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void keepsTrailingSpacesAndNoBreakSpaces(String profile) {
        assertKept(profile, each("", ". "));
        assertKept(profile, each("", ".\u00A0"));
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void keepsAlexandrines(String profile) {
        assertKept(profile, """
                Le vieux port se réveille au bruit de ses haubans,
                La brume a mis du lait dans le bol de la rade,
                Un mousse, les pieds nus, siffle sa sérénade
                Aux mouettes du quai qui se font des rubans.

                Je n'ai rien oublié des soirs où, sur les bancs,
                Mon père nous contait les hivers de la Cade,
                Le naufrage, la faim, la longue cavalcade
                Des vagues sur le pont des grands bateaux tombants.
                """);
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void keepsPrintLinesOfAnOldBookWithLongSAndCutWords(String profile) {
        assertKept(profile, """
                Les habitans de cette iſle, qui n'avoient
                jamais vu de vaiſſeau, s'aſſemblerent ſur
                le rivage & nous regarderent avec un éton-
                nement qui tenoit de la frayeur. Le plus an-
                cien d'entr'eux s'avança juſqu'à l'eau, por-
                tant une branche qu'il agitoit en ſigne de
                paix. Nous lui fimes entendre, par les geſtes
                les plus doux, que nous ne demandions que
                de l'eau & du bois, & que nous payerions
                l'un & l'autre. Il parut nous comprendre,
                car il fit auſſi-tôt apporter des fruits en a-
                bondance, & les femmes ſe mirent à danſer
                """);
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void keepsBudgetLines(String profile) {
        String lines = Stream.of(
                        "Entretien des bâtiments de l'école : 12 500,00 €",
                        "Subvention à l'association des parents : 1 250,50 €",
                        "Achat de mobilier pour la mairie : 8 340,00 €",
                        "Réfection de la route du moulin : 45 000,00 €",
                        "Chauffage des salles et de la bibliothèque : 9 875,20 €",
                        "Participation au syndicat des eaux : 3 410,00 €",
                        "Fêtes, cérémonies et réception des aînés : 2 100,00 €",
                        "Remboursement des emprunts en cours : 15 620,75 €")
                .collect(Collectors.joining("\n"));
        assertKept(profile, "Le conseil municipal adopte, à l'unanimité, le budget qui suit.\n" + lines);
        assertKept(
                profile,
                "Le conseil municipal adopte, à l'unanimité, le budget qui suit.\n"
                        + lines.replace(' ', '\u202F').replaceAll("(?<=\\D)\u202F|\u202F(?=[^\\d])", " "));
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void keepsNumberedLegalItems(String profile) {
        assertKept(profile, """
                Art. L. 214-3. – Sont soumis à déclaration auprès du maire :
                1° Les travaux de démolition d'un bâtiment situé dans le périmètre ;
                2° La coupe des arbres qui bordent une voie ouverte à la circulation ;
                3° L'ouverture d'une carrière dont la surface dépasse cinq cents mètres carrés ;
                4° Le dépôt de matériaux sur le domaine public pendant plus de huit jours ;
                5° Toute modification de l'aspect extérieur d'un immeuble classé.
                Le maire dispose d'un délai d'un mois pour s'y opposer par une décision motivée.
                """);
    }

    @ParameterizedTest
    @FieldSource("NATIVE")
    void countsStopWordsWhateverTheirCaseAccentOrApostrophe(String profile) {
        assertKept(profile, """
                À LA FIN DE L’ÉTÉ, ON RENTRAIT LE BOIS DANS LA GRANGE ET LES POMMES AU GRENIER. A LA VEILLEE, L'ONCLE \
                PARLAIT DES ILES OU IL AVAIT SERVI, D’UN CAPITAINE QUI N'AVAIT PLUS QU’UN ŒIL ET DU PERROQUET QU'IL \
                AVAIT REÇU EN HERITAGE. ON L'ECOUTAIT SANS RIEN DIRE, EN REGARDANT LE FEU QUI BAISSAIT PEU A PEU.
                """);
    }

    @Test
    void keepsShortVerseWithoutPunctuationInProfileVerse() {
        assertKept("verse", """
                Rien ne bouge
                dans la chambre
                que la lampe
                sur le mur

                Une main
                cherche encore
                le bord froid
                du silence

                Et la nuit
                se retire
                sans un mot
                sur la mer
                """);
    }

    @Test
    void keepsASongWithItsRefrainInProfileVerse() {
        String refrain =
                "Tourne, moulin, tourne encore,\nLe grain dort dans le panier,\nTourne, moulin, jusqu'à l'aurore,\nPour le pain du charpentier.\n\n";
        assertKept(
                "verse",
                "Quand le vent vient de la plaine,\nIl apporte le pollen,\nEt la meule, à perdre haleine,\nChante un air qui vient de loin.\n\n"
                        + refrain
                        + "Quand le vent vient de la lande,\nIl apporte le genêt,\nEt la fille la plus grande\nMet la nappe et le bonnet.\n\n"
                        + refrain
                        + "Quand le vent vient de la côte,\nIl a le goût du poisson,\nEt la porte de notre hôte\nBat le rythme des moissons.\n\n"
                        + refrain);
    }

    @Test
    void keepsTheShortRepliesOfAPlayInProfileTheatre() {
        assertKept("theatre", """
                LUCAS.
                Vous l'avez vu ?
                NANETTE.
                Je l'ai vu.
                LUCAS.
                Et que vous a-t-il dit ?
                NANETTE.
                Rien.
                LUCAS.
                Comment, rien ?
                NANETTE.
                Rien du tout ; il a pris son chapeau, et il est sorti par la porte du jardin.
                LUCAS.
                Le traître ! Et mon argent ?
                NANETTE.
                Votre argent est sur la table, avec la lettre.
                LUCAS.
                Quelle lettre ?
                NANETTE.
                Celle que vous n'avez pas voulu lire.
                """);
    }

    @Test
    void keepsSpeechWithoutPunctuationInProfileSpeech() {
        assertKept("speech", """
                euh alors moi je suis arrivé ici en soixante-douze
                avec mon frère oui mon frère aîné
                et euh on a trouvé du travail à l'usine tout de suite
                enfin tout de suite deux trois jours après quoi
                parce qu'à l'époque c'était facile hein
                c'était facile on te demandait rien
                tu venais le matin tu commençais
                et puis voilà
                """);
    }

    @Test
    void keepsAShortArticleInProfileLaw() {
        assertKept("law", "Article 12\n\nLe maire nomme aux emplois de la commune. Il peut déléguer sa signature.");
    }

    @Test
    void keepsAManualWithStepsInProfileTechnical() {
        assertKept("technical", """
                Installer l'imprimante

                Avant de commencer, vérifiez que le câble est branché.

                - Ouvrez le menu Paramètres, puis cliquez sur Imprimantes
                - Cliquez sur Ajouter
                - Choisissez le modèle dans la liste, ou saisissez son adresse (par exemple 192.168.1.20)
                - Cliquez sur Imprimer une page de test

                Si la page ne s'imprime pas, relancez le service avec la commande :

                sudo systemctl restart cups

                Pour plus de détails, consultez la page du fabricant.
                """);
    }

    @Test
    void keepsABookOfMoreThanAHundredThousandWordsInProfileBookOnly() {
        String book = (String.join(". ", SENTENCES) + ".\n").repeat(1_500);
        TextView view = new TextView(new FrenchTokenizer()).of(book);
        assertThat(Profiles.quality("book").judge(view)).isEqualTo(Verdict.keep());
        assertThat(view.signals().get(Signal.WORDS)).isGreaterThan(100_000);
        assertThat(Profiles.quality("web").judge(view))
                .isInstanceOfSatisfying(
                        Verdict.Drop.class,
                        drop -> assertThat(drop.reason().code()).isEqualTo("too-many-words"));
    }
}
