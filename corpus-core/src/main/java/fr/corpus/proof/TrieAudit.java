package fr.corpus.proof;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.tlog.MerkleAccumulator;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Checks that keys and values are in order and that value hashes are those of the values. Confined to one thread. */
final class TrieAudit {

    private static final int IN_BUFFER = 1 << 18;

    private final Path directory;
    private final long keys;
    private final long pairs;

    TrieAudit(Path directory, long keys, long pairs) {
        this.directory = directory;
        this.keys = keys;
        this.pairs = pairs;
    }

    void check() throws IOException {
        try (InputStream records = open(TrieLayout.records(directory));
                InputStream values = open(TrieLayout.values(directory))) {
            byte @Nullable [] last = null;
            byte @Nullable [] record = keys > 0 ? read(records, TrieLayout.RECORD) : new byte[0];
            for (long i = 0; i < keys; i++) {
                byte @Nullable [] next = i + 1 < keys ? read(records, TrieLayout.RECORD) : null;
                boolean ordered = last == null || Arrays.compareUnsigned(last, 0, 32, record, 0, 32) < 0;
                long end = next == null ? pairs : first(next);
                if (!ordered || first(record) >= end || !isHashOf(record, values, end - first(record))) {
                    throw new IntegrityException(UserMessage.of(
                            "proof.trie-record-false",
                            directory.toString(),
                            String.valueOf(i),
                            TrieHash.hex(record, 0)));
                }
                last = record;
                record = next;
            }
        }
    }

    private static long first(byte[] record) {
        return ByteBuffer.wrap(record).getLong(2 * TrieHash.BYTES);
    }

    private static boolean isHashOf(byte[] record, InputStream values, long count) throws IOException {
        MerkleAccumulator accumulator = new MerkleAccumulator();
        byte[] last = new byte[0];
        for (long i = 0; i < count; i++) {
            byte[] value = read(values, TrieHash.BYTES);
            if (Arrays.compareUnsigned(last, value) >= 0) {
                return false;
            }
            accumulator.add(value);
            last = value;
        }
        byte[] hash = accumulator.root().bytes();
        return Arrays.equals(hash, 0, 32, record, TrieHash.BYTES, 2 * TrieHash.BYTES);
    }

    private static byte[] read(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a file of the key trie is cut");
        }
        return bytes;
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), IN_BUFFER);
    }
}
