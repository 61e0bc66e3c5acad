package fr.corpus.annotate.model;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Weights by hashed feature: for each a row of whole numbers from -127 to 127, kept as lanes of 16 bits, four to a long, so
 * that adding a row of 19 takes five additions. Immutable, thread-safe. Format: {@code docs/formats/annotation-model.md}.
 */
public final class WeightRows {

    /** What is added to each weight so that lanes stay positive. */
    public static final int BIAS = 128;

    /** Weights are whole numbers of this part of the trainer's unit. */
    public static final float STEP = 1 / 32f;

    private static final long EMPTY = 0x0001_0001_0001_0001L * BIAS;
    private static final int LEAST_BITS = 8;
    private static final int MOST_BITS = 22;

    private final int bits;
    private final int longs;
    private final long[] lanes;

    private WeightRows(int bits, int width) {
        this.bits = bits;
        longs = longs(width);
        lanes = new long[longs << bits];
        Arrays.fill(lanes, EMPTY);
    }

    /** Longs of a row of so many weights. */
    public static int longs(int width) {
        return (width + 3) / 4;
    }

    /** Whether there can be 2 to the power of this many rows. */
    public static boolean isSize(int bits) {
        return bits >= LEAST_BITS && bits <= MOST_BITS;
    }

    /** All lanes, row by row; not to be changed. */
    public long[] lanes() {
        return lanes;
    }

    /** Where the row of a feature starts in {@link #lanes()}. */
    public int row(int hash) {
        return (hash >>> 32 - bits) * longs;
    }

    /** The weight of a feature for a label. */
    public int weight(int hash, int label) {
        return (int) (lanes[row(hash) + (label >> 2)] >>> (label & 3) * 16 & 0xFFFF) - BIAS;
    }

    /**
     * Reads rows to the end of a body.
     *
     * @param bits see {@link #isSize}
     * @param width weights of a row, at most 31
     * @throws BufferUnderflowException if the body ends within a row
     * @throws IndexOutOfBoundsException if a row or label is beyond the last, or something follows the last row
     * @throws ArithmeticException if row numbers overflow
     */
    public static WeightRows read(ByteBuffer in, int bits, int width) {
        WeightRows all = readRows(in, bits, width);
        if (in.hasRemaining()) {
            throw new IndexOutOfBoundsException("bytes after the last row");
        }
        return all;
    }

    /** Reads rows as {@link #read} does, but something may follow them. */
    public static WeightRows readRows(ByteBuffer in, int bits, int width) {
        WeightRows all = new WeightRows(bits, width);
        int rows = Bytes.read(in);
        int row = -1;
        for (int i = 0; i < rows; i++) {
            row = Math.addExact(row, Bytes.read(in));
            int mask = Bytes.read(in);
            if (mask >>> width != 0) {
                throw new IndexOutOfBoundsException("a label beyond the last");
            }
            for (int label = 0; mask != 0; label++, mask >>>= 1) {
                if ((mask & 1) != 0) {
                    all.lanes[Math.multiplyExact(row, all.longs) + (label >> 2)] += (long) in.get() << (label & 3) * 16;
                }
            }
        }
        return all;
    }

    /** Writes trained weights, rounded, row by row; rows of zeros are left out. */
    public static void write(ByteArrayOutputStream body, float[] weights, int bits, int width) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        int count = 0;
        int before = -1;
        byte[] rounded = new byte[width];
        for (int row = 0; row < 1 << bits; row++) {
            int mask = 0;
            for (int label = 0; label < width; label++) {
                int value = Math.round(weights[row * width + label] / STEP);
                rounded[label] = (byte) Math.max(-127, Math.min(127, value));
                mask |= rounded[label] != 0 ? 1 << label : 0;
            }
            if (mask != 0) {
                count++;
                Bytes.write(rows, row - before);
                before = row;
                Bytes.write(rows, mask);
                for (byte weight : rounded) {
                    if (weight != 0) {
                        rows.write(weight);
                    }
                }
            }
        }
        Bytes.write(body, count);
        body.writeBytes(rows.toByteArray());
    }
}
