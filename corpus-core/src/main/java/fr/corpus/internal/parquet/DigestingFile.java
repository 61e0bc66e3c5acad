package fr.corpus.internal.parquet;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** An output file whose SHA-256 is computed as it is written; forced to the disk when closed. Confined to one thread. */
final class DigestingFile implements OutputFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final MessageDigest sha = Sha256.newDigest();
    private long position;

    DigestingFile(Path path) {
        this.path = path;
    }

    /** Bytes written. */
    long size() {
        return position;
    }

    /** Digest of the bytes written; asked once, after closing. */
    Digest digest() {
        return Digest.of(sha.digest());
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        return createOrOverwrite(blockSizeHint);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        return new Stream(FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    private final class Stream extends PositionOutputStream {
        private final FileChannel channel;
        private final byte[] buffer = new byte[BUFFER_BYTES];
        private int buffered;

        Stream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int b) throws IOException {
            if (buffered == buffer.length) {
                flush();
            }
            buffer[buffered++] = (byte) b;
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            position += length;
            if (length > buffer.length - buffered) {
                flush();
            }
            if (length > buffer.length) {
                put(bytes, offset, length);
            } else {
                System.arraycopy(bytes, offset, buffer, buffered, length);
                buffered += length;
            }
        }

        private void put(byte[] bytes, int offset, int length) throws IOException {
            sha.update(bytes, offset, length);
            ByteBuffer pending = ByteBuffer.wrap(bytes, offset, length);
            while (pending.hasRemaining()) {
                channel.write(pending);
            }
        }

        @Override
        public void flush() throws IOException {
            put(buffer, 0, buffered);
            buffered = 0;
        }

        @Override
        public void close() throws IOException {
            if (!channel.isOpen()) {
                return;
            }
            try (FileChannel closing = channel) {
                flush();
                closing.force(true);
            }
        }
    }
}
