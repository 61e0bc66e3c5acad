package fr.corpus.proof;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.Document;
import fr.corpus.document.LicenseId;
import fr.corpus.fingerprint.Samples;
import fr.corpus.fingerprint.TextTraces;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.BareNumbers;
import fr.corpus.match.DocumentKeys;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of released documents, {@value #VERSION}: all exact keys and all samples of what is released, made from nothing but
 * the row that is released, so that whoever has the data can make them again. Confined to one thread, which makes as many as it
 * likes. Format: {@code docs/formats/release-keys.md}.
 */
public final class ReleaseKeys {

    /** Version of the set of keys: their types, canonical forms and values. */
    public static final String VERSION = "keys@3";

    /**
     * The sets in which a bare number passes for an identifier: of releases whose tables have no identifiers, and of those whose tables
     * have. Of rows without identifiers they have the same keys.
     */
    private static final Set<String> BARE_NUMBERS = Set.of("keys@1", "keys@2");

    /** Bytes of a pair of key and value. */
    public static final int PAIR_BYTES = 2 * Digest.BYTES;

    /** Receives pairs of key and value. */
    public interface Sink {
        /** The pair is {@value ReleaseKeys#PAIR_BYTES} bytes, which are overwritten after the call. */
        void accept(byte[] pair) throws IOException;
    }

    private static final int POSITION = Digest.BYTES + 20;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SAMPLE = "sample\0".getBytes(StandardCharsets.US_ASCII);

    private final FrenchTokenizer tokenizer = new FrenchTokenizer();
    private final TokenizedText tokens = new TokenizedText();
    private final Samples samples = new Samples();
    private final MessageDigest sha = Sha256.newDigest();
    private final byte[] sample = new byte[SAMPLE.length + 2 * Long.BYTES];
    private final byte[] pair = new byte[PAIR_BYTES];
    private final BareNumbers bareNumbers;

    /** Whether this class makes the keys of a version, and proofs about them can be checked. */
    public static boolean isKnown(String version) {
        return version.equals(VERSION) || BARE_NUMBERS.contains(version);
    }

    /** Whether a key has the form in which keys are digested: of another spelling, nothing can be shown. */
    public static boolean isCanonical(Key key) {
        return CanonicalKeys.has(key);
    }

    /** Makes keys of this version. */
    public ReleaseKeys() {
        this(VERSION);
    }

    /** Makes keys of an earlier version, or of this one where a version is not known. */
    public ReleaseKeys(String version) {
        bareNumbers = BARE_NUMBERS.contains(version) ? BareNumbers.PASS : BareNumbers.REFUSED;
        System.arraycopy(SAMPLE, 0, sample, 0, SAMPLE.length);
    }

    /**
     * Gives the keys of one document.
     *
     * @param document as it is released: final text, metadata and provenance of the row
     * @param license under which it is released, empty where no gate decided
     */
    public void of(Document document, Optional<LicenseId> license, Sink sink) throws IOException {
        tokenizer.tokenize(document.text(), tokens);
        int n = samples.of(tokens);
        Digest text = CanonicalText.digest(document.text());
        give(document, license, new Traced(text, samples.hashes(), n), sink);
    }

    /**
     * Gives the keys of one document whose text was looked at before.
     *
     * @param traces of the text as it is released
     */
    public void of(Document document, Optional<LicenseId> license, TextTraces traces, Sink sink) throws IOException {
        long[] hashes = traces.samples();
        give(document, license, new Traced(traces.text(), hashes, hashes.length), sink);
    }

    private record Traced(Digest text, long[] samples, int count) {}

    private void give(Document document, Optional<LicenseId> license, Traced traced, Sink sink) throws IOException {
        byte[] value =
                new KeyValue(document.id(), 0, KeyValue.tag(license)).bytes().bytes();
        System.arraycopy(value, 0, pair, Digest.BYTES, Digest.BYTES);
        for (Key key : DocumentKeys.of(document.provenance(), traced.text(), document.metadata(), bareNumbers)) {
            System.arraycopy(key.digest().bytes(), 0, pair, 0, Digest.BYTES);
            sink.accept(pair);
        }
        for (int i = 0; i < traced.count(); i++) {
            sampleKey(traced.samples()[i]);
            ByteBuffer.wrap(pair).putInt(POSITION, i);
            sink.accept(pair);
        }
    }

    private void sampleKey(long hash) {
        for (int i = 0; i < 2 * Long.BYTES; i++) {
            sample[SAMPLE.length + i] = HEX[(int) (hash >>> 60 - 4 * i) & 15];
        }
        sha.update(sample);
        try {
            sha.digest(pair, 0, Digest.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("no room for a digest", e);
        }
    }

    /** The key of a sample. */
    public static Key sampleKey(Samples samples, int at) {
        return new Key(KeyType.SAMPLE, HexFormat.of().toHexDigits(samples.hashes()[at]));
    }
}
