package fr.corpus.filter;

import fr.corpus.step.Filter;
import fr.corpus.text.GivenTokens;
import fr.corpus.text.SpacyFrenchTokenizer;
import fr.corpus.text.TextView;
import fr.corpus.text.Tokenizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares profile fineweb2 with verdicts of datatrove, document by document. Not a test: its input is made beside the
 * project by vectors/fineweb2/vectors.py.
 *
 * <p>{@code DatatroveParity FILE.jsonl.gz given|spacy} reads lines of
 * {@code id, text, tokens, repetition, lines, quality} and prints for each filter, and for the first reason of the
 * chain, how many documents agree, then the first that do not.
 */
final class DatatroveParity {

    private static final int SHOWN = 40;
    private static final Tokenizer SPACY = new SpacyFrenchTokenizer();

    /** datatrove's reasons by ours. */
    static final Map<String, String> REASONS = reasons();

    private final Map<String, int[]> agreement = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    private static Map<String, String> reasons() {
        Map<String, String> map = new TreeMap<>();
        map.put("repetition:empty", "empty");
        map.put("repetition:duplicate-lines", "dup_line_frac");
        for (int n = 2; n <= 4; n++) {
            map.put("repetition:top-" + n + "gram", "top_" + n + "_gram");
        }
        for (int n = 5; n <= 10; n++) {
            map.put("repetition:duplicate-" + n + "grams", "duplicated_" + n + "_n_grams");
        }
        map.put("lines:empty", "empty");
        map.put("lines:line-end-marks", "line_punct_ratio");
        map.put("lines:repeated-line-chars", "char_dup_ratio");
        map.put("lines:newlines-per-word", "list_ratio");
        map.put("quality:too-few-words", "gopher_short_doc");
        map.put("quality:too-many-words", "gopher_long_doc");
        map.put("quality:short-words", "gopher_below_avg_threshold");
        map.put("quality:long-words", "gopher_above_avg_threshold");
        map.put("quality:hashes-per-word", "gopher_too_many_hashes");
        map.put("quality:ellipses-per-word", "gopher_too_many_ellipsis");
        map.put("quality:bullet-lines", "gopher_too_many_bullets");
        map.put("quality:ellipsis-lines", "gopher_too_many_end_ellipsis");
        map.put("quality:letter-tokens", "gopher_below_alpha_threshold");
        map.put("quality:stop-words", "gopher_enough_stop_words");
        return map;
    }

    public static void main(String[] args) throws IOException {
        DatatroveParity parity = new DatatroveParity();
        JsonMapper json = JsonMapper.shared();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(args[0]))), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                parity.compare(json.readTree(line), args.length > 1 ? args[1] : "given");
            }
        }
        parity.agreement.forEach((key, count) -> System.out.printf(
                "%-30s %d of %d alike, %.4f %%%n", key, count[0], count[1], 100.0 * count[0] / count[1]));
        parity.differences.stream().limit(SHOWN).forEach(System.out::println);
    }

    private void compare(JsonNode document, String tokens) {
        Tokenizer tokenizer = tokens.equals("spacy") ? SPACY : given(document);
        String text = document.get("text").stringValue();
        TextView view = new TextView(tokenizer);
        String first = "keep";
        String theirFirst = "keep";
        for (Map.Entry<String, Filter> filter : filters().entrySet()) {
            String name = filter.getKey();
            String ours = reason(name, filter.getValue(), view.of(text));
            String theirs = document.get(name).stringValue();
            tally(document, name, ours, theirs);
            first = first.equals("keep") && !ours.equals("keep") ? name + ":" + ours : first;
            theirFirst = theirFirst.equals("keep") && !theirs.equals("keep") ? name + ":" + theirs : theirFirst;
        }
        tally(document, "first", first, theirFirst);
    }

    private static Tokenizer given(JsonNode document) {
        List<String> tokens = new ArrayList<>();
        document.get("tokens").forEach(token -> tokens.add(token.stringValue()));
        return new GivenTokens(tokens);
    }

    private void tally(JsonNode document, String key, String ours, String theirs) {
        int[] count = agreement.computeIfAbsent(key, k -> new int[2]);
        count[0] += ours.equals(theirs) ? 1 : 0;
        count[1]++;
        if (!ours.equals(theirs)) {
            differences.add(document.get("id").stringValue() + "\t" + key + "\t" + ours + "\t" + theirs);
        }
    }

    /** The three filters of profile fineweb2 in the order of the chain. */
    static Map<String, Filter> filters() {
        Map<String, Filter> filters = new LinkedHashMap<>();
        filters.put("repetition", Profiles.repetition("fineweb2"));
        filters.put("lines", Profiles.lines("fineweb2"));
        filters.put("quality", Profiles.quality("fineweb2"));
        return filters;
    }

    /** datatrove's word for our verdict. */
    static String reason(String name, Filter filter, TextView view) {
        return filter.judge(view)
                .fold(keep -> "keep", drop -> REASONS.getOrDefault(name + ":" + drop.reason(), "?" + drop.reason()));
    }
}
