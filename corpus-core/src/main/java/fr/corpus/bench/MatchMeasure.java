package fr.corpus.bench;

import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.ReservationIndex;
import fr.corpus.match.ReservationMatcher;
import fr.corpus.text.TokenizedText;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What it takes to look documents up among very many exact selectors. Immutable.
 *
 * <p>Documents have ten keys each, one document in a thousand is reserved. The making of their keys is not in the figure.
 *
 * @param selectors exact selectors in the index
 * @param documents documents looked up
 * @param reserved of them, those found reserved
 * @param heapBytes heap in use after a collection, documents included
 * @param microsPerDocument CPU time of one document, median of the rounds after the first
 */
public record MatchMeasure(int selectors, int documents, int reserved, long heapBytes, double microsPerDocument) {

    /** One document in so many is reserved. */
    public static final int RESERVED_ONE_IN = 1000;

    private static final int DOCUMENTS = 200_000;
    private static final int ROUNDS = 7;
    private static final double MICROS = 1e-3;

    /** Builds an index of so many selectors and looks 200,000 documents up in it. */
    public static MatchMeasure of(int selectors) {
        ReservationIndex.Builder builder = new ReservationIndex.Builder(selectors);
        for (int i = 0; i < selectors; i++) {
            builder.addKey(new Key(KeyType.URL, reserved(i)), i);
        }
        ReservationIndex index = builder.build();
        List<List<Key>> documents = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(keys(i, selectors));
        }
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        ReservationMatcher matcher = new ReservationMatcher(index);
        TokenizedText none = new TokenizedText();
        List<Double> rounds = new ArrayList<>();
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            found = 0;
            for (List<Key> document : documents) {
                found += matcher.match(document, none).size();
            }
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            rounds.add(nanos * MICROS / DOCUMENTS);
        }
        return new MatchMeasure(selectors, DOCUMENTS, found, heap, Spread.median(rounds.subList(1, ROUNDS)));
    }

    private static String reserved(int i) {
        return "exemple" + i % 50_000 + ".fr/oeuvres/" + i;
    }

    private static List<Key> keys(int i, int selectors) {
        String host = "site" + i % 9_000 + ".exemple.org";
        String url = i % RESERVED_ONE_IN == 0 ? reserved(i % selectors) : host + "/pages/" + i;
        return List.of(
                new Key(KeyType.BYTES, Sha256.of("b" + i).hex()),
                new Key(KeyType.TEXT, Sha256.of("t" + i).hex()),
                new Key(KeyType.URL, url),
                new Key(KeyType.PREFIX, host + "/"),
                new Key(KeyType.PREFIX, host + "/pages/"),
                new Key(KeyType.HOST, host),
                new Key(KeyType.DOMAIN, host),
                new Key(KeyType.DOMAIN, "exemple.org"),
                new Key(KeyType.AUTHOR, "auteur n" + i % 70_000),
                new Key(KeyType.ISBN, "978" + (1_000_000_000L + i)));
    }
}
