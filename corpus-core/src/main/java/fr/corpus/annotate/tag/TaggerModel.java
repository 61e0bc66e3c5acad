package fr.corpus.annotate.tag;

import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.model.WeightRows;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** The weights of a tagger, read: for each hashed feature a row of {@link TagSet#SIZE}. Immutable, thread-safe. */
public final class TaggerModel {

    /** The kind of model file. */
    public static final String KIND = "pos";

    /** Longs of a row. */
    static final int LONGS = WeightRows.longs(TagSet.SIZE);

    private final WeightRows rows;
    private final Digest digest;

    private static final class Standard {
        static final TaggerModel MODEL = of(ModelFile.load(KIND), KIND + ".model");
    }

    private TaggerModel(WeightRows rows, Digest digest) {
        this.rows = rows;
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

    WeightRows rows() {
        return rows;
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
            if (!WeightRows.isSize(bits) || tags != TagSet.SIZE) {
                throw new MalformedSourceException(UserMessage.of("annotate.model-body", name));
            }
            return new TaggerModel(WeightRows.read(in, bits, TagSet.SIZE), file.digest());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.model-body", name), e);
        }
    }

    /** The model file of trained weights, rounded. */
    static ModelFile file(float[] weights, int bits, long seed) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(bits);
        body.write(TagSet.SIZE);
        WeightRows.write(body, weights, bits, TagSet.SIZE);
        return new ModelFile(KIND, seed, body.toByteArray());
    }
}
