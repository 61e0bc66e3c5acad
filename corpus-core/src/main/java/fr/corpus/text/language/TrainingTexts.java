package fr.corpus.text.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Gathers the passages that {@link LanguageTrainer} learns from and {@link LanguageEvaluation} is held to, out of the
 * sources that a table lists. Immutable.
 *
 * <p>A row of the table: variety, kind of file (see {@code PassageExtractor}), use, root, path below the root with {@code *}
 * and {@code **}. The root {@code written} is in the library itself. Use is {@code train}, {@code held} (kept aside while settings are chosen), {@code test} (never learnt
 * from) or a number: the last that many hundredths of the passages are held, the others are for training. After it may stand
 * {@code *} and how many times the passages count, so that the one text of a kind is heard beside many of another.
 *
 * @param roots folders by name
 */
public record TrainingTexts(Map<String, Path> roots) {

    /** What is left untranslated in manuals, and the standard German that characters speak in Alsatian plays. */
    private static final Map<String, Double> INTRUDERS = Map.of("eng", 0.7, "fra", 0.7, "deu", 0.55);

    /** The root of texts that the library carries. */
    private static final String WRITTEN = "written";

    private static final String TABLE = "sources.tsv";
    private static final int SHORTEST = 12;
    private static final int MOST_CHARACTERS = 400_000;
    private static final int MOST_WORD_CHARACTERS = 120_000;

    /**
     * The passages of a row.
     *
     * @param use {@code train}, {@code held} or {@code test}
     * @param variety of a language
     * @param name the row's number in the table
     * @param times how many times they count
     * @param passages in the order of the files
     */
    public record Gathered(String use, String variety, String name, int times, List<String> passages) {}

    /** {@code TrainingTexts TABLE OUT NAME=FOLDER…}: writes {@code OUT/<use>/<variety>/<row>.txt}. */
    public static void main(String[] arguments) throws IOException {
        Map<String, Path> roots = new TreeMap<>();
        for (int i = 2; i < arguments.length; i++) {
            String[] root = arguments[i].split("=", 2);
            roots.put(root[0], Path.of(root[1]));
        }
        List<String> table = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8);
        for (Gathered gathered : new TrainingTexts(roots).gather(table)) {
            Path directory = Path.of(arguments[1]).resolve(gathered.use()).resolve(gathered.variety());
            Files.createDirectories(directory);
            Files.write(directory.resolve(gathered.name() + ".txt"), gathered.passages(), StandardCharsets.UTF_8);
        }
    }

    /** The table of the model that comes with the library. */
    public static List<String> table() throws IOException {
        try (InputStream in = TrainingTexts.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("resource missing: " + TABLE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /**
     * What the model of the library is learnt from, by variety: what is for training, then what settings were chosen on.
     *
     * @param withHeld whether to take the latter too, as the model of the library does
     */
    public Map<String, List<String>> learnt(boolean withHeld) throws IOException {
        Map<String, List<String>> texts = new TreeMap<>();
        List<Gathered> all = gather(table());
        for (String use : withHeld ? List.of("train", "held") : List.of("train")) {
            all.stream().filter(gathered -> gathered.use().equals(use)).forEach(gathered -> {
                List<String> passages = texts.computeIfAbsent(gathered.variety(), name -> new ArrayList<>());
                for (int i = 0; i < gathered.times(); i++) {
                    passages.addAll(gathered.passages());
                }
            });
        }
        return texts;
    }

    /** The passages of all rows of a table, in its order. */
    public List<Gathered> gather(List<String> table) throws IOException {
        Map<String, Set<String>> known = new TreeMap<>();
        Map<Path, List<Path>> trees = new TreeMap<>();
        Intruders intruders = new Intruders(INTRUDERS);
        List<Gathered> all = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            String[] row = table.get(i).split("\t");
            if (row.length == 5 && !row[0].startsWith("#")) {
                List<String> passages = passages(row, trees);
                Set<String> before = known.computeIfAbsent(row[0], variety -> new HashSet<>());
                passages.removeIf(passage -> before.contains(passage) || intruders.isIntruder(row[0], passage));
                before.addAll(passages);
                intruders.learn(row[0], passages);
                split(passages, row, String.format(Locale.ROOT, "%03d", i + 1), all);
            }
        }
        return all;
    }

    private List<String> passages(String[] row, Map<Path, List<Path>> trees) throws IOException {
        PassageExtractor kind = PassageExtractor.valueOf(row[1].toUpperCase(Locale.ROOT));
        Set<String> seen = new HashSet<>();
        List<String> passages = new ArrayList<>();
        if (row[3].equals(WRITTEN)) {
            passages.addAll(kind.passages(written(row[4]), SHORTEST));
        } else {
            Path root = roots.get(row[3]);
            if (root == null) {
                throw new IllegalArgumentException("no folder given for root " + row[3]);
            }
            for (Path file : files(root, row[4], trees)) {
                for (String passage : kind.passages(file, SHORTEST)) {
                    if (seen.add(passage)) {
                        passages.add(passage);
                    }
                }
            }
        }
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("nothing found: " + String.join(" ", row));
        }
        boolean words = kind == PassageExtractor.WORDS || kind == PassageExtractor.BILINGUAL;
        return thin(passages, words ? MOST_WORD_CHARACTERS : MOST_CHARACTERS);
    }

    private static byte[] written(String name) throws IOException {
        try (InputStream in = TrainingTexts.class.getResourceAsStream(WRITTEN + "/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no text written for this library: " + name);
            }
            return in.readAllBytes();
        }
    }

    private static List<Path> files(Path root, String pattern, Map<Path, List<Path>> trees) throws IOException {
        String fixed =
                pattern.contains("*") ? pattern.substring(0, pattern.lastIndexOf('/', pattern.indexOf('*'))) : "";
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + root.resolve(pattern));
        Path top = root.resolve(fixed.isEmpty() ? pattern : fixed);
        List<Path> tree = trees.get(top);
        if (tree == null) {
            try (Stream<Path> files = Files.walk(top)) {
                tree = files.filter(Files::isRegularFile).sorted().toList();
            }
            trees.put(top, tree);
        }
        return tree.stream().filter(matcher::matches).toList();
    }

    /** Evenly spread passages of at most so many characters in all. */
    private static List<String> thin(List<String> passages, int mostCharacters) {
        long all = passages.stream().mapToLong(String::length).sum();
        List<String> out = new ArrayList<>();
        long before = 0;
        for (String passage : passages) {
            long after = before + passage.length();
            if (all <= mostCharacters || after * mostCharacters / all / 200 > before * mostCharacters / all / 200) {
                out.add(passage);
            }
            before = after;
        }
        return out;
    }

    private static void split(List<String> passages, String[] row, String name, List<Gathered> all) {
        String[] use = row[2].split("\\*", 2);
        int times = use.length > 1 ? Integer.parseInt(use[1]) : 1;
        boolean split = Character.isDigit(use[0].charAt(0));
        int cut = split ? passages.size() * (100 - Integer.parseInt(use[0])) / 100 : passages.size();
        if (cut > 0) {
            all.add(new Gathered(split ? "train" : use[0], row[0], name, times, List.copyOf(passages.subList(0, cut))));
        }
        if (cut < passages.size()) {
            all.add(new Gathered("held", row[0], name, times, List.copyOf(passages.subList(cut, passages.size()))));
        }
    }
}
