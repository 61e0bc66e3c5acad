package fr.corpus.annotate.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that tell of names: what kinds a folded form is of, as bits. Immutable, thread-safe. */
final class Gazetteer {

    /** The kinds in the order of their bits. */
    private static final List<String> KINDS = List.of(
            "country",
            "continent",
            "river",
            "mountain",
            "region",
            "department",
            "city",
            "street",
            "placehead",
            "title",
            "office",
            "particle",
            "orghead",
            "orgname",
            "first",
            "month",
            "weekday",
            "commune");

    static final int TITLE = bit("title");
    static final int OFFICE = bit("office");
    static final int STREET = bit("street");
    static final int FIRST = bit("first");
    static final int ORGANIZATION = bit("orghead") | bit("orgname");
    static final int PLACE = bit("country")
            | bit("continent")
            | bit("river")
            | bit("mountain")
            | bit("region")
            | bit("department")
            | bit("city")
            | bit("commune");

    private static final Set<String> ARTICLES = Set.of("le", "la", "les", "saint", "sainte");

    private static final class Loaded {
        static final Gazetteer FRENCH = new Gazetteer(read());
    }

    private final Map<String, Integer> kinds;

    private Gazetteer(Map<String, Integer> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    /** The words that the library carries. */
    static Gazetteer french() {
        return Loaded.FRENCH;
    }

    /** The kinds of a folded form. */
    int of(String folded) {
        return kinds.getOrDefault(folded, 0);
    }

    private static int bit(String kind) {
        return 1 << KINDS.indexOf(kind);
    }

    private static Map<String, Integer> read() {
        Map<String, Integer> kinds = new HashMap<>();
        for (String line : lines("gazetteer.txt")) {
            int colon = line.indexOf(':');
            int bit = bit(line.substring(0, colon));
            for (String word : line.substring(colon + 1).strip().split(" +")) {
                kinds.merge(Folded.of(word), bit, (a, b) -> a | b);
            }
        }
        int commune = bit("commune");
        for (String line : lines("communes.txt")) {
            for (String word : Folded.of(line).split(" ")) {
                if (word.length() > 2 && !ARTICLES.contains(word)) {
                    kinds.merge(word, commune, (a, b) -> a | b);
                }
            }
        }
        return kinds;
    }

    private static List<String> lines(String name) {
        try (InputStream in = Gazetteer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource missing: " + name);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
