package fr.corpus.iscc;

/**
 * Computes the Data-Code of a stream: content-defined chunks of about 1 KiB, XXH32 of each, MinHash of all (ISO 24138,
 * clause on Data-Code). Confined to one thread.
 */
public final class DataHasher {

    private static final int MIN_CHUNK = 256;
    private static final int CENTER = 640;
    private static final int MAX_CHUNK = 8192;
    private static final int SMALL_MASK = (1 << 11) - 1;
    private static final int LARGE_MASK = (1 << 9) - 1;

    private final byte[] chunk = new byte[MAX_CHUNK];
    private final MinHash minHash = new MinHash();
    private int size;
    private int pattern;
    private long chunks;

    /** Takes the next bytes. */
    public void update(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            int place = size;
            chunk[size++] = b;
            if (place < MIN_CHUNK) {
                continue;
            }
            // Each number is below 2^31, so the sum stays below 2^32.
            pattern = (pattern >>> 1) + IsccTables.GEAR[b & 0xFF];
            boolean cut = (pattern & (place < CENTER ? SMALL_MASK : LARGE_MASK)) == 0;
            if (cut || size == MAX_CHUNK) {
                endChunk();
            }
        }
    }

    private void endChunk() {
        minHash.add(Xxh32.hash(chunk, 0, size));
        chunks++;
        size = 0;
        pattern = 0;
    }

    /** The code with so many bits, 32 to 256 by 32, of all bytes taken; the hasher is then empty again. */
    public IsccUnit finish(int bits) {
        if (size > 0 || chunks == 0) {
            endChunk();
        }
        IsccUnit unit = IsccUnit.of(IsccUnit.MainType.DATA, IsccUnit.NONE, bits, MinHash.compress(minHash.minima()));
        minHash.reset();
        chunks = 0;
        return unit;
    }
}
