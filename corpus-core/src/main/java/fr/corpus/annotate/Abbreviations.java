package fr.corpus.annotate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** French abbreviations that end in a full stop, by what follows them. Immutable, thread-safe. */
final class Abbreviations {

    static final Abbreviations FRENCH = read();

    private final Map<String, Set<String>> byKind;

    private Abbreviations(Map<String, Set<String>> byKind) {
        this.byKind = byKind;
    }

    private static Abbreviations read() {
        Map<String, Set<String>> byKind = new HashMap<>();
        try (InputStream in = Abbreviations.class.getResourceAsStream("abbreviations.txt")) {
            if (in == null) {
                throw new IllegalStateException("resource missing: abbreviations.txt");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (!line.startsWith("#") && colon > 0) {
                    byKind.computeIfAbsent(line.substring(0, colon), kind -> new HashSet<>())
                            .addAll(Set.of(line.substring(colon + 1).strip().split(" +")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Abbreviations(Map.copyOf(byKind));
    }

    /** Titles before a name, as written: no sentence ends after them. */
    boolean isTitle(String word) {
        return has("title", word);
    }

    /** Whether the word before a full stop is an abbreviation before a number. */
    boolean leadsToNumber(String word) {
        return has("number", word.toLowerCase(Locale.ROOT));
    }

    /** Whether the word before a full stop is an abbreviation that leads to the next word. */
    boolean isLeading(String word) {
        return has("leading", word.toLowerCase(Locale.ROOT));
    }

    /** Whether a word, as written, opens sentences rather than continues a name. */
    boolean isStarter(String word) {
        return has("starter", word);
    }

    /** Whether a starter is a pronoun or the like, which never continues a name. */
    boolean isPronoun(String word) {
        return has("pronoun", word);
    }

    /** Whether a word in lower case often stands before a title or a name. */
    boolean isBeforeName(String word) {
        return has("before-name", word);
    }

    private boolean has(String kind, String word) {
        return byKind.getOrDefault(kind, Set.of()).contains(word);
    }
}
