package fr.corpus.annotate.tag;

import fr.corpus.annotate.model.Bytes;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.model.WeightRows;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The weights of a tagger, read: for each hashed feature a row of {@link TagSet#SIZE}, those of the first look and those of the
 * second. Immutable, thread-safe.
 */
public final class TaggerModel {

    /** The kind of model file. */
    public static final String KIND = "pos";

    /** Longs of a row. */
    static final int LONGS = WeightRows.longs(TagSet.SIZE);

    private final WeightRows rows;
    private final WeightRows second;
    private final int doubt;
    private final Digest digest;

    private static final class Standard {
        static final TaggerModel MODEL = of(ModelFile.load(KIND), KIND + ".model");
    }

    private TaggerModel(WeightRows rows, WeightRows second, int doubt, Digest digest) {
        this.rows = rows;
        this.second = second;
        this.doubt = doubt;
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

    /** Weights of the second look. */
    WeightRows second() {
        return second;
    }

    /** By how much the best tag must lead not to be looked at again. */
    int doubt() {
        return doubt;
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
            WeightRows rows = WeightRows.readRows(in, bits, TagSet.SIZE);
            int doubt = Bytes.read(in);
            int secondBits = in.get();
            if (!WeightRows.isSize(secondBits) || doubt < 0) {
                throw new MalformedSourceException(UserMessage.of("annotate.model-body", name));
            }
            WeightRows second = WeightRows.read(in, secondBits, TagSet.SIZE);
            return new TaggerModel(rows, second, doubt, file.digest());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.model-body", name), e);
        }
    }

    /** The model file of trained weights, rounded. */
    static ModelFile file(float[] first, int bits, float[] second, int secondBits, int doubt, long seed) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(bits);
        body.write(TagSet.SIZE);
        WeightRows.write(body, first, bits, TagSet.SIZE);
        Bytes.write(body, doubt);
        body.write(secondBits);
        WeightRows.write(body, second, secondBits, TagSet.SIZE);
        return new ModelFile(KIND, seed, body.toByteArray());
    }
}
