package fr.corpus.internal.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The members of a gzip file (RFC 1952) one after the other, each checked against its CRC and length. Zero bytes may pad
 * the end of the file; anything else after a member is an error, where the platform's class falls silent. Confined to
 * one thread.
 */
final class GzipInput extends InputStream {

    private static final int HEADER_BYTES = 10;
    private static final int HEADER_CRC = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;

    private final DiskInput in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private boolean ended;
    private boolean inMember;
    private @Nullable ZipException fault;

    GzipInput(DiskInput in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember && !startMember()) {
                ended = true;
                break;
            }
            if (inflater.finished()) {
                // only now, so that the last bytes of a member with a wrong checksum are given before the fault
                endMember();
                continue;
            }
            int n = inflate(bytes, offset, length);
            crc.update(bytes, offset, n);
            if (n > 0) {
                return n;
            }
        }
        return -1;
    }

    /** Bytes that were inflated before a fault are given first; the fault comes with the next call. */
    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        if (fault != null) {
            throw fault;
        }
        long before = inflater.getBytesWritten();
        try {
            while (true) {
                int available = in.require(1);
                inflater.setInput(in.buffer(), in.position(), available);
                int n = inflater.inflate(bytes, offset, length);
                in.skipBuffered(available - inflater.getRemaining());
                if (n > 0 || inflater.finished()) {
                    return n;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("preset dictionary");
                }
                if (in.require(1) == 0) {
                    throw new EOFException("within the deflate stream");
                }
            }
        } catch (DataFormatException e) {
            fault = new ZipException(String.valueOf(e.getMessage()));
            int n = (int) (inflater.getBytesWritten() - before);
            if (n > 0) {
                return n;
            }
            throw fault;
        }
    }

    /** Reads a member's header; false at the end of the file, past zero bytes of padding. */
    private boolean startMember() throws IOException {
        boolean padded = false;
        while (in.require(1) > 0 && in.buffer()[in.position()] == 0) {
            in.skipBuffered(1);
            padded = true;
        }
        if (in.require(1) == 0) {
            return false;
        }
        if (padded || in.require(3) >= 3 && Compression.detect(in.buffer(), in.position(), 3) != Compression.GZIP) {
            throw new ZipException("bytes after the last member are neither a member nor zero");
        }
        if (in.require(HEADER_BYTES) < HEADER_BYTES) {
            throw new EOFException("within a member’s header");
        }
        int flags = in.buffer()[in.position() + 3];
        in.skipBuffered(HEADER_BYTES);
        if ((flags & EXTRA) != 0) {
            int length = one() | one() << 8;
            for (int i = 0; i < length; i++) {
                one();
            }
        }
        if ((flags & NAME) != 0) {
            skipZeroEnded();
        }
        if ((flags & COMMENT) != 0) {
            skipZeroEnded();
        }
        if ((flags & HEADER_CRC) != 0) {
            one();
            one();
        }
        inMember = true;
        inflater.reset();
        crc.reset();
        return true;
    }

    private void endMember() throws IOException {
        long wantedCrc = littleEndian();
        long wantedLength = littleEndian();
        inMember = false;
        if (wantedCrc != crc.getValue() || wantedLength != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new ZipException("checksum or length of a member is wrong");
        }
    }

    private long littleEndian() throws IOException {
        long low = one() | one() << 8;
        long high = one() | one() << 8;
        return low | high << 16;
    }

    private void skipZeroEnded() throws IOException {
        while (one() != 0) {
            // the field is not used
        }
    }

    private int one() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException("within a member’s header or trailer");
        }
        return b;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
