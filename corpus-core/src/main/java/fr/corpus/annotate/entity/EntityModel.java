package fr.corpus.annotate.entity;

import fr.corpus.annotate.model.Bytes;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The weights by which entities are found, read: for each hashed feature a row of {@link Labels#SIZE} whole numbers from
 * -127 to 127, kept as lanes of 16 bits, four to a long, so that adding a row takes two additions; and for each kind of
 * token the weights of the steps from label to label. Immutable, thread-safe.
 */
public final class EntityModel {

    /** The kind of model file. */
    public static final String KIND = "entities";

    /** Longs of a row. */
    static final int LONGS = 2;

    /** What is added to each weight so that lanes stay positive. */
    static final int BIAS = 128;

    /** Weights are whole numbers of this part of the trainer's unit. */
    private static final float STEP = 1 / 32f;

    private static final long EMPTY = 0x0001_0001_0001_0001L * BIAS;
    private static final int STEPS = Links.SIZE * Labels.SIZE * Labels.SIZE;

    private final int bits;
    private final long[] lanes;
    private final int[] steps;
    private final Digest digest;

    private static final class Standard {
        static final EntityModel MODEL = of(ModelFile.load(KIND), KIND + ".model");
    }

    private EntityModel(int bits, long[] lanes, int[] steps, Digest digest) {
        this.bits = bits;
        this.lanes = lanes;
        this.steps = steps;
        this.digest = digest;
    }

    /** The model that the library carries. */
    public static EntityModel standard() {
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

    /** The weights of steps: by link, label before, label. */
    int[] steps() {
        return steps;
    }

    /** The weight of a feature for a label. */
    int weight(int hash, int label) {
        return (int) (lanes[row(hash) + (label >> 2)] >>> (label & 3) * 16 & 0xFFFF) - BIAS;
    }

    /**
     * Reads a model.
     *
     * @param name the file's name in messages
     * @throws MalformedSourceException if the body breaks its format
     */
    public static EntityModel of(ModelFile file, String name) {
        try {
            ByteBuffer in = ByteBuffer.wrap(file.body());
            int bits = in.get();
            int labels = in.get();
            int links = in.get();
            if (bits < 8 || bits > 22 || labels != Labels.SIZE || links != Links.SIZE) {
                throw new MalformedSourceException(UserMessage.of("annotate.model-body", name));
            }
            int[] steps = new int[STEPS];
            for (int i = 0; i < STEPS; i++) {
                steps[i] = in.getShort();
            }
            long[] lanes = new long[LONGS << bits];
            Arrays.fill(lanes, EMPTY);
            int rows = Bytes.read(in);
            int row = -1;
            for (int i = 0; i < rows; i++) {
                row = Math.addExact(row, Bytes.read(in));
                int mask = in.get();
                for (int label = 0; label < Labels.SIZE; label++) {
                    if ((mask >>> label & 1) != 0) {
                        lanes[row * LONGS + (label >> 2)] += (long) in.get() << (label & 3) * 16;
                    }
                }
            }
            if (in.hasRemaining()) {
                throw new MalformedSourceException(UserMessage.of("annotate.model-body", name));
            }
            return new EntityModel(bits, lanes, steps, file.digest());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.model-body", name), e);
        }
    }

    /** The model file of trained weights, rounded. */
    static ModelFile file(float[] weights, float[] steps, int bits, long seed) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        int count = 0;
        int before = -1;
        byte[] rounded = new byte[Labels.SIZE];
        for (int row = 0; row < 1 << bits; row++) {
            int mask = 0;
            for (int label = 0; label < Labels.SIZE; label++) {
                int value = Math.round(weights[row * Labels.SIZE + label] / STEP);
                rounded[label] = (byte) Math.max(-127, Math.min(127, value));
                mask |= rounded[label] != 0 ? 1 << label : 0;
            }
            if (mask != 0) {
                count++;
                Bytes.write(rows, row - before);
                before = row;
                rows.write(mask);
                for (int label = 0; label < Labels.SIZE; label++) {
                    if (rounded[label] != 0) {
                        rows.write(rounded[label]);
                    }
                }
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(rows.size() + 2 * STEPS + 16);
        body.write(bits);
        body.write(Labels.SIZE);
        body.write(Links.SIZE);
        for (float step : steps) {
            int value = Math.round(step / STEP);
            body.write(value >> 8);
            body.write(value);
        }
        Bytes.write(body, count);
        body.writeBytes(rows.toByteArray());
        return new ModelFile(KIND, seed, body.toByteArray());
    }
}
