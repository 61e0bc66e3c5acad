package fr.corpus.tlog;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that shows, offline, that an entry is in a log: index, path and signed checkpoint (C2SP tlog-proof v1, file extension
 * {@code .tlog-proof}). Immutable. May come from a stranger: nothing holds until {@link #verify} has accepted it.
 */
public final class TlogProof {

    /** Longest proof read, in bytes. */
    public static final int MAX_BYTES = 2 << 20;

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final int MAX_HASHES = 64;

    private final long index;
    private final List<Digest> hashes;
    private final byte @Nullable [] extra;
    private final SignedNote checkpoint;

    private TlogProof(long index, List<Digest> hashes, byte @Nullable [] extra, SignedNote checkpoint) {
        this.index = index;
        this.hashes = List.copyOf(hashes);
        this.extra = extra;
        this.checkpoint = checkpoint;
    }

    /** A proof from its parts. */
    public static TlogProof of(InclusionProof inclusion, SignedNote checkpoint) {
        return new TlogProof(inclusion.index(), inclusion.hashes(), null, checkpoint);
    }

    /** The same proof with extra data, which nothing authenticates. */
    public TlogProof withExtra(byte[] data) {
        return new TlogProof(index, hashes, data.clone(), checkpoint);
    }

    /** The same proof without extra data. */
    public TlogProof withoutExtra() {
        return new TlogProof(index, hashes, null, checkpoint);
    }

    /**
     * Reads a proof.
     *
     * @throws MalformedSourceException if the bytes are not one
     */
    public static TlogProof parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw Malformed.of("proof", "too-large", String.valueOf(MAX_BYTES));
        }
        String text = Canonical.text(bytes).orElseThrow(() -> Malformed.of("proof", "not-text"));
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw Malformed.of("proof", "no-blank-line");
        }
        List<String> lines = Arrays.asList(text.substring(0, blank).split("\n", -1));
        if (!lines.get(0).equals(HEADER)) {
            throw Malformed.of("proof", "header", HEADER);
        }
        int next = 1;
        byte @Nullable [] extra = null;
        if (lines.size() > next && lines.get(next).startsWith("extra ")) {
            extra = Canonical.base64(lines.get(next).substring("extra ".length()))
                    .orElseThrow(() -> Malformed.of("proof", "base64"));
            next++;
        }
        if (lines.size() <= next || !lines.get(next).startsWith("index ")) {
            throw Malformed.of("proof", "index-line");
        }
        long index = Canonical.number(lines.get(next).substring("index ".length()))
                .orElseThrow(() -> Malformed.of("proof", "number"));
        List<Digest> hashes = hashes(lines.subList(next + 1, lines.size()));
        byte[] note = text.substring(blank + 2).getBytes(StandardCharsets.UTF_8);
        return new TlogProof(index, hashes, extra, SignedNote.parse(note));
    }

    private static List<Digest> hashes(List<String> lines) {
        if (lines.size() > MAX_HASHES) {
            throw Malformed.of("proof", "too-many-hashes", String.valueOf(MAX_HASHES));
        }
        List<Digest> hashes = new ArrayList<>();
        for (String line : lines) {
            hashes.add(Canonical.digest(line).orElseThrow(() -> Malformed.of("proof", "digest")));
        }
        return hashes;
    }

    /** The proof, byte for byte as it was read. */
    public byte[] bytes() {
        StringBuilder head = new StringBuilder(HEADER).append('\n');
        extra().ifPresent(data ->
                head.append("extra ").append(Canonical.base64(data)).append('\n'));
        head.append("index ").append(index).append('\n');
        hashes.forEach(hash -> head.append(Canonical.base64(hash.bytes())).append('\n'));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(checkpoint.bytes());
        return out.toByteArray();
    }

    /** Index of the entry in the log, from 0. */
    public long index() {
        return index;
    }

    /** Siblings from the leaf up to the root. */
    public List<Digest> hashes() {
        return hashes;
    }

    /** Data that nothing authenticates, as a copy. */
    public Optional<byte[]> extra() {
        return Optional.ofNullable(extra).map(byte[]::clone);
    }

    /** The signed checkpoint, not yet verified. */
    public SignedNote checkpoint() {
        return checkpoint;
    }

    /**
     * Accepts the proof for an entry.
     *
     * @param leafHash {@link MerkleHash#leaf} of the entry
     * @return the checkpoint that the policy accepts and that has the entry
     * @throws MalformedSourceException if the note is not a checkpoint
     * @throws IntegrityException if the policy does not accept the checkpoint, or the entry is not in it
     */
    public VerifiedCheckpoint verify(Digest leafHash, TlogPolicy policy) {
        VerifiedCheckpoint verified = policy.verify(checkpoint);
        Checkpoint state = verified.checkpoint();
        new InclusionProof(index, state.size(), hashes).verify(leafHash, state.root());
        return verified;
    }
}
