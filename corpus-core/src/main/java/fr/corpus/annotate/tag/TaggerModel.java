package fr.corpus.annotate.tag;

import fr.corpus.annotate.model.Bytes;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The weights of a tagger, read: for each hashed feature a row of {@link TagSet#SIZE} whole numbers from -127 to 127, kept as
 * lanes of 16 bits, four to a long, so that adding a row takes five additions. Immutable, thread-safe.
 */
public final class TaggerModel {

    /** The kind of model file. */
    public static final String KIND = "pos";

    /** Longs of a row. */
    static final int LONGS = 5;

    /** What is added to each weight so that lanes stay positive. */
    static final int BIAS = 128;

    /** Weights are whole numbers of this part of the trainer's unit. */
    private static final float STEP = 1 / 32f;

    private static final long EMPTY = 0x0001_0001_0001_0001L * BIAS;

    private final int bits;
    private final long[] lanes;
    private final Digest digest;

    private static final class Standard {
        static final TaggerModel MODEL = of(ModelFile.load(KIND), KIND + ".model");
    }

    private TaggerModel(int bits, long[] lanes, Digest digest) {
        this.bits = bits;
        this.lanes = lanes;
        this.digest = digest;
    }

    /** The model that the library carries. */
    public static TaggerModel standard() {
        return Standard.MODEL;
    }

    /** The digest by which the model is known. */
    public Digest digest() {
        return digest;
    }

    /** Where the row of a feature starts in {@link #lanes()}. */
    int row(int hash) {
        return (hash >>> 32 - bits) * LONGS;
    }

    long[] lanes() {
        return lanes;
    }

    /** The weight of a feature for a tag. */
    int weight(int hash, int tag) {
        return (int) (lanes[row(hash) + (tag >> 2)] >>> (tag & 3) * 16 & 0xFFFF) - BIAS;
    }

    /**
     * Reads a model.
     *
     * @param name the file's name in messages
     * @throws MalformedSourceException if the body breaks its format
     */
    public static TaggerModel of(ModelFile file, String name) {
        try {
            ByteBuffer in = ByteBuffer.wrap(file.body());
            int bits = in.get();
            int tags = in.get();
            if (bits < 8 || bits > 22 || tags != TagSet.SIZE) {
                throw new MalformedSourceException(UserMessage.of("annotate.model-body", name));
            }
            long[] lanes = new long[LONGS << bits];
            java.util.Arrays.fill(lanes, EMPTY);
            int rows = Bytes.read(in);
            int row = -1;
            for (int i = 0; i < rows; i++) {
                row += Bytes.read(in);
                int mask = Bytes.read(in);
                for (int tag = 0; mask != 0; tag++, mask >>>= 1) {
                    if ((mask & 1) != 0) {
                        lanes[row * LONGS + (tag >> 2)] += (long) in.get() << (tag & 3) * 16;
                    }
                }
            }
            return new TaggerModel(bits, lanes, file.digest());
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.model-body", name), e);
        }
    }

    /** The model file of trained weights, rounded. */
    static ModelFile file(float[] weights, int bits, long seed) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        int count = 0;
        int before = -1;
        byte[] rounded = new byte[TagSet.SIZE];
        for (int row = 0; row < 1 << bits; row++) {
            int mask = 0;
            for (int tag = 0; tag < TagSet.SIZE; tag++) {
                int value = Math.round(weights[row * TagSet.SIZE + tag] / STEP);
                rounded[tag] = (byte) Math.max(-127, Math.min(127, value));
                mask |= rounded[tag] != 0 ? 1 << tag : 0;
            }
            if (mask != 0) {
                count++;
                Bytes.write(rows, row - before);
                before = row;
                Bytes.write(rows, mask);
                for (int tag = 0; tag < TagSet.SIZE; tag++) {
                    if (rounded[tag] != 0) {
                        rows.write(rounded[tag]);
                    }
                }
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(rows.size() + 16);
        body.write(bits);
        body.write(TagSet.SIZE);
        Bytes.write(body, count);
        body.writeBytes(rows.toByteArray());
        return new ModelFile(KIND, seed, body.toByteArray());
    }
}
