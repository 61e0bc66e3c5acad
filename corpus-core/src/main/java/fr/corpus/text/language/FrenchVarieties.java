package fr.corpus.text.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Hints at the variety of French texts (Québec, Belgium, Switzerland, West and Central Africa, Maghreb, spelling before 1835) from
 * words that are hardly used elsewhere. Immutable, thread-safe.
 *
 * <p>Each word of the lexicon speaks for its varieties with a weight in nats; met again, it counts for less. Every word that is read
 * speaks a little against all of them, and a variety starts with a handicap, so that one rare word in a long text is no
 * hint. It is a hint: a story about a country uses words of the country. See {@code docs/models/language.md}.
 */
public final class FrenchVarieties {

    /** A variety is named from this confidence. */
    public static final double LEAST_CONFIDENCE = 0.8;

    private static final String FRENCH = "fra";
    private static final String RESOURCE = "varieties.tsv";
    private static final double HANDICAP = 3;
    private static final double AGAINST_PER_WORD = 0.003;
    private static final double AGAIN = 0.5;
    /** Words of the longest form. */
    private static final int LONGEST = 5;

    private static final double MOST_NATS = 50;

    private final List<String> names;
    private final List<Entry> entries;
    private final long[] keys;
    private final int[] entryOf;

    private record Entry(int variety, double nats, String word) {}

    private static final class Shared {
        static final FrenchVarieties INSTANCE = read();

        private static FrenchVarieties read() {
            try (InputStream in = FrenchVarieties.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("resource missing: " + RESOURCE);
                }
                return new FrenchVarieties(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The varieties of the library's own lexicon: read on the first call, then shared. */
    public static FrenchVarieties load() {
        return Shared.INSTANCE;
    }

    private FrenchVarieties(List<String> rows) {
        names = List.copyOf(
                new TreeSet<>(rows.stream().map(row -> row.split("\t")[0]).toList()));
        entries = new ArrayList<>();
        keys = new long[1 << 14];
        entryOf = new int[keys.length];
        for (String row : rows) {
            String[] cells = row.split("\t");
            String[] forms = cells[2].split("\\|");
            int entry = entries.size();
            entries.add(new Entry(names.indexOf(cells[0]), Integer.parseInt(cells[1]) / 10.0, forms[0]));
            for (String form : forms) {
                put(form, entry);
            }
        }
    }

    /** A form of several varieties has a place for each. */
    private void put(String form, int entry) {
        long hash = 0;
        for (String word : form.split(" ")) {
            hash = join(hash, hash(word));
        }
        int slot = first(hash);
        while (keys[slot] != 0) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = hash;
        entryOf[slot] = entry;
    }

    private int first(long hash) {
        return (int) (hash >>> 40) & keys.length - 1;
    }

    private static long hash(String word) {
        long hash = Ngrams.start();
        for (int i = 0; i < word.length(); i++) {
            hash = Ngrams.next(hash, word.charAt(i));
        }
        return hash;
    }

    private static long join(long before, long word) {
        return before == 0 ? word : (before * 31 + word) * 0x9E3779B97F4A7C15L;
    }

    /** The varieties that may be named, in alphabetical order. */
    public List<String> names() {
        return names;
    }

    /** What the words of a text speak for, as if it were French. */
    public VarietyHint hint(CharSequence text) {
        return hint(text, 0, text.length());
    }

    /** What the words of a stretch of a text speak for, as if it were French. */
    public VarietyHint hint(CharSequence text, int from, int to) {
        int[] counts = new int[entries.size()];
        return decide(counts, count(text, from, to, counts));
    }

    /** What the words of the French stretches of a text speak for together. */
    public VarietyHint hint(CharSequence text, List<LanguageSegment> segments) {
        int[] counts = new int[entries.size()];
        int words = 0;
        for (LanguageSegment segment : segments) {
            if (segment.language().equals(FRENCH)) {
                words += count(text, segment.start(), segment.end(), counts);
            }
        }
        return decide(counts, words);
    }

    private double weigh(int entry, int count) {
        return entries.get(entry).nats() * (1 + AGAIN * StrictMath.log(count));
    }

    private VarietyHint decide(int[] counts, int words) {
        double[] nats = new double[names.size()];
        Arrays.fill(nats, -HANDICAP - AGAINST_PER_WORD * words);
        for (int e = 0; e < counts.length; e++) {
            if (counts[e] > 0) {
                nats[entries.get(e).variety()] += weigh(e, counts[e]);
            }
        }
        double total = 1;
        for (int v = 0; v < nats.length; v++) {
            nats[v] = StrictMath.exp(Math.max(-MOST_NATS, Math.min(MOST_NATS, nats[v])));
            total += nats[v];
        }
        int best = 0;
        for (int v = 1; v < nats.length; v++) {
            best = nats[v] > nats[best] ? v : best;
        }
        int second = best == 0 ? 1 : 0;
        for (int v = 0; v < nats.length; v++) {
            second = v != best && nats[v] > nats[second] ? v : second;
        }
        double alone = nats[best] / total;
        double both = (nats[best] + nats[second]) / total;
        if (alone >= LEAST_CONFIDENCE) {
            return new VarietyHint(names.get(best), alone, words, evidence(counts, best, best));
        }
        if (both >= LEAST_CONFIDENCE && nats[second] * 4 > nats[best]) {
            int less = Math.min(best, second);
            int more = Math.max(best, second);
            return new VarietyHint(names.get(less) + "+" + names.get(more), both, words, evidence(counts, less, more));
        }
        return new VarietyHint(VarietyHint.NONE, 1 - alone, words, List.of());
    }

    private List<VarietyHint.Evidence> evidence(int[] counts, int one, int other) {
        List<VarietyHint.Evidence> evidence = new ArrayList<>();
        for (int e = 0; e < counts.length; e++) {
            int variety = entries.get(e).variety();
            String word = entries.get(e).word();
            boolean said = evidence.stream().anyMatch(some -> some.word().equals(word));
            if (counts[e] > 0 && (variety == one || variety == other) && !said) {
                evidence.add(new VarietyHint.Evidence(word, counts[e], weigh(e, counts[e])));
            }
        }
        evidence.sort(Comparator.comparingDouble(VarietyHint.Evidence::nats)
                .reversed()
                .thenComparing(VarietyHint.Evidence::word));
        return evidence;
    }

    /** Counts the entries met; answers the number of words. */
    private int count(CharSequence text, int from, int to, int[] counts) {
        long[] recent = new long[LONGEST];
        int words = 0;
        int i = from;
        while (i < to) {
            long hash = 0;
            while (i < to && Character.isLetter(text.charAt(i))) {
                char c = Character.toLowerCase(text.charAt(i));
                hash = Ngrams.next(hash == 0 ? Ngrams.start() : hash, c == '\u017F' ? 's' : c);
                i++;
            }
            if (hash == 0) {
                i++;
            } else {
                recent[words++ % LONGEST] = hash;
                match(recent, words, counts);
            }
        }
        return words;
    }

    /** Counts the entries that end with the last word. */
    private void match(long[] recent, int words, int[] counts) {
        for (int length = 1; length <= Math.min(LONGEST, words); length++) {
            long hash = 0;
            for (int k = words - length; k < words; k++) {
                hash = join(hash, recent[k % LONGEST]);
            }
            for (int slot = first(hash); keys[slot] != 0; slot = slot + 1 & keys.length - 1) {
                if (keys[slot] == hash) {
                    counts[entryOf[slot]]++;
                }
            }
        }
    }
}
