package fr.corpus.match;

import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.text.TokenizedText;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures look-ups among very many exact selectors: {@code java -Xmx2g … fr.corpus.match.MatchScale 10000000}. Prints heap in
 * use and CPU time per document of ten keys, one in a thousand reserved.
 */
public final class MatchScale {

    private static final int DOCUMENTS = 200_000;
    private static final double NANO = 1e-9;

    private MatchScale() {}

    /** Arguments: number of selectors. */
    public static void main(String[] arguments) {
        int selectors = Integer.parseInt(arguments[0]);
        ReservationIndex.Builder builder = new ReservationIndex.Builder(selectors);
        for (int i = 0; i < selectors; i++) {
            builder.addKey(new Key(KeyType.URL, "exemple" + i % 50_000 + ".fr/oeuvres/" + i), i);
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
        for (int round = 0; round < 6; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            int found = 0;
            for (List<Key> document : documents) {
                found += matcher.match(document, none).size();
            }
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) * NANO;
            System.out.printf(
                    Locale.ROOT,
                    "%d selectors, heap %d MB (documents included), %d found, %.2f µs per document%n",
                    selectors,
                    heap >> 20,
                    found,
                    seconds / DOCUMENTS * 1e6);
        }
    }

    private static List<Key> keys(int i, int selectors) {
        String host = "site" + i % 9_000 + ".exemple.org";
        String url = i % 1000 == 0 ? "exemple" + i % 50_000 + ".fr/oeuvres/" + i % selectors : host + "/pages/" + i;
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
