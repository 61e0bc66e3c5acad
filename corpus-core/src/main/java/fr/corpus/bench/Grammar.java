package fr.corpus.bench;

import fr.corpus.bench.Inflection.Adjective;
import fr.corpus.bench.Inflection.Noun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lexicon and the sentences of the generator, read from the resources of this package. Immutable after loading;
 * thread-safe.
 *
 * <p>A section starts with {@code @noms}, {@code @adjectifs}, {@code @liste} or {@code @phrases} and its name; the other lines
 * are its entries; {@code #} starts a comment line. In a list or a sentence stand between braces: {@code {le:lieu}} a noun
 * with its determiner, {@code {lieu+}} a bare plural, {@code {=qualité}} an adjective that agrees with the noun before,
 * {@code {=participe.1}} with the first noun of the sentence, {@code {=!fermé}} this adjective, {@code {ville}} an entry of a list, {@code {^ville}} the same
 * capitalized, {@code {de:ville}} with an elided preposition, {@code {#2-900}} a number, {@code {#1790-2024!}} one without
 * separators.
 */
final class Grammar {

    private static final String[] RESOURCES = {"lexique.txt", "phrases.txt", "autres.txt"};

    private final Map<String, List<Noun>> nouns = new TreeMap<>();
    private final Map<String, List<Adjective>> adjectives = new TreeMap<>();
    private final Map<String, List<String>> sources = new TreeMap<>();
    private final Map<String, List<Template>> lists = new TreeMap<>();

    private Grammar() {}

    /** Reads the grammar. */
    static Grammar load() {
        Grammar grammar = new Grammar();
        for (String resource : RESOURCES) {
            grammar.read(resource);
        }
        grammar.sources.keySet().forEach(name -> grammar.lists.put(name, new ArrayList<>()));
        grammar.sources.forEach((name, lines) -> {
            List<Template> templates = grammar.lists.get(name);
            lines.forEach(line -> templates.add(Template.parse(line, grammar)));
        });
        return grammar;
    }

    private void read(String resource) {
        try (InputStream in = Grammar.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String[] section = {"", ""};
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("@")) {
                    section = line.substring(1).split(" ", 2);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    add(section[0], section[1], line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String kind, String name, String line) {
        switch (kind) {
            case "noms" -> nouns.computeIfAbsent(name, any -> new ArrayList<>()).add(Noun.parse(line));
            case "adjectifs" ->
                adjectives.computeIfAbsent(name, any -> new ArrayList<>()).add(Adjective.parse(line));
            case "liste", "phrases" ->
                sources.computeIfAbsent(name, any -> new ArrayList<>()).add(line);
            default -> throw new IllegalStateException("no section @" + kind);
        }
    }

    boolean isNoun(String name) {
        return nouns.containsKey(name);
    }

    List<Noun> nouns(String name) {
        return require(nouns.get(name), name);
    }

    List<Adjective> adjectives(String name) {
        return require(adjectives.get(name), name);
    }

    List<Template> list(String name) {
        return require(lists.get(name), name);
    }

    /** Names of all noun sections, in order. */
    List<String> nounSections() {
        return List.copyOf(nouns.keySet());
    }

    private static <T> T require(@Nullable T found, String name) {
        if (found == null) {
            throw new IllegalArgumentException("the grammar has no section \"" + name + "\"");
        }
        return found;
    }
}
