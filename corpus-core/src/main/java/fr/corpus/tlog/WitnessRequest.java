package fr.corpus.tlog;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The body of a request to cosign (C2SP tlog-witness, {@code add-checkpoint}): {@code old <size>}, the proof in base64 line by
 * line, a blank line, the signed checkpoint. Immutable.
 *
 * @param oldSize the size from which the proof goes
 * @param proof at most 63 nodes
 * @param checkpoint the log's signed checkpoint, not verified
 */
public record WitnessRequest(long oldSize, List<Digest> proof, SignedNote checkpoint) {

    private static final int MAX_HASHES = 63;
    private static final String OLD = "old ";

    public WitnessRequest {
        proof = List.copyOf(proof);
    }

    /**
     * Reads a body.
     *
     * @throws MalformedSourceException if it is not one
     */
    public static WitnessRequest parse(byte[] bytes) {
        if (bytes.length > SignedNote.MAX_BYTES) {
            throw Malformed.of("request", "too-large", String.valueOf(SignedNote.MAX_BYTES));
        }
        String text = Canonical.text(bytes).orElseThrow(() -> Malformed.of("request", "not-text"));
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw Malformed.of("request", "no-blank-line");
        }
        List<String> lines = Arrays.asList(text.substring(0, blank).split("\n", -1));
        if (!lines.get(0).startsWith(OLD)) {
            throw Malformed.of("request", "header", OLD);
        }
        long oldSize = Canonical.number(lines.get(0).substring(OLD.length()))
                .orElseThrow(() -> Malformed.of("request", "number"));
        if (lines.size() - 1 > MAX_HASHES) {
            throw Malformed.of("request", "too-many-hashes", String.valueOf(MAX_HASHES));
        }
        List<Digest> proof = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            proof.add(Canonical.digest(line).orElseThrow(() -> Malformed.of("request", "digest")));
        }
        SignedNote note = SignedNote.parse(text.substring(blank + 2).getBytes(StandardCharsets.UTF_8));
        return new WitnessRequest(oldSize, proof, note);
    }

    /** The body. */
    public byte[] bytes() {
        StringBuilder head = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> head.append(Canonical.base64(hash.bytes())).append('\n'));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(checkpoint.bytes());
        return out.toByteArray();
    }
}
