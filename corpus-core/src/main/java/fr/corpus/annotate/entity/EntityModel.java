package fr.corpus.annotate.entity;

import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.model.WeightRows;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The weights by which entities are found, read: for each hashed feature a row of {@link Labels#SIZE}, and for each kind of
 * token the weights of the steps from label to label. Immutable, thread-safe.
 */
public final class EntityModel {

    /** The kind of model file. */
    public static final String KIND = "entities";

    /** Longs of a row. */
    static final int LONGS = WeightRows.longs(Labels.SIZE);

    private static final int STEPS = Links.SIZE * Labels.SIZE * Labels.SIZE;

    private final WeightRows rows;
    private final int[] steps;
    private final Digest digest;

    private static final class Standard {
        static final EntityModel MODEL = of(ModelFile.load(KIND), KIND + ".model");
    }

    private EntityModel(WeightRows rows, int[] steps, Digest digest) {
        this.rows = rows;
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

    WeightRows rows() {
        return rows;
    }

    /** The weights of steps: by link, label before, label. */
    int[] steps() {
        return steps;
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
            if (!WeightRows.isSize(bits) || labels != Labels.SIZE || links != Links.SIZE) {
                throw new MalformedSourceException(UserMessage.of("annotate.model-body", name));
            }
            int[] steps = new int[STEPS];
            for (int i = 0; i < STEPS; i++) {
                steps[i] = in.getShort();
            }
            return new EntityModel(WeightRows.read(in, bits, Labels.SIZE), steps, file.digest());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.model-body", name), e);
        }
    }

    /** The model file of trained weights, rounded. */
    static ModelFile file(float[] weights, float[] steps, int bits, long seed) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(bits);
        body.write(Labels.SIZE);
        body.write(Links.SIZE);
        for (float step : steps) {
            int value = Math.round(step / WeightRows.STEP);
            body.write(value >> 8);
            body.write(value);
        }
        WeightRows.write(body, weights, bits, Labels.SIZE);
        return new ModelFile(KIND, seed, body.toByteArray());
    }
}
