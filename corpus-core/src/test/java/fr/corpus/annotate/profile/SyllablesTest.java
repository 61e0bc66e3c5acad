package fr.corpus.annotate.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {

    @ParameterizedTest
    @CsvSource({
        "1, le les des que très eau œil yeux œuf roi pluie pied ciel lieu tout août rue joie trois bruit fille brouille guerre langue"
                + " quelque feuille M km cœur nuage nuit vingt hier",
        "2, maison bateau naïf Noël théâtre réel chaos crier trouer client cruel année famille travail payer voyage mangeons pigeon"
                + " question nation beauté pitié aiguë cueillir bouillir essuie haïr crayon orgueil fuyant pluvieux lycée géant",
        "3, ouvrier oublier maintenant société création travailler expérience février grenouillère aérien écureuil"
                + " réunion loyauté",
        "4, petitement européen immobilier exagérer",
        "5, université"
    })
    void areThoseOneHears(int syllables, String words) {
        for (String word : words.split(" ")) {
            assertThat(Syllables.count(word, false)).as(word).isEqualTo(syllables);
        }
    }

    @Test
    void ofTheParts() {
        assertThat(Syllables.count("aujourd'hui", false)).isEqualTo(3);
        assertThat(Syllables.count("aujourd’hui", false)).isEqualTo(3);
        assertThat(Syllables.count("porte-monnaie", false)).isEqualTo(3);
        assertThat(Syllables.count("-t-elle", false)).isEqualTo(1);
        assertThat(Syllables.count("jusqu’", false)).isEqualTo(1);
        assertThat(Syllables.count("l’", false)).isZero();
        assertThat(Syllables.count("qu'", false)).isZero();
    }

    @Test
    void aFinalEntIsMuteInVerbsOnly() {
        assertThat(Syllables.count("parlent", true)).isEqualTo(1);
        assertThat(Syllables.count("crient", true)).isEqualTo(1);
        assertThat(Syllables.count("moment", false)).isEqualTo(2);
    }

    @Test
    void doNotDependOnCaseOrOnHowAccentsAreWritten() {
        assertThat(Syllables.count("THÉÂTRE", false)).isEqualTo(2);
        assertThat(Syllables.count("the\u0301a\u0302tre", false)).isEqualTo(2);
    }

    @Test
    void ofWhatHasNoLetterThereAreNone() {
        assertThat(Syllables.count("", false)).isZero();
        assertThat(Syllables.count("12,5", false)).isZero();
        assertThat(Syllables.count("—'", false)).isZero();
    }
}
