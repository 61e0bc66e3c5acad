package fr.corpus.optout;

import fr.corpus.document.CanonicalText;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.fingerprint.Samples;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.iscc.TextCode;
import fr.corpus.read.Block;
import fr.corpus.read.BlockStream;
import fr.corpus.read.ReadResult;
import fr.corpus.read.ReaderOptions;
import fr.corpus.read.TextReader;
import fr.corpus.source.RawRecord;
import fr.corpus.source.SourceFile;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept of a work: hashes by which it is known again, and from which its text cannot be had back. Immutable.
 *
 * <p>Samples are {@value Samples#VERSION}; the ISCC is the 256-bit Text-Code of ISO 24138.
 */
public final class WorkFingerprint {

    /** Bytes of the ISCC Text-Code. */
    public static final int ISCC_BYTES = 32;

    private final Optional<Digest> bytes;
    private final Digest text;
    private final byte[] iscc;
    private final long[] samples;

    private WorkFingerprint(Optional<Digest> bytes, Digest text, byte[] iscc, long[] samples) {
        this.bytes = bytes;
        this.text = text;
        this.iscc = iscc;
        this.samples = samples;
    }

    /**
     * A fingerprint from its parts.
     *
     * @param bytes SHA-256 of the file, empty when there was none
     * @param text digest of the canonical text
     * @param iscc body of the 256-bit Text-Code
     * @param samples sample hashes in the order of the text, each where it comes first
     * @throws IllegalArgumentException if the code has not 32 bytes or a sample comes twice
     */
    public static WorkFingerprint of(Optional<Digest> bytes, Digest text, byte[] iscc, long[] samples) {
        if (Arrays.stream(samples).distinct().count() != samples.length) {
            throw new IllegalArgumentException("a sample comes twice");
        }
        if (iscc.length != ISCC_BYTES) {
            throw new IllegalArgumentException("a 256-bit code has 32 bytes, got " + iscc.length);
        }
        return new WorkFingerprint(bytes, text, iscc.clone(), samples.clone());
    }

    /** The fingerprint of a text. */
    public static WorkFingerprint of(String text) {
        return of(Optional.empty(), text);
    }

    private static WorkFingerprint of(Optional<Digest> bytes, String text) {
        TokenizedText tokens = new TokenizedText();
        new FrenchTokenizer().tokenize(text, tokens);
        Samples samples = new Samples();
        samples.of(tokens);
        byte[] iscc = TextCode.of(text).unit(ISCC_BYTES * 8).body();
        return new WorkFingerprint(bytes, CanonicalText.digest(text), iscc, samples.inOrder());
    }

    /**
     * The fingerprint of a file of plain text in any encoding that is known or found, compressed or not.
     *
     * @throws IOException if the file cannot be read
     * @throws MalformedSourceException if it is no text, or longer than 64 MiB
     */
    public static WorkFingerprint read(Path file) throws IOException {
        SourceFile source = new SourceFile("work", file, file.getFileName().toString(), Files.size(file));
        TextReader reader = new TextReader(ReaderOptions.DEFAULT);
        List<ReadResult> results = new ArrayList<>();
        try (BlockStream blocks = reader.open(source)) {
            for (Optional<Block> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                reader.parse(source, block.get(), results::add);
            }
        }
        if (results.size() != 1 || !(results.get(0) instanceof ReadResult.Read)) {
            throw new MalformedSourceException(UserMessage.of("optout.not-a-text", file.toString()));
        }
        RawRecord record = ((ReadResult.Read) results.get(0)).record();
        return of(Optional.of(record.provenance().rawDigest()), record.text());
    }

    /** SHA-256 of the file; empty when only a text was given. */
    public Optional<Digest> bytes() {
        return bytes;
    }

    /** Digest of the canonical text ({@link CanonicalText}). */
    public Digest text() {
        return text;
    }

    /** Body of the 256-bit Text-Code, as a copy. */
    public byte[] iscc() {
        return iscc.clone();
    }

    /** Sample hashes in the order of the text, each where it comes first, as a copy. */
    public long[] samples() {
        return samples.clone();
    }

    /**
     * The same work with some of its samples only: the others do not count.
     *
     * @param some samples of the work, in the order of the text
     */
    public WorkFingerprint withSamples(long[] some) {
        return new WorkFingerprint(bytes, text, iscc, some.clone());
    }

    /** Every key of the work: {@code bytes}, {@code text}, {@code iscc} and one {@code sample} for each sample. */
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>(samples.length + 3);
        bytes.ifPresent(digest -> keys.add(new Key(KeyType.BYTES, digest.hex())));
        keys.add(new Key(KeyType.TEXT, text.hex()));
        keys.add(new Key(KeyType.ISCC, HexFormat.of().formatHex(iscc)));
        for (long sample : samples) {
            keys.add(sampleKey(sample));
        }
        return keys;
    }

    /** The key of one sample hash: its 16 hexadecimal digits. */
    public static Key sampleKey(long sample) {
        return new Key(KeyType.SAMPLE, HexFormat.of().toHexDigits(sample));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkFingerprint that
                && bytes.equals(that.bytes)
                && text.equals(that.text)
                && Arrays.equals(iscc, that.iscc)
                && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "work " + text.hex();
    }
}
