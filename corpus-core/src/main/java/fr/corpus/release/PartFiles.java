package fr.corpus.release;

import fr.corpus.hash.Digest;
import fr.corpus.proof.ReleaseKeys;
import fr.corpus.tlog.MerkleAccumulator;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files of a release being written: {@code release/} is what will be published, {@code parts/} holds for each part its
 * leaf hashes (32 bytes a row), its keys (64 bytes each) and, once it is finished, its summary. Thread-safe for different parts.
 */
final class PartFiles {

    private final Path release;
    private final Path parts;
    private final boolean withKeys;

    /**
     * The files of a release.
     *
     * @param withKeys whether a part of the data table has a file of keys beside its leaf hashes
     */
    PartFiles(Path work, boolean withKeys) throws IOException {
        this.withKeys = withKeys;
        release = work.resolve("release");
        parts = work.resolve("parts");
        Files.createDirectories(parts);
        for (Table table : Table.values()) {
            Files.createDirectories(release.resolve(table.directory()));
        }
    }

    Path release() {
        return release;
    }

    Path table(Table table, int part) {
        return release.resolve(table.file(part));
    }

    Path leaves(Table table, int part) {
        return parts.resolve(name(table, part) + ".leaves");
    }

    /** The keys of a part of the data table, as they come. */
    Path keys(int part) {
        return parts.resolve(name(Table.DATA, part) + ".keys");
    }

    boolean withKeys() {
        return withKeys;
    }

    private Path summary(Table table, int part) {
        return parts.resolve(name(table, part) + ".json");
    }

    private static String name(Table table, int part) {
        return String.format(Locale.ROOT, "%s-%05d", table.directory(), part);
    }

    void commit(PartSummary summary) throws IOException {
        DurableFiles.forceDirectory(release.resolve(summary.table().directory()));
        DurableFiles.write(summary(summary.table(), summary.part()), summary.toJson());
    }

    /** Takes a part as finished that a whole release has; it is on the disk once its directory is forced. */
    void adopt(PartSummary summary) throws IOException {
        Files.write(summary(summary.table(), summary.part()), summary.toJson());
    }

    /** Forgets that a part was finished. */
    void reopen(Table table, int part) throws IOException {
        Files.deleteIfExists(summary(table, part));
    }

    /** The summary of a finished part whose files are still as long as they were. */
    Optional<PartSummary> finished(Table table, int part) throws IOException {
        try {
            PartSummary summary = PartSummary.parse(table, Files.readAllBytes(summary(table, part)));
            boolean whole = Files.size(table(table, part)) == summary.bytes()
                    && Files.size(leaves(table, part)) == summary.rows() * Digest.BYTES;
            if (withKeys && table == Table.DATA) {
                whole &= Files.size(keys(part)) % ReleaseKeys.PAIR_BYTES == 0;
            }
            return whole ? Optional.of(summary) : Optional.empty();
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The finished parts of a table from number 0 on, without gap. */
    List<PartSummary> finished(Table table) throws IOException {
        List<PartSummary> summaries = new ArrayList<>();
        for (Optional<PartSummary> next = finished(table, 0);
                next.isPresent();
                next = finished(table, summaries.size())) {
            summaries.add(next.get());
        }
        return summaries;
    }

    /** The root over the leaves of parts in their order. */
    Digest root(List<PartSummary> summaries) throws IOException {
        MerkleAccumulator tree = new MerkleAccumulator();
        for (PartSummary summary : summaries) {
            try (InputStream leaves =
                    new BufferedInputStream(Files.newInputStream(leaves(summary.table(), summary.part())), 1 << 16)) {
                for (long i = 0; i < summary.rows(); i++) {
                    byte[] leaf = leaves.readNBytes(Digest.BYTES);
                    tree.addLeafHash(leaf);
                }
            }
        }
        return tree.root();
    }
}
