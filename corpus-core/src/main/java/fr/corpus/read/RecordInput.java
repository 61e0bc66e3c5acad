package fr.corpus.read;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** A stream whose bytes are digested as they are read and whose beginning is kept. Confined to one thread. */
final class RecordInput extends InputStream {

    private static final int DRAIN_BYTES = 1 << 16;

    private final InputStream in;
    private final MessageDigest sha;
    private byte[] head = {};
    private long size;

    RecordInput(InputStream in) {
        this(in, Sha256.newDigest());
    }

    /** Goes on with a digest: the record consists of several streams. */
    RecordInput(InputStream in, MessageDigest sha) {
        this.in = in;
        this.sha = sha;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, length);
        if (n > 0) {
            sha.update(bytes, offset, n);
            size += n;
            int wanted = Math.min(n, ReadResult.MAX_RAW_BYTES - head.length);
            if (wanted > 0) {
                head = Arrays.copyOf(head, head.length + wanted);
                System.arraycopy(bytes, offset, head, head.length - wanted, wanted);
            }
        }
        return n;
    }

    /** Reads on to the end, so that the digest is that of everything. */
    void drain() throws IOException {
        byte[] bytes = new byte[DRAIN_BYTES];
        while (read(bytes, 0, bytes.length) >= 0) {
            // digested on the way
        }
    }

    /** Digest of all that was read; asked once, after which the stream is of no use. */
    Digest digest() {
        return Digest.of(sha.digest());
    }

    /** Bytes read so far. */
    long size() {
        return size;
    }

    /** The first bytes, for the quarantine. */
    byte[] head() {
        return head.clone();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
