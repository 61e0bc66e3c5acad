package fr.corpus.read;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.io.CorruptInputException;
import fr.corpus.internal.io.FileInput;
import fr.corpus.source.SourceFile;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The decompressed bytes of a file that is one record, kept up to a limit. Immutable; the array is not copied.
 *
 * @param bytes the bytes, from 0 to {@code length}; of a file over the limit its beginning
 * @param length how much of the array is used
 * @param size how many bytes the file has, kept or not
 * @param digest of all of them
 * @param fault why there are no more, when the compressed file breaks off
 */
record WholeFile(byte[] bytes, int length, long size, Digest digest, Optional<CorruptInputException> fault) {

    private static final int SKIP_BYTES = 1 << 17;
    private static final int SPARE_BYTES = 1 << 12;

    /** Reads a file. Beyond {@code maxBytes} it is only counted and digested. */
    static WholeFile read(SourceFile file, int maxBytes) throws IOException {
        MessageDigest sha = Sha256.newDigest();
        byte[] kept = new byte[(int) Math.min(file.bytes() + SPARE_BYTES, maxBytes + 1L)];
        int length = 0;
        long size = 0;
        try (FileInput in = FileInput.open(file.path())) {
            byte[] skipped = kept;
            while (true) {
                if (length == kept.length && length <= maxBytes) {
                    kept = Arrays.copyOf(kept, (int) Math.min(2L * length, maxBytes + 1L));
                }
                boolean keeping = length < kept.length;
                if (!keeping && skipped.length != SKIP_BYTES) {
                    skipped = new byte[SKIP_BYTES];
                }
                byte[] target = keeping ? kept : skipped;
                int from = keeping ? length : 0;
                int n = in.read(target, from, target.length - from);
                if (n < 0) {
                    return new WholeFile(kept, length, size, Digest.of(sha.digest()), Optional.empty());
                }
                sha.update(target, from, n);
                size += n;
                length += keeping ? n : 0;
            }
        } catch (CorruptInputException e) {
            return new WholeFile(kept, length, size, Digest.of(sha.digest()), Optional.of(e));
        }
    }

    /** The first bytes, for the quarantine. */
    byte[] head() {
        return Arrays.copyOf(bytes, Math.min(length, ReadResult.MAX_RAW_BYTES));
    }
}
