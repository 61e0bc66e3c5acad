package fr.corpus.text.language;

import fr.corpus.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Learns a {@link LanguageModel} from texts: {@code DIR/<variety>/*.txt}, UTF-8, one passage a line, a variety being an
 * ISO 639-3 code or such a code, a hyphen and a name. The same files give the same bytes on every machine. Immutable.
 *
 * <p>Every eighth passage is counted a second time without accents, as people type it. The mean of all varieties is one more
 * variety, {@code und}, that wins on text far from all of them. The weights that counting gives are then moved so that
 * short pieces of the same texts are told apart, see {@code Contrast}.
 *
 * @param prior letters of the mean that every variety is given on top of its own
 * @param novelty how many unseen letters each letter seen after a context stands for
 * @param expectations how likely varieties are before anything is read
 * @param features how many n-grams the model keeps
 * @param mostLetters passages of a variety beyond so many letters are left out
 * @param calibration how its sums become scores
 */
public record LanguageTrainer(
        double prior,
        double novelty,
        Expectations expectations,
        int features,
        long mostLetters,
        Calibration calibration) {

    private static final int PLAIN_EVERY = 8;
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}'’]+");

    /** What an n-gram is worth that marks a variety expected more than others, or one in letters that mark it already. */
    private static final double EXPECTED = 2;

    private static final double OTHER_SCRIPT = 0.25;

    /** Pieces that {@link Contrast} learns from: of a variety, and how many times more of French. */
    private static final int FEWEST_PIECES = 600;

    private static final int MOST_PIECES = 3000;
    private static final int FRENCH_PIECES = 4;
    private static final String FRENCH = "fra";
    private static final int ROUNDS = 2;
    private static final double RATE = 0.02;

    /** A variety lends the mean at most so many letters, so that no language is the mean. */
    private static final double MEAN_SHARE = 100_000;

    /** The settings of the model that comes with the library. */
    public static LanguageTrainer standard() {
        return new LanguageTrainer(30_000, 1, Expectations.standard(), 160_000, 1_000_000, new Calibration(300, 50, 0));
    }

    /** {@code LanguageTrainer MODEL DIR…}: learns from directories, writes a model, prints its digest. */
    public static void main(String[] arguments) throws IOException {
        List<Path> directories = Stream.of(arguments).skip(1).map(Path::of).toList();
        LanguageModel model = standard().train(directories);
        Files.write(Path.of(arguments[0]), model.toBytes());
        System.out.println(model.digest().hex());
    }

    /** Learns from the varieties in some directories. */
    public LanguageModel train(List<Path> directories) throws IOException {
        Map<String, List<String>> texts = new TreeMap<>();
        for (Path directory : directories) {
            for (Path variety : list(directory)) {
                List<String> passages =
                        texts.computeIfAbsent(variety.getFileName().toString(), name -> new ArrayList<>());
                for (Path file : list(variety)) {
                    passages.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
                }
            }
        }
        return train(texts);
    }

    /**
     * Learns from passages by variety, in their order.
     *
     * @throws IllegalArgumentException if there is none or too many varieties
     */
    public LanguageModel train(Map<String, List<String>> texts) {
        Set<String> names = new TreeSet<>(texts.keySet());
        if (names.isEmpty() || names.size() >= LanguageModel.MAX_VARIETIES) {
            throw new IllegalArgumentException(
                    "need 1 to " + (LanguageModel.MAX_VARIETIES - 1) + " varieties, found " + names.size());
        }
        List<List<Letters>> passages = new ArrayList<>();
        double[] worth = new double[names.size()];
        long[] frequencies = new long[1 << 16];
        for (String name : names) {
            List<String> own = chosen(texts.getOrDefault(name, List.of()));
            boolean latin = isLatin(own);
            worth[passages.size()] = !latin ? OTHER_SCRIPT : expectations.isExpected(name) ? EXPECTED : 1;
            List<Letters> letters = letters(latin ? own : withoutLatin(own));
            passages.add(letters);
            letters.forEach(passage -> count(passage, frequencies));
        }
        Alphabet alphabet = Alphabet.of(frequencies);
        List<NgramCounts> counts = new ArrayList<>();
        NgramCounts mean = new NgramCounts();
        for (List<Letters> own : passages) {
            NgramCounts some = new NgramCounts();
            own.forEach(passage -> some.add(alphabet, passage));
            counts.add(some.sorted());
            mean.addShare(some, MEAN_SHARE);
        }
        KeptNgrams kept = new KeptNgrams(counts, worth, features);
        List<String> varieties = new ArrayList<>(names);
        varieties.add(LanguageIdentifier.UNKNOWN);
        counts.add(mean.sorted());
        List<VarietyWeights> weights = counts.stream()
                .map(own -> new VarietyWeights(own, mean, kept, this))
                .toList();
        ModelData counted = new Postings(alphabet, kept, weights).data(varieties, calibration);
        ModelData data = contrasted(counted, passages);
        return new LanguageModel(data, Sha256.of(data.toBytes()));
    }

    private ModelData contrasted(ModelData counted, List<List<Letters>> passages) {
        Pieces pieces = new Pieces();
        for (int v = 0; v < passages.size(); v++) {
            int times = counted.varieties().get(v).equals(FRENCH) ? FRENCH_PIECES : 1;
            pieces.draw(v, passages.get(v), FEWEST_PIECES, times * MOST_PIECES);
        }
        Contrast contrast = new Contrast(counted, calibration.sharpness() / 1000.0);
        List<Pieces.Piece> order = pieces.shuffled();
        for (int round = 1; round <= ROUNDS; round++) {
            contrast.learn(order, RATE / round);
        }
        return contrast.data();
    }

    /** Collects the weights in the order of keys. */
    private record Postings(Alphabet alphabet, KeptNgrams kept, List<VarietyWeights> weights) {

        ModelData data(List<String> names, Calibration calibration) {
            long[] order = new long[kept.all().length];
            for (int i = 0; i < order.length; i++) {
                order[i] = (alphabet.key(kept.all()[i]) & 0xFFFFFFFFL) << 31 | i;
            }
            Arrays.sort(order);
            int[] keys = new int[order.length];
            ByteArrayOutputStream perKey = new ByteArrayOutputStream();
            ByteArrayOutputStream posted = new ByteArrayOutputStream();
            ByteArrayOutputStream values = new ByteArrayOutputStream();
            ByteArrayOutputStream pending = new ByteArrayOutputStream();
            for (int i = 0; i < order.length; i++) {
                keys[i] = (int) (order[i] >>> 31);
                perKey.write(post(kept.all()[(int) (order[i] & Integer.MAX_VALUE)], posted, values, pending));
            }
            short[] grounds = new short[names.size()];
            short[] priors = new short[names.size()];
            for (int v = 0; v < grounds.length; v++) {
                grounds[v] = (short) units(weights.get(v).ground());
                priors[v] = (short) units(weights.get(v).prior(names.get(v)));
            }
            return new ModelData(
                    0,
                    names,
                    calibration.toArray(),
                    grounds,
                    priors,
                    keys,
                    perKey.toByteArray(),
                    posted.toByteArray(),
                    values.toByteArray(),
                    pending.toByteArray());
        }

        private int post(
                long gram, ByteArrayOutputStream posted, ByteArrayOutputStream values, ByteArrayOutputStream pending) {
            int written = 0;
            for (int v = 0; v < weights.size(); v++) {
                long value = Math.max(
                        Byte.MIN_VALUE,
                        Math.min(Byte.MAX_VALUE, units(weights.get(v).weight(gram))));
                if (value != 0) {
                    posted.write(v);
                    values.write((int) value);
                    pending.write(
                            (int) Math.max(Byte.MIN_VALUE, units(weights.get(v).pending(gram))));
                    written++;
                }
            }
            return written;
        }

        private static long units(double nats) {
            return Math.round(nats * LanguageModel.UNITS_PER_NAT);
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    /** As many passages as may be learnt from, evenly spread, some of them without accents too. */
    private List<String> chosen(List<String> all) {
        List<String> out = new ArrayList<>();
        double keep = Math.min(
                1, (double) mostLetters / all.stream().mapToLong(String::length).sum());
        for (int i = 0; i < all.size(); i++) {
            if ((long) (keep * (i + 1)) > (long) (keep * i)) {
                out.add(all.get(i));
                if (i % PLAIN_EVERY == 0) {
                    out.add(withoutAccents(all.get(i)));
                }
            }
        }
        return out;
    }

    /** Whether most letters are Latin. Where they are not, the Latin ones are names and untranslated words. */
    private static boolean isLatin(List<String> passages) {
        long latin = 0;
        long other = 0;
        for (String passage : passages) {
            long letters = passage.chars().filter(Character::isLetter).count();
            long own = passage.chars().filter(LanguageTrainer::isLatin).count();
            latin += own;
            other += letters - own;
        }
        return other * 10 <= latin;
    }

    private static boolean isLatin(int c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static List<String> withoutLatin(List<String> passages) {
        return passages.stream()
                .map(passage -> LATIN.matcher(passage).replaceAll(" "))
                .toList();
    }

    private static List<Letters> letters(List<String> passages) {
        return passages.stream()
                .map(passage -> new Letters().add(passage, 0, passage.length()).trim())
                .toList();
    }

    private static void count(Letters letters, long[] frequencies) {
        for (int i = 0; i < letters.size(); i++) {
            frequencies[letters.codes()[i]]++;
        }
    }

    private static String withoutAccents(String line) {
        String apart = Normalizer.normalize(line, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c < '\u0300' || c > '\u036F') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
