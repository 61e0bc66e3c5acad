package fr.corpus.text.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stretch of a text in one language. Immutable.
 *
 * @param start first UTF-16 unit, on a code point's boundary
 * @param end UTF-16 unit after the last, on a code point's boundary
 * @param identification the language and how sure it is for the stretch by itself
 */
public record LanguageSegment(int start, int end, Identification identification) {

    /** The language, ISO 639-3, or {@link LanguageIdentifier#UNKNOWN}. */
    public String language() {
        return identification.language();
    }

    /** The share of the text, in UTF-16 units, that is in each language; the most frequent first, then by code. */
    public static Map<String, Double> shares(List<LanguageSegment> segments) {
        Map<String, Double> units = new TreeMap<>();
        double total = 0;
        for (LanguageSegment segment : segments) {
            int length = segment.end() - segment.start();
            units.merge(segment.language(), (double) length, Double::sum);
            total += length;
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        double all = total;
        units.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> shares.put(entry.getKey(), entry.getValue() / all));
        return shares;
    }
}
