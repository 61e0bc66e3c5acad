package fr.corpus.release;

import fr.corpus.hash.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Which released documents a copy loses when it is brought to another release: the rows of files that both have are not read. */
public final class RemovedDocuments {

    private RemovedDocuments() {}

    /**
     * Ids of the rows that only the old release has, in hexadecimal.
     *
     * @param copy directory of the old release
     * @param before its manifest
     * @param after the manifest of the new one
     * @param staged where a file of the new release is, relative to {@code folder}
     * @throws fr.corpus.error.IntegrityException if a file is damaged
     */
    public static Set<String> between(
            Path copy, Manifest before, Manifest after, Path folder, Function<FileEntry, String> staged)
            throws IOException {
        List<FileEntry> old = data(before, digests(after));
        List<FileEntry> now = data(after, digests(before));
        Set<String> removed = new TreeSet<>();
        try (RowStream<ReleaseRow> left =
                        new RowStream<>(copy, old.stream().map(FileEntry::path).toList(), new DataLayout(), null);
                RowStream<ReleaseRow> right =
                        new RowStream<>(folder, now.stream().map(staged).toList(), new DataLayout(), null)) {
            Optional<ReleaseRow> kept = right.next();
            for (Optional<ReleaseRow> row = left.next(); row.isPresent(); row = left.next()) {
                while (kept.isPresent() && ReleaseRow.ORDER.compare(kept.get(), row.get()) < 0) {
                    kept = right.next();
                }
                if (kept.isPresent() && ReleaseRow.ORDER.compare(kept.get(), row.get()) == 0) {
                    kept = right.next();
                } else {
                    removed.add(row.get().id().hex());
                }
            }
        }
        return removed;
    }

    private static Set<Digest> digests(Manifest manifest) {
        Set<Digest> digests = new HashSet<>();
        manifest.files().forEach(file -> digests.add(file.sha256()));
        return digests;
    }

    /** The files of the data table that the other release has not, in the order of rows. */
    private static List<FileEntry> data(Manifest manifest, Set<Digest> others) {
        return manifest.files().stream()
                .filter(file -> Table.DATA.hasFile(file.path()) && !others.contains(file.sha256()))
                .toList();
    }
}
