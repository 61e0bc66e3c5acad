package fr.corpus.cli.bench;

import fr.corpus.release.DropRow;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a release’s duplicates compare with what is known of a generated corpus. */
public final class DuplicateTruth {

    /**
     * A copy at least this like its original must be found; the recipe asks for 0.75 and counts other tokens than the truth,
     * so what lies between is nobody’s fault.
     */
    private static final double MUST_BE_FOUND = 0.80;

    /** A copy less like its original than this must not be found. */
    private static final double MUST_NOT_BE_FOUND = 0.70;

    private final Map<String, Copy> copies = new HashMap<>();

    private record Copy(String original, double jaccard) {}

    /**
     * How well duplicates were found. Immutable.
     *
     * @param wanted copies that had to be found: themselves and their original passed the filters
     * @param found how many of them share a cluster with their original
     * @param reported documents that the release calls duplicates
     * @param right how many of them are copies of the same original as their survivor, and like enough
     */
    public record Score(long wanted, long found, long reported, long right) {

        /** Share of wanted copies that were found, 1 if there were none. */
        public double recall() {
            return wanted == 0 ? 1 : (double) found / wanted;
        }

        /** Share of reported duplicates that are right, 1 if there were none. */
        public double precision() {
            return reported == 0 ? 1 : (double) right / reported;
        }
    }

    private DuplicateTruth(List<String> lines) {
        for (String line : lines) {
            String[] fields = line.split("\t");
            copies.put(fields[0], new Copy(fields[1], Double.parseDouble(fields[3])));
        }
    }

    /** The truth of a directory that {@link BenchCorpus} wrote; empty for any other. */
    public static Optional<DuplicateTruth> read(Path directory) throws IOException {
        Path file = directory.resolve(BenchCorpus.TRUTH);
        return Files.isRegularFile(file)
                ? Optional.of(new DuplicateTruth(Files.readAllLines(file, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** Compares a release with the truth. */
    public Score score(ReleaseReader release) throws IOException {
        Set<String> dropped = new HashSet<>();
        try (RowStream<DropRow> rows = release.drops()) {
            for (Optional<DropRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                dropped.add(row.get().origin().sourceId());
            }
        }
        Map<String, String> survivors = new HashMap<>();
        long right = 0;
        try (RowStream<DuplicateRow> rows = release.duplicates()) {
            for (Optional<DuplicateRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                String member = row.get().origin().sourceId();
                String survivor = row.get().survivor().sourceId();
                survivors.put(member, survivor);
                right += areAlike(member, survivor) ? 1 : 0;
            }
        }
        long wanted = 0;
        long found = 0;
        for (Map.Entry<String, Copy> copy : copies.entrySet()) {
            String original = copy.getValue().original();
            if (copy.getValue().jaccard() >= MUST_BE_FOUND
                    && !dropped.contains(copy.getKey())
                    && !dropped.contains(original)) {
                wanted++;
                String one = survivors.getOrDefault(copy.getKey(), copy.getKey());
                String other = survivors.getOrDefault(original, original);
                found += one.equals(other) ? 1 : 0;
            }
        }
        return new Score(wanted, found, survivors.size(), right);
    }

    /** Two copies of one original are as like each other as the less faithful of them is to it, or less. */
    private boolean areAlike(String one, String other) {
        Copy first = copies.getOrDefault(one, new Copy(one, 1));
        Copy second = copies.getOrDefault(other, new Copy(other, 1));
        return first.original().equals(second.original())
                && Math.min(first.jaccard(), second.jaccard()) >= MUST_NOT_BE_FOUND;
    }
}
