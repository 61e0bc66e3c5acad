package fr.corpus.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.document.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

    private final SentenceSplitter splitter = new SentenceSplitter(LineBreaks.AUTO);

    static List<String> cut(SentenceSplitter splitter, String text) {
        List<String> sentences = new ArrayList<>();
        for (Span span : splitter.split(text)) {
            int from = text.offsetByCodePoints(0, span.start());
            sentences.add(text.substring(from, text.offsetByCodePoints(from, span.end() - span.start())));
        }
        return sentences;
    }

    private void assertCut(String... sentences) {
        assertThat(cut(splitter, String.join(" ", sentences))).containsExactly(sentences);
    }

    @Test
    void cutsAfterMarks() {
        assertCut("Il pleut.", "Viens-tu ?", "Quelle chance !", "Je ne sais pas…", "Fin");
    }

    @Test
    void keepsTitlesAndReferencesWithWhatTheyLeadTo() {
        assertCut("M. Durand a vu Mme Le Goff et le Dr. Petit.", "Voir l’art. 12, p. 45 du t. II.", "Bien.");
    }

    @Test
    void keepsInitialsAndAcronyms() {
        assertCut(
                "J.-P. Rameau et C. Saint-Saëns travaillaient à la S.N.C.F. Paris.",
                "Il revint des U.S.A.",
                "Elle aussi.");
    }

    @Test
    void endsASentenceAfterEtcBeforeACapital() {
        assertCut("Du lin, du chanvre, etc.", "Les toiles partaient.");
        assertCut("Du lin, etc. et du chanvre.");
    }

    @Test
    void doesNotCutNumbersNorAddresses() {
        assertCut(
                "Il a payé 12.500 francs, soit 1.2 % de plus.",
                "Voir www.exemple.fr ou ecrire.a@exemple.fr pour la suite.");
    }

    @Test
    void leavesClosingGuillemetsWithTheirSentence() {
        assertCut("« Viens ici ! »", "Elle partit.");
        assertCut("« Viens ici ! » dit-elle en riant.");
        assertCut("— Tu viens ? demanda-t-il.", "— Non.");
    }

    @Test
    void doesNotEndASentenceAtAnElision() {
        assertCut("Il avait […] Tout perdu (...) Rien gagné.");
    }

    @Test
    void endsAtBlankLines() {
        assertThat(cut(splitter, "Chapitre premier\n\nLa mer\n \nElle monte."))
                .containsExactly("Chapitre premier", "La mer", "Elle monte.");
    }

    @Test
    void joinsTheLinesOfWrappedProse() {
        assertThat(
                        cut(
                                splitter,
                                "Le vent s’était levé dans la nuit et la\nmer battait les rochers de la pointe. Les\npêcheurs restèrent au port, à réparer\nleurs filets."))
                .containsExactly(
                        "Le vent s’était levé dans la nuit et la\nmer battait les rochers de la pointe.",
                        "Les\npêcheurs restèrent au port, à réparer\nleurs filets.");
    }

    @Test
    void keepsTheItemsOfAListApart() {
        assertThat(cut(splitter, "Il faut :\n- du pain\n- du sel\n1. Mélanger\n2. Cuire"))
                .containsExactly("Il faut :", "- du pain", "- du sel", "1. Mélanger", "2. Cuire");
    }

    @Test
    void countsCodePoints() {
        assertThat(splitter.split("😀 Oui. Non.")).containsExactly(new Span(0, 6), new Span(7, 11));
    }

    @Test
    void findsNothingInBlankText() {
        assertThat(splitter.split("")).isEmpty();
        assertThat(splitter.split(" \n\u00A0\n")).isEmpty();
    }

    @Test
    void theNewestVersionEndsAHeadingThatWasJoinedToItsText() {
        SentenceSplitter newest = SentenceSplitter.newest(LineBreaks.AUTO);
        assertThat(cut(newest, "Effets indésirables Les patients ont signalé des maux de tête."))
                .containsExactly("Effets indésirables", "Les patients ont signalé des maux de tête.");
        assertThat(cut(newest, "CONSERVATION DU VIN La cave doit rester fraîche. Il lit Le Monde tous les matins."))
                .containsExactly(
                        "CONSERVATION DU VIN", "La cave doit rester fraîche.", "Il lit Le Monde tous les matins.");
    }

    @Test
    void theNewestVersionKeepsNamesAndTitlesInTheirSentence() {
        assertThat(cut(
                        SentenceSplitter.newest(LineBreaks.AUTO),
                        "Elle a vu Le Cid au théâtre de la Ville avec Marie Roux ; Jacques dormait."))
                .hasSize(1);
    }

    @Test
    void refusesAModelInTheFirstVersion() {
        assertThatThrownBy(() -> new SentenceSplitter(LineBreaks.AUTO, 1, MissingStops.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 2");
    }
}
