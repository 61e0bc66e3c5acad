package fr.corpus.match;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimBreadthTest {

    private final ReservationIndex.Builder index = new ReservationIndex.Builder(4);
    private final List<Reservations.Entry> entries = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private ClaimBreadth.Visitor visitor = (document, isKept, match) -> {};

    private int claim(boolean unverified) {
        int number = entries.size();
        entries.add(new Reservations.Entry("res-" + number, unverified));
        if (unverified) {
            index.unverified(number);
        }
        return number;
    }

    /** A selector of the last claim that takes documents from one number to another. */
    private ClaimBreadthTest host(int selector, int from, int to) {
        int reservation = entries.size() - 1;
        index.addKey(new Key(KeyType.HOST, "site" + selector + ".exemple.fr"), reservation);
        for (int document = from; document < to; document++) {
            int number = document;
            later.add(() -> visitor.visit(number, true, new Reserved(reservation, selector, KeyType.HOST, 1)));
        }
        return this;
    }

    private ClaimBreadth weigh(long documents, BroadChoice choice) throws IOException {
        return ClaimBreadth.of(
                new Reservations("registre.test 1 00", index.build(), entries, choice),
                all -> {
                    visitor = all;
                    later.forEach(Runnable::run);
                },
                documents);
    }

    private ClaimBreadth weigh(long documents) throws IOException {
        return weigh(documents, BroadChoice.SET_ASIDE);
    }

    private static List<Integer> aside(ClaimBreadth breadth) {
        return breadth.broad().stream().map(ClaimBreadth.Broad::selector).toList();
    }

    @Test
    void oneInAHundredOrHalfOfASmallCorpusIsHeededAndOneMoreIsNot() throws IOException {
        claim(true);
        host(0, 0, 10_000);
        assertThat(aside(weigh(1_000_000))).isEmpty();
        assertThat(ClaimBreadth.isBroad(10_001, 1_000_000)).isTrue();
        assertThat(ClaimBreadth.isBroad(10_001, 1_000_100)).isFalse();
        assertThat(ClaimBreadth.isBroad(100, 100)).isFalse();
        assertThat(ClaimBreadth.isBroad(101, 202)).isFalse();
        assertThat(ClaimBreadth.isBroad(101, 201)).isTrue();
    }

    @Test
    void aClaimThatSomebodyVerifiedIsNeverSetAside() throws IOException {
        claim(false);
        host(0, 0, 5_000);
        claim(true);
        host(1, 0, 5_000);
        ClaimBreadth breadth = weigh(5_000);
        assertThat(aside(breadth)).containsExactly(1);
        assertThat(breadth.heeded(new Reserved(0, 0, KeyType.HOST, 1))).isPresent();
    }

    @Test
    void theNarrowSelectorsOfAClaimAreHeededAndTheBroadOneIsNot() throws IOException {
        claim(true);
        host(0, 0, 3_000);
        host(1, 3_000, 3_020);
        ClaimBreadth breadth = weigh(5_000);
        assertThat(breadth.broad()).containsExactly(new ClaimBreadth.Broad(0, 3_000, true, List.of()));
        assertThat(breadth.heeded(new Reserved(0, 0, KeyType.HOST, 1))).isEmpty();
        assertThat(breadth.heeded(new Reserved(0, 1, KeyType.HOST, 1))).isPresent();
    }

    @Test
    void aBroadClaimCutIntoNarrowSelectorsIsStillBroad() throws IOException {
        claim(true);
        for (int i = 0; i < 30; i++) {
            host(i, i * 100, i * 100 + 100);
        }
        // Fifteen of a hundred each are half; the other fifteen are set aside.
        assertThat(aside(weigh(3_000)))
                .containsExactlyElementsOf(IntStream.range(15, 30).boxed().toList());
    }

    @Test
    void copiesOfOneDocumentCountOnce() throws IOException {
        claim(true);
        index.addKey(new Key(KeyType.HOST, "site0.exemple.fr"), 0);
        for (int i = 0; i < 5_000; i++) {
            later.add(() -> visitor.visit(7, false, new Reserved(0, 0, KeyType.HOST, 1)));
        }
        assertThat(aside(weigh(5_000))).isEmpty();
    }

    @Test
    void whatIsSaidOfABroadClaimCountsCopiesOnceToo() throws IOException {
        claim(true);
        host(0, 0, 3_000);
        later.addAll(List.copyOf(later));
        assertThat(weigh(5_000).broad()).containsExactly(new ClaimBreadth.Broad(0, 3_000, true, List.of()));
    }

    @Test
    void copiesMakeNoPassageOfTheirOwnText() throws IOException {
        claim(true);
        index.addWork(IntStream.range(0, 100).mapToLong(i -> 16L * i).toArray(), 0);
        List<Quotation.Hit> hits =
                IntStream.range(0, 5).mapToObj(i -> new Quotation.Hit(i, i)).toList();
        for (int copy = 0; copy < 500; copy++) {
            later.add(() -> visitor.visit(7, false, new Reserved(0, 0, KeyType.SAMPLE, 0.5, hits)));
        }
        assertThat(weigh(2_000).broad()).isEmpty();
    }

    /** A document that has the samples of a work at some places, in this order. */
    private void quotes(int document, int... places) {
        List<Quotation.Hit> hits = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            hits.add(new Quotation.Hit(i, places[i]));
        }
        later.add(() -> visitor.visit(document, true, new Reserved(0, 0, KeyType.SAMPLE, 0.5, hits)));
    }

    @Test
    void aNovelThatEndsInALicenceEverybodyHasIsFoundByTheNovelOnly() throws IOException {
        claim(true);
        index.addWork(IntStream.range(0, 100).mapToLong(i -> 16L * i).toArray(), 0);
        for (int document = 0; document < 500; document++) {
            quotes(document, 95, 96, 97, 98, 99);
        }
        quotes(500, 10, 11, 12, 13, 14, 95, 96, 97, 98, 99);
        ClaimBreadth breadth = weigh(2_000);
        assertThat(breadth.broad()).containsExactly(new ClaimBreadth.Broad(0, 1, false, List.of(95, 96, 97, 98, 99)));
        List<Boolean> heeded = new ArrayList<>();
        visitor = (document, isKept, match) -> heeded.add(breadth.heeded(match).isPresent());
        later.forEach(Runnable::run);
        assertThat(heeded).containsOnlyOnce(true).last().isEqualTo(true);
    }

    @Test
    void aSampleInOneOfAThousandDocumentsOrOneOfTenOfASmallCorpusCountsAndInOneMoreItDoesNot() {
        assertThat(ClaimBreadth.isPassage(100, 5_000)).isFalse();
        assertThat(ClaimBreadth.isPassage(101, 5_000)).isTrue();
        assertThat(ClaimBreadth.isPassage(1_000, 1_000_000)).isFalse();
        assertThat(ClaimBreadth.isPassage(1_001, 1_000_000)).isTrue();
        assertThat(ClaimBreadth.isPassage(10, 10)).isFalse();
        assertThat(ClaimBreadth.isPassage(11, 110)).isFalse();
        assertThat(ClaimBreadth.isPassage(11, 109)).isTrue();
    }

    @Test
    void aWorkMadeOfManyOtherDocumentsIsSetAside() throws IOException {
        claim(true);
        index.addWork(IntStream.range(0, 20_000).mapToLong(i -> 16L * i).toArray(), 0);
        for (int document = 0; document < 4_000; document++) {
            quotes(document, document * 5, document * 5 + 1, document * 5 + 2, document * 5 + 3);
        }
        ClaimBreadth breadth = weigh(5_000);
        assertThat(breadth.broad()).containsExactly(new ClaimBreadth.Broad(0, 4_000, true, List.of()));
    }

    @Test
    void whoeverAsksSoHasBroadClaimsHeededAndIsStillToldOfThem() throws IOException {
        claim(true);
        host(0, 0, 3_000);
        ClaimBreadth breadth = weigh(5_000, BroadChoice.WITHHOLD);
        assertThat(aside(breadth)).containsExactly(0);
        assertThat(breadth.heeded(new Reserved(0, 0, KeyType.HOST, 1))).isPresent();
    }
}
