package fr.corpus.match;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.KeyType;
import fr.corpus.iscc.TextCode;
import fr.corpus.optout.WorkFingerprint;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearTextTest {

    private static final String POEM =
            "Au bord du canal où la brume se lève,\nun pêcheur compte en silence les barques,\n"
                    + "la lune pâlit sur l’eau comme un rêve,\nle vent du matin efface ses marques.\n"
                    + "Il range au panier trois ablettes grises,\nregarde le pont, la rive et l’église,\n"
                    + "puis s’en va tout droit, la gaule à l’épaule,\nsaluer le saule.";

    private static final String OTHER =
            "Dans la grande salle où dorment les livres,\nune bibliothécaire allume une lampe,\n"
                    + "elle ouvre un registre aux fermoirs de cuivre\net suit d’un doigt lent la marge et l’estampe.\n"
                    + "Les rayons sont hauts, la poussière est douce,\nquelqu’un dans la rue appelle ou bien tousse,\n"
                    + "elle tourne encore une page jaune :\nle mois de l’automne.";

    private static List<Reserved> match(ReservationIndex index, String text) {
        Provenance provenance =
                new Provenance("s", "n1", new SourceLocation("f.jsonl", 0, 0), "jsonl@1", Sha256.of("raw " + text));
        return new DocumentMatcher(index).find(text, provenance, CanonicalText.digest(text), Metadata.EMPTY);
    }

    private static ReservationIndex.Builder works(String... texts) {
        ReservationIndex.Builder index = new ReservationIndex.Builder(4);
        for (int i = 0; i < texts.length; i++) {
            WorkFingerprint print = WorkFingerprint.of(texts[i]);
            index.addWork(print.samples(), print.iscc(), i);
        }
        return index;
    }

    @Test
    void aPoemWithTwoWrongLettersIsStillThePoem() {
        assertThat(WorkFingerprint.of(POEM).samples().length).isLessThan(Quotation.LEAST_HITS);
        ReservationIndex index = works(POEM, OTHER).build();
        List<Reserved> found = match(index, POEM.replace("brume", "brune").replace("gaule", "gauIe"));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).reservation()).isZero();
        assertThat(found.get(0).by()).isEqualTo(KeyType.ISCC);
        assertThat(found.get(0).similarity()).isBetween(0.75, 0.99);
        assertThat(match(index, "Une tout autre histoire. " + POEM.substring(0, 80)))
                .isEmpty();
    }

    @Test
    void aCodeThatStandsAloneFindsNearCopies() {
        ReservationIndex index = new ReservationIndex.Builder(1)
                .addTextCode(TextCode.of(POEM).unit(256).body(), 0)
                .build();
        assertThat(match(index, POEM)).extracting(Reserved::similarity).containsExactly(1.0);
        assertThat(match(index, POEM.replace("barques", "barqves"))).hasSize(1);
        assertThat(match(index, OTHER)).isEmpty();
    }

    @Test
    void textsOfASentenceOrTwoAreNotComparedByCodes() {
        String sentence = "Les informations légales figurent en bas de page, merci de votre visite et à bientôt.";
        ReservationIndex index = works(sentence).build();
        assertThat(match(index, sentence.replace("bientôt", "demain"))).isEmpty();
        assertThat(match(
                        new ReservationIndex.Builder(1)
                                .addTextCode(TextCode.of(sentence).unit(256).body(), 0)
                                .build(),
                        sentence.replace("bientôt", "demain")))
                .isEmpty();
    }

    @Test
    void aShortStoryIsFoundByItsCodeWhenErrorsHaveTornItsSamplesApart() {
        Random random = new Random(20261124);
        StringBuilder story = new StringBuilder();
        for (int i = 0; i < 110; i++) {
            for (int letter = 0; letter < 5 + random.nextInt(5); letter++) {
                story.append((char) ('a' + random.nextInt(26)));
            }
            story.append(' ');
        }
        String text = story.toString();
        WorkFingerprint print = WorkFingerprint.of(text);
        assertThat(print.samples().length).isBetween(4, ReservationIndex.MOST_NEAR_SAMPLES);
        ReservationIndex by = works(text).build();
        ReservationIndex without =
                new ReservationIndex.Builder(1).addWork(print.samples(), 0).build();
        int code = 0;
        int samples = 0;
        for (int copy = 0; copy < 50; copy++) {
            StringBuilder bad = new StringBuilder(text);
            for (int i = 0; i < bad.length(); i++) {
                if (bad.charAt(i) != ' ' && random.nextInt(50) == 0) {
                    bad.setCharAt(i, (char) ('a' + random.nextInt(26)));
                }
            }
            code += match(by, bad.toString()).size();
            samples += match(without, bad.toString()).size();
        }
        assertThat(code).isGreaterThan(samples).isGreaterThan(40);
    }
}
