package fr.corpus.release;

import fr.corpus.error.UserMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Collects findings, at most so many of a file and kind, in an order that no thread decides. Thread-safe. */
final class Findings {

    private static final int MAX_OF_A_KIND = 5;

    private final TreeSet<Finding> findings = new TreeSet<>(Finding.ORDER);
    private final Map<String, Integer> kinds = new HashMap<>();
    private boolean more;

    synchronized void add(String file, long row, String key, Object... arguments) {
        if (kinds.merge(file + " " + key, 1, Integer::sum) > MAX_OF_A_KIND) {
            more = true;
            return;
        }
        findings.add(new Finding(file, row, UserMessage.of("release.check." + key, arguments)));
    }

    synchronized List<Finding> list() {
        return List.copyOf(findings);
    }

    /** Whether there were others of a kind that is listed. */
    synchronized boolean more() {
        return more;
    }
}
