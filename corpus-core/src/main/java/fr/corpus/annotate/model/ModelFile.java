package fr.corpus.annotate.model;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
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
 * A learnt model as bytes: docs/formats/annotation-model.md. The body is shared, not to be changed.
 *
 * @param kind {@code pos}, {@code lemma}, {@code features} or {@code entities}
 * @param seed the trainer's seed
 * @param body what the kind's own section says
 */
public record ModelFile(String kind, long seed, byte[] body) {

    /** Version of the container and of the bodies. */
    public static final int VERSION = 1;

    private static final byte[] MAGIC = "CMDL".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED = MAGIC.length + 2 + Long.BYTES + Integer.BYTES + Digest.BYTES;

    /** The file. */
    public byte[] toBytes() {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(FIXED + name.length + body.length);
        out.put(MAGIC).put((byte) VERSION).put((byte) name.length).put(name);
        out.putLong(seed).putInt(body.length).put(body);
        out.put(Sha256.of(out.array(), 0, out.position()).bytes());
        return out.array();
    }

    /** The digest by which the model is known: SHA-256 of the body. */
    public Digest digest() {
        return Sha256.of(body);
    }

    /**
     * Reads a file.
     *
     * @param name the file's name in messages
     * @throws MalformedSourceException if the bytes are no model, of another version or kind
     * @throws IntegrityException if the file was truncated or changed
     */
    public static ModelFile parse(byte[] file, String kind, String name) {
        if (file.length < FIXED || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new MalformedSourceException(UserMessage.of("annotate.model-none", name));
        }
        ByteBuffer in = ByteBuffer.wrap(file, MAGIC.length, file.length - MAGIC.length);
        int version = in.get();
        if (version != VERSION) {
            throw new MalformedSourceException(UserMessage.of(
                    "annotate.model-version", name, Integer.toString(version), Integer.toString(VERSION)));
        }
        int nameLength = in.get() & 0xFF;
        int header = file.length - FIXED - nameLength;
        if (header < 0) {
            throw new IntegrityException(UserMessage.of("annotate.model-truncated", name));
        }
        byte[] found = new byte[nameLength];
        in.get(found);
        long seed = in.getLong();
        int length = in.getInt();
        if (length != header) {
            throw new IntegrityException(UserMessage.of("annotate.model-truncated", name));
        }
        byte[] body = new byte[length];
        in.get(body);
        Digest wanted = Digest.of(Arrays.copyOfRange(file, file.length - Digest.BYTES, file.length));
        Digest actual = Sha256.of(file, 0, file.length - Digest.BYTES);
        if (!wanted.equals(actual)) {
            throw new IntegrityException(UserMessage.of("annotate.model-changed", name, wanted.hex(), actual.hex()));
        }
        String text = new String(found, StandardCharsets.US_ASCII);
        if (!text.equals(kind)) {
            throw new MalformedSourceException(UserMessage.of("annotate.model-kind", name, text, kind));
        }
        return new ModelFile(text, seed, body);
    }

    /** The model of a kind that the library carries. */
    public static ModelFile load(String kind) {
        String name = kind + ".model";
        try (InputStream in = ModelFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource missing: " + name);
            }
            return parse(in.readAllBytes(), kind, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
