package fr.corpus.text.ocr;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What letters cost after others, how much each feature of a word speaks for damage, and which share of damage means which
 * share of wrong characters, as {@link OcrTrainer} learns it. Immutable, thread-safe. The file: {@code
 * docs/formats/ocr-model.md}.
 */
public final class OcrModel {

    /** Shares of wrong characters at which the share of damaged words was measured. */
    static final double[] RATES = {0, 0.01, 0.02, 0.05, 0.10, 0.20};

    private static final byte[] MAGIC = "CORPOCR1".getBytes(StandardCharsets.US_ASCII);
    private static final String RESOURCE = "ocr.model";
    private static final int HEADER = MAGIC.length + Digest.BYTES;
    private static final int BODY = LetterCosts.CELLS + Integer.BYTES * (OcrWord.FEATURES + RATES.length);
    private static final double UNIT = 1e6;

    private final LetterCosts costs;
    private final double[] weights;
    private final double[] damage;
    private final byte[] body;

    private static final class Shared {
        static final OcrModel INSTANCE = load();

        private static OcrModel load() {
            try (InputStream in = OcrModel.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("resource missing: " + RESOURCE);
                }
                return read(in, RESOURCE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private OcrModel(byte[] body) {
        this.body = body;
        ByteBuffer buffer = ByteBuffer.wrap(body);
        byte[] table = new byte[LetterCosts.CELLS];
        buffer.get(table);
        costs = new LetterCosts(table);
        weights = new double[OcrWord.FEATURES];
        damage = new double[RATES.length];
        fill(buffer, weights);
        fill(buffer, damage);
    }

    private static void fill(ByteBuffer buffer, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.getInt() / UNIT;
        }
    }

    static OcrModel of(LetterCosts costs, double[] weights, double[] damage) {
        ByteBuffer buffer = ByteBuffer.allocate(BODY).put(costs.bytes());
        for (double weight : weights) {
            buffer.putInt((int) Math.round(weight * UNIT));
        }
        for (double share : damage) {
            buffer.putInt((int) Math.round(share * UNIT));
        }
        return new OcrModel(buffer.array());
    }

    /** The model that comes with the library: read on the first call, then shared. */
    public static OcrModel load() {
        return Shared.INSTANCE;
    }

    /**
     * Reads a model.
     *
     * @param in the model's file, read to its end
     * @param name how messages call it
     * @throws IntegrityException if the bytes are cut, damaged or of another version
     */
    public static OcrModel read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readAllBytes();
        if (bytes.length != HEADER + BODY || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw new IntegrityException(UserMessage.of("text.ocr.not-a-model", name));
        }
        Digest wanted = Digest.of(Arrays.copyOfRange(bytes, MAGIC.length, HEADER));
        Digest found = Sha256.of(bytes, HEADER, BODY);
        if (!found.equals(wanted)) {
            throw new IntegrityException(UserMessage.of("text.ocr.model-damaged", name, wanted.hex(), found.hex()));
        }
        return new OcrModel(Arrays.copyOfRange(bytes, HEADER, bytes.length));
    }

    /** The model's file. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(HEADER + BODY)
                .put(MAGIC)
                .put(digest().bytes())
                .put(body)
                .array();
    }

    /** SHA-256 of the file after its header: what a model card quotes. */
    public Digest digest() {
        return Sha256.of(body, 0, body.length);
    }

    LetterCosts costs() {
        return costs;
    }

    /** The probability that a token with these features is damaged. */
    double damage(double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /** The share of words believed intact when a model gives this share of damage: 1 where it gives that of clean text. */
    double intact(double share) {
        return 1 - Math.max(0, share - damage[0]) / (1 - damage[0]);
    }

    /** The share of wrong characters at which this share of words is damaged; 0 below that of clean text. */
    double errorRate(double share) {
        if (share <= damage[0]) {
            return 0;
        }
        int i = 1;
        while (i < damage.length - 1 && share > damage[i]) {
            i++;
        }
        double step = Math.max(1e-9, damage[i] - damage[i - 1]);
        return Math.min(1, RATES[i - 1] + (RATES[i] - RATES[i - 1]) * (share - damage[i - 1]) / step);
    }
}
