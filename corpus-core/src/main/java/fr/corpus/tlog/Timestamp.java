package fr.corpus.tlog;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.bouncycastle.TimestampTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Time-stamp tokens (RFC 3161) over checkpoints: that a log's state existed at a time, by the word of an authority. What is stamped
 * is the SHA-256 of the checkpoint's text, so that signatures may be added later. Thread-safe. Needs the optional library
 * {@code org.bouncycastle:bcpkix-jdk18on}.
 */
public final class Timestamp {

    /** The media type of a request. */
    public static final String REQUEST_TYPE = "application/timestamp-query";

    /** Longest answer read, in bytes. */
    public static final int MAX_BYTES = 1 << 16;

    private Timestamp() {}

    private static Digest imprint(SignedNote checkpoint) {
        return Sha256.of(checkpoint.text().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What an authority is asked, DER; without a nonce, since an older token over the same checkpoint is as good.
     *
     * @throws EngineException if the library is missing
     */
    public static byte[] request(SignedNote checkpoint) {
        return withLibrary(() -> {
            try {
                return TimestampTokens.request(imprint(checkpoint).bytes());
            } catch (IOException e) {
                throw new IllegalStateException("a request in memory cannot fail", e);
            }
        });
    }

    /**
     * Requires that an answer is a token over this checkpoint, by an authority that is trusted.
     *
     * @param response DER, as the authority sent it
     * @param trusted certificates of authorities, or of those who certify them, PEM
     * @return the time that it states
     * @throws IntegrityException if it is not
     * @throws EngineException if the library is missing
     */
    public static Instant verify(byte[] response, SignedNote checkpoint, byte[] trusted) {
        if (response.length > MAX_BYTES) {
            throw new IntegrityException(UserMessage.of("tlog.timestamp-false", "size"));
        }
        return withLibrary(() -> {
            try {
                return TimestampTokens.verify(response, imprint(checkpoint).bytes(), trusted);
            } catch (TimestampTokens.RefusedException e) {
                throw new IntegrityException(UserMessage.of("tlog.timestamp-false", String.valueOf(e.getMessage())), e);
            }
        });
    }

    private static <T> T withLibrary(Supplier<T> step) {
        try {
            return step.get();
        } catch (NoClassDefFoundError e) {
            throw new EngineException(UserMessage.of("tlog.no-timestamp-library"), e);
        }
    }
}
