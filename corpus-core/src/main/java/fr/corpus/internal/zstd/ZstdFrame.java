package fr.corpus.internal.zstd;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.Closeable;
import java.io.IOException;

/** Packs and unpacks single frames with checksum, reusing the native contexts. Confined to one thread; must be closed. */
public final class ZstdFrame implements Closeable {

    private final ZstdCompressCtx packer = new ZstdCompressCtx();
    private final ZstdDecompressCtx unpacker = new ZstdDecompressCtx();

    /** Frames of this compression level; negative levels are the fast ones. */
    public ZstdFrame(int level) {
        packer.setLevel(level);
        packer.setChecksum(true);
    }

    /** One frame holding a part of an array. */
    public byte[] pack(byte[] bytes, int offset, int length) {
        return packer.compress(slice(bytes, offset, length));
    }

    private static byte[] slice(byte[] bytes, int offset, int length) {
        return offset == 0 && length == bytes.length
                ? bytes
                : java.util.Arrays.copyOfRange(bytes, offset, offset + length);
    }

    /**
     * The content of a frame.
     *
     * @param length exact length of the content in bytes
     * @throws IOException if the frame is damaged or its content has another length
     */
    public byte[] unpack(byte[] frame, int length) throws IOException {
        try {
            byte[] content = unpacker.decompress(frame, length);
            if (content.length != length) {
                throw new IOException("frame holds " + content.length + " bytes, expected " + length);
            }
            return content;
        } catch (ZstdException e) {
            throw new IOException("damaged frame: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        packer.close();
        unpacker.close();
    }
}
