package fr.corpus.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The {@code cosignature/v1} of C2SP tlog-cosignature: eight bytes of POSIX time, most significant first, then an Ed25519
 * signature over {@code cosignature/v1}, {@code time <seconds>} and the checkpoint's text.
 */
final class Cosignature {

    private static final int BYTES = Long.BYTES + Ed25519.SIGNATURE_BYTES;

    private Cosignature() {}

    static byte[] sign(byte[] seed, String checkpointText, long posixSeconds) {
        byte[] signature = Ed25519.sign(seed, message(checkpointText, posixSeconds));
        return ByteBuffer.allocate(BYTES).putLong(posixSeconds).put(signature).array();
    }

    /** The time, if the signature holds. */
    static Optional<Long> check(byte[] publicKey, String checkpointText, byte[] cosignature) {
        if (cosignature.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(cosignature);
        long posixSeconds = bytes.getLong();
        byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
        bytes.get(signature);
        boolean holds =
                posixSeconds >= 0 && Ed25519.verify(publicKey, message(checkpointText, posixSeconds), signature);
        return holds ? Optional.of(posixSeconds) : Optional.empty();
    }

    private static byte[] message(String checkpointText, long posixSeconds) {
        return ("cosignature/v1\ntime " + posixSeconds + "\n" + checkpointText).getBytes(StandardCharsets.UTF_8);
    }
}
