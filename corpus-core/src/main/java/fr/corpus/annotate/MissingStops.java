package fr.corpus.annotate;

import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.model.WeightRows;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The weights by which a sentence that has no mark at its end, such as a heading that was joined to the text below, is told to end.
 * Immutable, thread-safe.
 */
public final class MissingStops {

    /** The kind of model file. */
    public static final String KIND = "sentences";

    private final WeightRows rows;
    private final Digest digest;

    private static final class Standard {
        static final MissingStops MODEL = of(ModelFile.load(KIND), KIND + ".model");
    }

    private MissingStops(WeightRows rows, Digest digest) {
        this.rows = rows;
        this.digest = digest;
    }

    /** The model that the library carries. */
    public static MissingStops standard() {
        return Standard.MODEL;
    }

    /** The digest by which the model is known. */
    public Digest digest() {
        return digest;
    }

    /**
     * Reads a model.
     *
     * @param name the file's name in messages
     * @throws MalformedSourceException if the body breaks its format
     */
    public static MissingStops of(ModelFile file, String name) {
        try {
            ByteBuffer in = ByteBuffer.wrap(file.body());
            int bits = in.get();
            if (!WeightRows.isSize(bits)) {
                throw new MalformedSourceException(UserMessage.of("annotate.model-body", name));
            }
            return new MissingStops(WeightRows.read(in, bits, 1), file.digest());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.model-body", name), e);
        }
    }

    /** Whether the sentence ends, by its features there. */
    boolean isEnd(int[] features) {
        int score = 0;
        for (int feature : features) {
            score += rows.weight(feature, 0);
        }
        return score > 0;
    }
}
