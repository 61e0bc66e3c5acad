package fr.corpus.internal.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * The page codecs zstd, snappy, gzip and none, without Hadoop. One instance serves one file and one thread: contexts and
 * buffers are reused from page to page.
 */
final class Codecs implements CompressionCodecFactory {

    private final int zstdLevel;
    private final List<Page> pages = new ArrayList<>();

    /** Codecs that write zstd at this level, 1 to 22. */
    Codecs(int zstdLevel) {
        this.zstdLevel = zstdLevel;
    }

    /** Whether pages of this codec can be read. */
    static boolean supports(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED, ZSTD, SNAPPY, GZIP -> true;
            default -> false;
        };
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return page(codec);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return page(codec);
    }

    /** One per codec is enough, since a page is consumed before the next is made. */
    private Page page(CompressionCodecName codec) {
        for (Page page : pages) {
            if (page.getCodecName() == codec) {
                return page;
            }
        }
        Page page = switch (codec) {
            case UNCOMPRESSED -> new Plain();
            case ZSTD -> new ZstdPage(zstdLevel);
            case SNAPPY -> new SnappyPage();
            case GZIP -> new GzipPage();
            default -> throw new UnsupportedOperationException("codec " + codec);
        };
        pages.add(page);
        return page;
    }

    @Override
    public void release() {
        pages.forEach(Page::free);
        pages.clear();
    }

    /** Compresses and decompresses whole pages through arrays. */
    private abstract static class Page implements BytesInputCompressor, BytesInputDecompressor {
        private final CompressionCodecName name;

        Page(CompressionCodecName name) {
            this.name = name;
        }

        abstract byte[] pack(byte[] plain) throws IOException;

        abstract byte[] unpack(byte[] packed, int size) throws IOException;

        void free() {}

        @Override
        public CompressionCodecName getCodecName() {
            return name;
        }

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return BytesInput.from(pack(array(bytes)));
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(sized(unpack(array(bytes), size), size));
        }

        private static byte[] array(BytesInput bytes) throws IOException {
            byte[] array = new byte[Math.toIntExact(bytes.size())];
            bytes.writeAllTo(new ArrayOutput(array));
            return array;
        }

        @Override
        public void decompress(ByteBuffer input, int packedSize, ByteBuffer output, int size) throws IOException {
            byte[] packed = new byte[packedSize];
            input.get(packed);
            output.put(sized(unpack(packed, size), size));
        }

        private byte[] sized(byte[] plain, int size) throws IOException {
            if (plain.length != size) {
                throw new IOException(name + " page: expected " + size + " bytes, found " + plain.length);
            }
            return plain;
        }

        @Override
        public void release() {
            // Belongs to the factory, which frees it.
        }
    }

    /** Fills an array of the right size, without the copy that ByteArrayOutputStream makes at the end. */
    private static final class ArrayOutput extends OutputStream {
        private final byte[] array;
        private int position;

        ArrayOutput(byte[] array) {
            this.array = array;
        }

        @Override
        public void write(int b) {
            array[position++] = (byte) b;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            System.arraycopy(bytes, offset, array, position, length);
            position += length;
        }
    }

    private static final class Plain extends Page {
        Plain() {
            super(CompressionCodecName.UNCOMPRESSED);
        }

        @Override
        byte[] pack(byte[] plain) {
            return plain;
        }

        @Override
        byte[] unpack(byte[] packed, int size) {
            return packed;
        }
    }

    private static final class ZstdPage extends Page {
        private final ZstdCompressCtx compressor = new ZstdCompressCtx();
        private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx();

        ZstdPage(int level) {
            super(CompressionCodecName.ZSTD);
            compressor.setLevel(level);
        }

        @Override
        byte[] pack(byte[] plain) {
            return compressor.compress(plain);
        }

        @Override
        byte[] unpack(byte[] packed, int size) throws IOException {
            byte[] plain = new byte[size];
            try {
                int found = decompressor.decompress(plain, packed);
                return found == size ? plain : new byte[found];
            } catch (RuntimeException e) {
                throw new IOException("zstd page: " + e.getMessage(), e);
            }
        }

        @Override
        void free() {
            compressor.close();
            decompressor.close();
        }
    }

    private static final class SnappyPage extends Page {
        SnappyPage() {
            super(CompressionCodecName.SNAPPY);
        }

        @Override
        byte[] pack(byte[] plain) throws IOException {
            return Snappy.compress(plain);
        }

        @Override
        byte[] unpack(byte[] packed, int size) throws IOException {
            if (Snappy.uncompressedLength(packed) != size) {
                throw new IOException(
                        "snappy page: expected " + size + " bytes, found " + Snappy.uncompressedLength(packed));
            }
            return Snappy.uncompress(packed);
        }
    }

    private static final class GzipPage extends Page {
        GzipPage() {
            super(CompressionCodecName.GZIP);
        }

        @Override
        byte[] pack(byte[] plain) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2 + 32);
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(plain);
            }
            return packed.toByteArray();
        }

        @Override
        byte[] unpack(byte[] packed, int size) throws IOException {
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
                return gzip.readNBytes(size + 1);
            }
        }
    }
}
