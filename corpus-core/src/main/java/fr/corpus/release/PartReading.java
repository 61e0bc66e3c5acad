package fr.corpus.release;

import fr.corpus.document.DocumentId;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.FileDigest;
import fr.corpus.hash.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a part of a release that is published, and makes of it what {@link TablePart} makes of one that is written. */
final class PartReading<T> {

    private static final byte LEAF = 0;
    private static final int BUFFER_BYTES = 1 << 18;

    private final TableLayout<T> layout;
    private final CanonicalJson json = new CanonicalJson();
    private final MessageDigest sha = Sha256.newDigest();

    PartReading(TableLayout<T> layout) {
        this.layout = layout;
    }

    /**
     * Reads all rows.
     *
     * @param entry the part as the manifest promises it
     * @param leaves where the leaf hashes are written
     * @throws IntegrityException if the file is not the promised one, or cannot be read as a table
     */
    PartSummary read(Path release, FileEntry entry, int part, Path leaves, Consumer<T> visitor) throws IOException {
        requirePromised(release, entry);
        Tally tally = TableLayout.emptyTally(layout.table());
        @Nullable T first = null;
        @Nullable T last = null;
        long count = 0;
        try (RowStream<T> rows = new RowStream<>(release, List.of(entry.path()), layout, null);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(leaves), BUFFER_BYTES)) {
            for (Optional<T> next = rows.next(); next.isPresent(); next = rows.next()) {
                T row = next.get();
                json.clear();
                layout.json(row, json);
                sha.update(LEAF);
                json.update(sha);
                out.write(sha.digest());
                layout.count(row, tally);
                visitor.accept(row);
                first = first == null ? row : first;
                last = row;
                count++;
            }
        }
        return new PartSummary(layout.table(), part, count, entry.bytes(), entry.sha256(), id(first), id(last), tally);
    }

    private Optional<DocumentId> id(@Nullable T row) {
        return row == null ? Optional.empty() : layout.id(row);
    }

    /**
     * Requires that a file is the one that a manifest promises.
     *
     * @throws IntegrityException if it is not
     */
    static void requirePromised(Path release, FileEntry entry) throws IOException {
        Path file = release.resolve(entry.path());
        FileEntry found = digest(file, entry.path(), entry.rows());
        if (!found.equals(entry)) {
            throw new IntegrityException(UserMessage.of(
                    "release.other-file",
                    file.toString(),
                    entry.sha256().hex(),
                    found.sha256().hex()));
        }
    }

    /** Size and digest of a file. */
    static FileEntry digest(Path file, String path, OptionalLong rows) throws IOException {
        FileDigest found = FileDigest.of(file);
        return new FileEntry(path, found.bytes(), found.sha256(), rows);
    }
}
