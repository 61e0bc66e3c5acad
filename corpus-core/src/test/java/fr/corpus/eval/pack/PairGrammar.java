package fr.corpus.eval.pack;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pairs of {@code fr-morphosyntaxe} from its {@code grammar.txt}: of all sentences that a rule can make, those whose SHA-256
 * comes first, so that the items depend on the grammar only.
 */
final class PairGrammar {

    private static final Pattern SLOT = Pattern.compile("\\{([A-Z])([0-9]?)}");
    private static final Pattern ELIDED = Pattern.compile("(\\p{L}*[ea])~ ?(?=([\\p{L}]))");

    /** Words of the grammar whose h is aspirated; before them nothing elides. */
    private static final Pattern ASPIRATED =
            Pattern.compile("^(?:hibou|hamster|hérisson|homard|hamac|hangar|haricot|hache|harpe|hutte|haie)");

    private PairGrammar() {}

    /** One rule. */
    private static final class Rule {
        private final String phenomenon;
        private final int wanted;
        private final Map<Character, List<List<String>>> lists = new TreeMap<>();
        private String why = "";
        private String good = "";
        private String bad = "";

        Rule(String phenomenon, int wanted) {
            this.phenomenon = phenomenon;
            this.wanted = wanted;
        }
    }

    /** A pair not yet numbered. */
    private record Candidate(String good, String bad, String why, Digest order) {}

    static List<PackItem> items(String grammar) {
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<PackItem> items = new ArrayList<>();
        for (Rule rule : rules(grammar)) {
            List<Candidate> chosen = candidates(rule).stream()
                    .filter(candidate -> seen.add(candidate.good() + "\n" + candidate.bad()))
                    .sorted(Comparator.comparing(Candidate::order))
                    .limit(rule.wanted)
                    .toList();
            for (Candidate candidate : chosen) {
                int number = numbers.merge(rule.phenomenon, 1, Integer::sum);
                items.add(new PackItem.MinimalPair(
                        new ItemFacts(
                                String.format(java.util.Locale.ROOT, "%s-%03d", rule.phenomenon, number),
                                "fr",
                                Map.of("phenomenon", rule.phenomenon),
                                Optional.empty(),
                                Optional.of(candidate.why()),
                                Optional.empty()),
                        candidate.good(),
                        candidate.bad()));
            }
        }
        return items;
    }

    private static List<Rule> rules(String grammar) {
        List<Rule> rules = new ArrayList<>();
        for (String line : grammar.split("\n")) {
            if (line.isBlank() || line.startsWith("%")) {
                continue;
            }
            if (line.startsWith("# ")) {
                String[] head = line.split(" ");
                rules.add(new Rule(head[1], Integer.parseInt(head[2])));
                continue;
            }
            Rule rule = rules.get(rules.size() - 1);
            switch (line.charAt(0)) {
                case '?' -> rule.why = line.substring(2);
                case '+' -> rule.good = line.substring(2);
                case '-' -> rule.bad = line.substring(2);
                default -> rule.lists.put(line.charAt(0), rows(line.substring(line.indexOf('=') + 1)));
            }
        }
        return rules;
    }

    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (String row : text.split(";", -1)) {
            List<String> columns = new ArrayList<>();
            for (String column : row.split("/", -1)) {
                columns.add(column.strip());
            }
            rows.add(columns);
        }
        return rows;
    }

    private static List<Candidate> candidates(Rule rule) {
        List<Map<Character, List<String>>> drawn = new ArrayList<>();
        drawn.add(new LinkedHashMap<>());
        for (Map.Entry<Character, List<List<String>>> list : rule.lists.entrySet()) {
            List<Map<Character, List<String>>> longer = new ArrayList<>();
            for (Map<Character, List<String>> one : drawn) {
                for (List<String> row : list.getValue()) {
                    Map<Character, List<String>> more = new LinkedHashMap<>(one);
                    more.put(list.getKey(), row);
                    longer.add(more);
                }
            }
            drawn = longer;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Map<Character, List<String>> rows : drawn) {
            String good = sentence(fill(rule.good, rows));
            String bad = sentence(fill(rule.bad, rows));
            String why = spaced(fill(rule.why, rows));
            candidates.add(new Candidate(
                    good,
                    bad,
                    capital(why),
                    Sha256.of("fr-morphosyntaxe 1\n" + rule.phenomenon + "\n" + good + "\n" + bad)));
        }
        return candidates;
    }

    private static String fill(String template, Map<Character, List<String>> rows) {
        return SLOT.matcher(template).replaceAll(slot -> {
            List<String> row = rows.get(slot.group(1).charAt(0));
            int column = slot.group(2).isEmpty() ? 0 : Integer.parseInt(slot.group(2)) - 1;
            if (row == null || column >= row.size()) {
                throw new IllegalArgumentException("no " + slot.group() + " for " + template);
            }
            return Matcher.quoteReplacement(row.get(column));
        });
    }

    private static String sentence(String filled) {
        String text = filled.replaceAll(" +", " ")
                .replace(" .", ".")
                .replace(" ,", ",")
                .strip();
        return capital(spaced(elide(text)));
    }

    private static String elide(String text) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = ELIDED.matcher(text);
        while (matcher.find()) {
            String rest = text.substring(matcher.end());
            boolean vowel = "aeiouyàâéèêëîïôœùûAEIOUÉÈÊÎÔ".indexOf(rest.charAt(0)) >= 0
                    || "hH".indexOf(rest.charAt(0)) >= 0
                            && !ASPIRATED.matcher(rest).find();
            String word = matcher.group(1);
            matcher.appendReplacement(
                    out, Matcher.quoteReplacement(vowel ? word.substring(0, word.length() - 1) + "’" : word + " "));
        }
        return matcher.appendTail(out).toString().replace("~", " ").replaceAll(" +", " ");
    }

    private static String spaced(String text) {
        return text.replace(" ?", "\u202f?")
                .replace(" !", "\u202f!")
                .replace(" ;", "\u202f;")
                .replace(" :", "\u00a0:")
                .replace("« ", "«\u00a0")
                .replace(" »", "\u00a0»")
                .replace("~", "");
    }

    private static String capital(@Nullable String text) {
        String given = String.valueOf(text);
        int first = given.startsWith("«\u00a0") ? 2 : 0;
        return given.substring(0, first)
                + given.substring(first, first + 1).toUpperCase(java.util.Locale.ROOT)
                + given.substring(first + 1);
    }
}
