package fr.corpus.dedup;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.DocumentId;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Documents cut into units as an engine would cut them, with their files of duplicate keys. */
final class TestCorpus {

    static final MinHashDedup DEFAULT = new MinHashDedup(14, 8, 5, OptionalDouble.of(0.75));
    static final DedupSettings BOTH = new DedupSettings(true, Optional.of(DEFAULT));
    static final DedupSettings EXACT_ONLY = new DedupSettings(true, Optional.empty());
    static final DedupSettings NEAR_ONLY = new DedupSettings(false, Optional.of(DEFAULT));

    /** A document of the test. */
    record Doc(String name, String text, int rights, int provenance, float quality) {
        Doc(String name, String text) {
            this(name, text, 1, 1, 0);
        }

        SurvivorRank rank() {
            DocumentId id = DocumentId.of("test", CanonicalText.digest(text));
            return new SurvivorRank(rights, provenance, quality, id, name.hashCode());
        }
    }

    /** What became of a document. */
    record Fate(String survivor, int size, Clusters.Kind kind, OptionalDouble similarity) {}

    private final List<List<Doc>> units = new ArrayList<>();

    /** One unit. */
    TestCorpus unit(List<Doc> docs) {
        List<Doc> rows = new ArrayList<>(docs);
        rows.sort(Comparator.comparing((Doc doc) -> doc.rank().id())
                .thenComparing(doc -> doc.rank().tieBreak()));
        units.add(rows);
        return this;
    }

    /** Documents dealt out to a number of units. */
    static TestCorpus dealt(List<Doc> docs, int units) {
        TestCorpus corpus = new TestCorpus();
        for (int unit = 0; unit < units; unit++) {
            List<Doc> mine = new ArrayList<>();
            for (int i = unit; i < docs.size(); i += units) {
                mine.add(docs.get(i));
            }
            corpus.unit(mine);
        }
        return corpus;
    }

    /** The documents of a unit in order of rows. */
    List<Doc> rows(int unit) {
        return units.get(unit);
    }

    List<UnitKeys> write(Path directory, DedupSettings settings) throws IOException {
        List<UnitKeys> keys = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            Path file = directory.resolve("unit-" + unit + ".keys");
            writeUnit(file, unit, settings);
            keys.add(UnitKeys.open(file, settings));
        }
        return keys;
    }

    void writeUnit(Path file, int unit, DedupSettings settings) throws IOException {
        List<Doc> rows = units.get(unit);
        UnitKeysWriter writer = new UnitKeysWriter(settings);
        TokenizedText tokens = new TokenizedText();
        int[] rowOf = new int[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.size() - 1 - i; // documents do not arrive in the order of rows
            tokenize(rows.get(row).text(), tokens);
            rowOf[i] = row;
            writer.add(
                    CanonicalText.digest(rows.get(row).text()),
                    tokens,
                    rows.get(row).rank());
        }
        writer.write(file, rowOf);
    }

    Clusters resolve(Path directory, DedupSettings settings, int threads) throws IOException {
        return DuplicateIndex.resolve(
                write(directory, settings),
                settings,
                new Barrier(this::read, directory, threads, DuplicateListener.SILENT));
    }

    /** What became of each document, by name. */
    Map<String, Fate> fates(Path directory, DedupSettings settings, int threads) throws IOException {
        Clusters clusters = resolve(directory, settings, threads);
        List<Doc> all = units.stream().flatMap(List::stream).toList();
        Map<String, Fate> fates = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            fates.put(
                    all.get(i).name(),
                    new Fate(
                            all.get(clusters.survivor(i)).name(),
                            clusters.size(i),
                            clusters.kind(i),
                            clusters.similarity(i)));
        }
        return fates;
    }

    private void read(int unit, int[] rows, TokenSource.Sink out) throws IOException {
        TokenizedText tokens = new TokenizedText();
        for (int row : rows) {
            tokenize(units.get(unit).get(row).text(), tokens);
            out.accept(row, tokens);
        }
    }

    /** Runs of letters and digits, folded to lower case; other characters are one token each. */
    static void tokenize(String text, TokenizedText out) {
        out.clear();
        int i = 0;
        while (i < text.length()) {
            int from = i;
            while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                i++;
            }
            if (i > from) {
                out.add(from, i, i - from, 0, hash(text.substring(from, i).toLowerCase(Locale.ROOT)), (byte) 1);
            } else {
                if (!Character.isWhitespace(text.charAt(i))) {
                    out.add(i, i + 1, 1, 0, 0, TokenizedText.PUNCTUATION);
                }
                i++;
            }
        }
    }

    static long hash(String word) {
        long hash = 7;
        for (int i = 0; i < word.length(); i++) {
            hash = Shingles.mix(hash + word.charAt(i));
        }
        return hash == 0 ? 1 : hash;
    }

    /** Jaccard similarity of two texts' sets of shingles, computed the slow way. */
    static double jaccard(String a, String b, int words) {
        TokenizedText tokens = new TokenizedText();
        Shingles shingles = new Shingles(words);
        tokenize(a, tokens);
        shingles.of(tokens);
        int[] first = shingles.toSortedSet();
        tokenize(b, tokens);
        shingles.of(tokens);
        int[] second = shingles.toSortedSet();
        long common = Arrays.stream(first)
                .filter(x -> Arrays.binarySearch(second, x) >= 0)
                .count();
        return (double) common / (first.length + second.length - common);
    }
}
