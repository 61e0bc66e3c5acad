package fr.corpus.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** French sentences without end, from templates and lists of phrases. Immutable. */
final class Phrases {

    private static final String TEMPLATES = "phrase";
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)\\}");
    private static final Pattern ELISION = Pattern.compile("\\b([Qq]u)e (?=[aeiouéèêà])");

    private final Map<String, List<String>> lists;
    private final List<List<String>> templates;

    private Phrases(Map<String, List<String>> lists) {
        this.lists = lists;
        this.templates = lists.getOrDefault(TEMPLATES, List.of()).stream()
                .map(Phrases::pieces)
                .toList();
    }

    /** The phrases that the command carries. */
    static Phrases load() {
        Map<String, List<String>> lists = new TreeMap<>();
        List<String> current = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream("phrases.txt")), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    current = lists.computeIfAbsent(line.substring(1, line.length() - 1), key -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    current.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Phrases(lists);
    }

    /** Fixed text and names of lists, in turn, beginning with a text. */
    private static List<String> pieces(String template) {
        List<String> pieces = new ArrayList<>();
        Matcher slot = SLOT.matcher(template);
        int from = 0;
        while (slot.find()) {
            pieces.add(template.substring(from, slot.start()));
            pieces.add(slot.group(1));
            from = slot.end();
        }
        pieces.add(template.substring(from));
        return List.copyOf(pieces);
    }

    /** One sentence, with a capital and its final sign. */
    String sentence(SplittableRandom random) {
        List<String> template = templates.get(random.nextInt(templates.size()));
        StringBuilder text = new StringBuilder(128);
        for (int i = 0; i < template.size(); i++) {
            if (i % 2 == 0) {
                text.append(template.get(i));
            } else {
                text.append(one(template.get(i), random));
            }
        }
        return capitalized(ELISION.matcher(text).replaceAll("$1’"));
    }

    /** One phrase of a list. */
    String one(String list, SplittableRandom random) {
        List<String> phrases = Objects.requireNonNull(lists.get(list), list);
        return phrases.get(random.nextInt(phrases.size()));
    }

    private static String capitalized(String sentence) {
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (Character.isLetter(c)) {
                return sentence.substring(0, i) + Character.toUpperCase(c) + sentence.substring(i + 1);
            }
        }
        return sentence;
    }
}
