package fr.corpus.dedup;

import fr.corpus.document.DocumentId;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * One unit's file of duplicate keys, checked against its checksum and mapped into memory. Immutable; thread-safe. The file
 * must not change or shrink while this is in use.
 */
public final class UnitKeys {

    /** Version of the format and of everything in it that does not depend on a step's parameters. */
    static final int VERSION = 1;

    private static final int BUFFER_BYTES = 1 << 18;

    private final UnitKeysLayout layout;
    private final ByteBuffer bytes;

    private UnitKeys(UnitKeysLayout layout, ByteBuffer bytes) {
        this.layout = layout;
        this.bytes = bytes;
    }

    /**
     * Opens a file that {@link UnitKeysWriter} wrote with these settings, and reads it once to check it.
     *
     * @throws IntegrityException if the file is damaged, or was written with other settings or another version
     */
    public static UnitKeys open(Path file, DedupSettings settings) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            UnitKeysLayout layout = readHeader(file, channel, settings);
            if (channel.size() != layout.fileBytes()) {
                throw new IntegrityException(UserMessage.of(
                        "dedup.keys.length", file.toString(), "" + layout.fileBytes(), "" + channel.size()));
            }
            requireChecksum(file, channel);
            return new UnitKeys(layout, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private static UnitKeysLayout readHeader(Path file, FileChannel channel, DedupSettings settings)
            throws IOException {
        ByteBuffer header = ByteBuffer.allocate(UnitKeysLayout.HEADER_BYTES);
        while (header.hasRemaining() && channel.read(header) >= 0) {}
        header.flip();
        if (header.limit() < UnitKeysLayout.HEADER_BYTES
                || header.getLong() != UnitKeysLayout.MAGIC
                || header.getInt() != VERSION) {
            throw new IntegrityException(UserMessage.of("dedup.keys.header", file.toString()));
        }
        UnitKeysLayout layout = new UnitKeysLayout(header.getInt(), header.getInt(), header.getInt());
        header.getLong();
        byte[] index = new byte[Digest.BYTES];
        header.get(index);
        Digest wanted = settings.indexDigest();
        if (!Digest.of(index).equals(wanted) || layout.bands() != settings.bands()) {
            throw new IntegrityException(UserMessage.of(
                    "dedup.keys.settings",
                    file.toString(),
                    settings.indexId(),
                    wanted.hex(),
                    HexFormat.of().formatHex(index)));
        }
        if (layout.rows() < 0 || layout.signed() < 0 || layout.signed() > layout.rows()) {
            throw new IntegrityException(UserMessage.of("dedup.keys.header", file.toString()));
        }
        return layout;
    }

    private static void requireChecksum(Path file, FileChannel channel) throws IOException {
        CRC32C checksum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        long left = channel.size() - UnitKeysLayout.TRAILER_BYTES;
        channel.position(0);
        while (left > 0) {
            buffer.clear().limit((int) Math.min(left, BUFFER_BYTES));
            int read = channel.read(buffer);
            if (read < 0) {
                throw new EOFException(file + " shrank while it was read");
            }
            checksum.update(buffer.array(), 0, read);
            left -= read;
        }
        ByteBuffer trailer = ByteBuffer.allocate(UnitKeysLayout.TRAILER_BYTES);
        while (trailer.hasRemaining() && channel.read(trailer) >= 0) {}
        int wanted = trailer.flip().getInt();
        if (wanted != (int) checksum.getValue()) {
            throw new IntegrityException(UserMessage.of(
                    "dedup.keys.checksum", file.toString(), hex(wanted), hex((int) checksum.getValue())));
        }
    }

    private static String hex(int checksum) {
        return HexFormat.of().toHexDigits(checksum);
    }

    /** Number of documents in the unit. */
    public int rows() {
        return layout.rows();
    }

    /** Number of entries of a band, or of exact keys when the band is {@link #EXACT}. */
    int entries(int band) {
        return band == EXACT ? layout.rows() : layout.signed();
    }

    /** Stands for the exact keys where a band is asked for. */
    static final int EXACT = -1;

    /**
     * Adds the entries of a band whose keys, as unsigned numbers shifted right, equal a slice's number.
     *
     * @param shift how many low bits do not count, 0 to 64; with 64 all entries are one slice
     */
    void addSlice(int band, long slice, int shift, int base, KeyVisitor out) {
        int width = band == EXACT ? UnitKeysLayout.EXACT_BYTES : UnitKeysLayout.BAND_BYTES;
        int start = Math.toIntExact(band == EXACT ? layout.exactAt() : layout.bandAt(band));
        int n = entries(band);
        for (int i = shift == Long.SIZE ? 0 : firstOf(start, width, n, slice, shift); i < n; i++) {
            int at = start + i * width;
            long key = bytes.getLong(at);
            if (shift < Long.SIZE && key >>> shift != slice) {
                return;
            }
            out.visit(key, base + bytes.getInt(at + width - Integer.BYTES));
        }
    }

    /** Receives an entry. */
    interface KeyVisitor {
        void visit(long key, int document);
    }

    private int firstOf(int start, int width, int n, long slice, int shift) {
        int low = 0;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(bytes.getLong(start + middle * width) >>> shift, slice) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The second half of a document's exact key.
     *
     * @param first the first half
     * @throws IllegalArgumentException if the document has another first half
     */
    long exactTail(long first, int row) {
        int start = Math.toIntExact(layout.exactAt());
        int low = 0;
        int high = layout.rows();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int at = start + middle * UnitKeysLayout.EXACT_BYTES;
            int order = Long.compareUnsigned(bytes.getLong(at), first);
            if (order < 0 || order == 0 && bytes.getInt(at + 2 * Long.BYTES) < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int at = start + low * UnitKeysLayout.EXACT_BYTES;
        if (low == layout.rows() || bytes.getLong(at) != first || bytes.getInt(at + 2 * Long.BYTES) != row) {
            throw new IllegalArgumentException("row " + row + " has another exact key");
        }
        return bytes.getLong(at + Long.BYTES);
    }

    /** The id of a document. */
    public DocumentId id(int row) {
        byte[] id = new byte[DocumentId.BYTES];
        bytes.get(rankAt(row) + SurvivorRank.ID_AT, id);
        return DocumentId.of(id);
    }

    /** Whether a document has a signature. */
    boolean isSigned(int row) {
        return bytes.get(rankAt(row) + SurvivorRank.KEY_BYTES) != 0;
    }

    /** Compares the ranks of two documents: negative when the first survives rather than the second. */
    static int compareRanks(UnitKeys a, int rowA, UnitKeys b, int rowB) {
        int atA = a.rankAt(rowA);
        int atB = b.rankAt(rowB);
        for (int i = 0; i < SurvivorRank.KEY_BYTES; i++) {
            int order = Byte.compareUnsigned(a.bytes.get(atA + i), b.bytes.get(atB + i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int rankAt(int row) {
        return UnitKeysLayout.HEADER_BYTES + row * UnitKeysLayout.RANK_BYTES;
    }
}
