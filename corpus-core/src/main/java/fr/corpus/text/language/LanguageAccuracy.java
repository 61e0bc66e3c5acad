package fr.corpus.text.language;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how often an identifier is right on texts of known language, by language and by length. Confined to one thread.
 *
 * <p>A language that the identifier does not know is counted as {@link LanguageIdentifier#UNKNOWN}, which is then the right
 * answer. Codes of single languages are taken for the wider ones that the model speaks of, see {@link #language}.
 */
public final class LanguageAccuracy {

    /** Longest texts of the classes of length, in code points; what is longer is a class of its own. */
    public static final List<Integer> LENGTHS = List.of(20, 40, 120, 500);

    /** The last class of length. */
    public static final int LONGER = Integer.MAX_VALUE;

    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("als", "sqi"),
            Map.entry("arb", "ara"),
            Map.entry("azj", "aze"),
            Map.entry("cmn", "zho"),
            Map.entry("ekk", "est"),
            Map.entry("fil", "tgl"),
            Map.entry("khk", "mon"),
            Map.entry("lvs", "lav"),
            Map.entry("nor", "nob"),
            Map.entry("pes", "fas"),
            Map.entry("plt", "mlg"),
            Map.entry("swh", "swa"),
            Map.entry("ydd", "yid"),
            Map.entry("zsm", "msa"));

    private final LanguageIdentifier identifier;
    private final Map<Integer, Map<String, Counts>> byLength = new TreeMap<>();
    private final Map<String, Integer> confusions = new TreeMap<>();
    private int unknownGold;

    /** Counts what an identifier answers. */
    public LanguageAccuracy(LanguageIdentifier identifier) {
        this.identifier = identifier;
    }

    /**
     * How often a language was right.
     *
     * @param correct texts in it that were given it
     * @param gold texts in it
     * @param found texts that were given it
     */
    public record Counts(int correct, int gold, int found) {

        private Counts plus(Counts other) {
            return new Counts(correct + other.correct, gold + other.gold, found + other.found);
        }
    }

    /**
     * The code under which a language is counted: what stands before a hyphen ({@code oci} of {@code oci-prv}), and of the
     * single languages of Albanian, Arabic, Azerbaijani, Chinese, Estonian, Filipino, Latvian, Malagasy, Malay, Mongolian,
     * Norwegian, Persian, Swahili and Yiddish the wider code.
     */
    public static String language(String code) {
        String language = LanguageModel.languageOf(code);
        return WIDER.getOrDefault(language, language);
    }

    /**
     * Identifies one text.
     *
     * @param gold its language, ISO 639-3, or a variety
     * @param text what is identified
     */
    public void add(String gold, CharSequence text) {
        String right = language(gold);
        if (!identifier.knows(right) && !right.equals(LanguageIdentifier.UNKNOWN)) {
            right = LanguageIdentifier.UNKNOWN;
            unknownGold++;
        }
        String found = language(identifier.identify(text).language());
        int points = Character.codePointCount(text, 0, text.length());
        Map<String, Counts> counts = byLength.computeIfAbsent(lengthClass(points), length -> new TreeMap<>());
        if (found.equals(right)) {
            counts.merge(right, new Counts(1, 1, 1), Counts::plus);
        } else {
            counts.merge(right, new Counts(0, 1, 0), Counts::plus);
            counts.merge(found, new Counts(0, 0, 1), Counts::plus);
            confusions.merge(right + " " + found, 1, Integer::sum);
        }
    }

    private static int lengthClass(int points) {
        return LENGTHS.stream().filter(most -> points <= most).findFirst().orElse(LONGER);
    }

    /** The counts of each language over all lengths, by code. */
    public Map<String, Counts> byLanguage() {
        Map<String, Counts> all = new TreeMap<>();
        byLength.values()
                .forEach(counts -> counts.forEach((language, some) -> all.merge(language, some, Counts::plus)));
        return all;
    }

    /** The counts of each language by class of length, the shortest first. */
    public Map<Integer, Map<String, Counts>> byLength() {
        return Collections.unmodifiableMap(byLength);
    }

    /** The counts of several languages together. */
    public static Counts total(Map<String, Counts> counts) {
        return counts.values().stream().reduce(new Counts(0, 0, 0), Counts::plus);
    }

    /** How often one language was taken for another, {@code oci cat}; the most frequent first, then by code. */
    public List<Map.Entry<String, Integer>> confusions() {
        return confusions.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** How many texts were in a language that the identifier does not know. */
    public int unknownGold() {
        return unknownGold;
    }
}
