package fr.corpus.bench;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.SourceLocation;
import fr.corpus.error.UserMessage;
import fr.corpus.release.DropRow;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The duplicates planted in a generated corpus, and how well a release found them. Immutable; thread-safe. */
public final class BenchTruth {

    /** Name of the file in the directory of a generated corpus. */
    public static final String FILE = "truth.tsv";

    static final String HEADER = "copy\toriginal\tkind";

    private final List<Pair> pairs;

    private record Pair(String copy, String original, boolean exact) {}

    private BenchTruth(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /**
     * The planted pairs of one kind.
     *
     * @param pairs planted
     * @param pastFilters pairs of which no member was dropped
     * @param missed pairs past the filters of which both members were kept
     */
    public record Planted(long pairs, long pastFilters, long missed) {

        /** Share of the pairs past the filters that were found; 1 when there are none. */
        public double recall() {
            return pastFilters == 0 ? 1 : 1 - (double) missed / pastFilters;
        }
    }

    /**
     * How well duplicates were found.
     *
     * @param exact pairs of the same text
     * @param near pairs of nearly the same text
     * @param removed documents removed as duplicates
     * @param right of these, the ones whose survivor is of their planted family
     */
    public record Score(Planted exact, Planted near, long removed, long right) {

        /** Share of the removals that the truth explains; 1 when there are none. */
        public double precision() {
            return removed == 0 ? 1 : (double) right / removed;
        }
    }

    /**
     * Reads a truth.
     *
     * @throws MalformedSourceException if the file has another form
     */
    public static BenchTruth read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            boolean header = i == 0 && lines.get(0).equals(HEADER);
            if (!header && (i == 0 || cells.length != 3 || !cells[2].equals("exact") && !cells[2].equals("near"))) {
                throw new MalformedSourceException(UserMessage.of(
                        "bench.truth",
                        new SourceLocation(file.toString(), -1, i).toString(),
                        HEADER.replace('\t', ' ')));
            }
            if (!header) {
                pairs.add(new Pair(cells[0], cells[1], cells[2].equals("exact")));
            }
        }
        return new BenchTruth(pairs);
    }

    /** Scores a release whose source ids are those of the truth. */
    public Score score(ReleaseReader release) throws IOException {
        Set<String> dropped = dropped(release);
        Map<String, String> families = new HashMap<>();
        for (Pair pair : pairs) {
            families.put(pair.copy, pair.original);
            families.put(pair.original, pair.original);
        }
        Set<String> removed = new HashSet<>();
        long right = 0;
        try (RowStream<DuplicateRow> rows = release.duplicates()) {
            for (Optional<DuplicateRow> next = rows.next(); next.isPresent(); next = rows.next()) {
                DuplicateRow row = next.get();
                String member = row.origin().sourceId();
                String survivor = row.survivor().sourceId();
                removed.add(member);
                right += families.getOrDefault(member, member).equals(families.get(survivor)) ? 1 : 0;
            }
        }
        return new Score(planted(true, dropped, removed), planted(false, dropped, removed), removed.size(), right);
    }

    private static Set<String> dropped(ReleaseReader release) throws IOException {
        Set<String> dropped = new HashSet<>();
        try (RowStream<DropRow> rows = release.drops()) {
            for (Optional<DropRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                dropped.add(row.get().origin().sourceId());
            }
        }
        return dropped;
    }

    private Planted planted(boolean exact, Set<String> dropped, Set<String> removed) {
        long all = 0;
        long past = 0;
        long missed = 0;
        for (Pair pair : pairs) {
            if (pair.exact == exact) {
                boolean passed = !dropped.contains(pair.copy) && !dropped.contains(pair.original);
                all++;
                past += passed ? 1 : 0;
                missed += passed && !removed.contains(pair.copy) && !removed.contains(pair.original) ? 1 : 0;
            }
        }
        return new Planted(all, past, missed);
    }
}
