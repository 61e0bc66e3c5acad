package fr.corpus.optout;

import fr.corpus.error.CorpusException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.fetch.Fetched;
import fr.corpus.fetch.WebFetcher;
import fr.corpus.hash.Digest;
import fr.corpus.tlog.NoteSignature;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.TileLog;
import fr.corpus.tlog.Timestamp;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.VerifiedCheckpoint;
import fr.corpus.tlog.VerifierKey;
import fr.corpus.tlog.WitnessRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets others vouch for the checkpoint of a log of a registry, which is open: witnesses of the registry's policy by their cosignatures,
 * authorities by time-stamp tokens. Confined to one thread; other writers of the log wait meanwhile.
 */
public final class Witnessing {

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final String MEDIA_TYPE = "text/plain; charset=utf-8";

    private final RegistryDirectory place;
    private final TileLog log;
    private final Path tokens;
    private final WebFetcher fetcher;

    /**
     * For the log of the reservations of a registry, {@link OptOutRegistry#witnessing} makes it.
     *
     * @param place the registry, whose policy names the witnesses
     * @param log one of its logs, open
     * @param tokens the directory of the time-stamp tokens of that log, made when the first comes
     * @param fetcher asks witnesses and authorities
     */
    public Witnessing(RegistryDirectory place, TileLog log, Path tokens, WebFetcher fetcher) {
        this.place = place;
        this.log = log;
        this.tokens = tokens;
        this.fetcher = fetcher;
    }

    /** The published checkpoint, with the cosignatures that it has by now. */
    public SignedNote checkpoint() {
        return log.published();
    }

    /**
     * What came of asking a witness. Immutable.
     *
     * @param name of the witness in the policy
     * @param failure why it did not cosign, empty if it did
     */
    public record Asked(String name, Optional<UserMessage> failure) {}

    /**
     * Asks every witness of the policy that has an address there (C2SP tlog-witness, {@code add-checkpoint}) and attaches the
     * cosignatures that hold.
     *
     * @throws IOException if the log cannot be written; a witness that does not answer is an outcome
     */
    public List<Asked> ask() throws IOException {
        List<Asked> asked = new ArrayList<>();
        for (Map.Entry<String, String> witness : policy().witnessAddresses().entrySet()) {
            asked.add(new Asked(witness.getKey(), failure(witness.getKey(), witness.getValue())));
        }
        return asked;
    }

    private Optional<UserMessage> failure(String name, String address) throws IOException {
        byte[] lines;
        try {
            URI uri = new URI(address.replaceAll("/+$", "") + "/add-checkpoint");
            Fetched answer = add(uri, 0);
            if (answer.status() == CONFLICT) {
                String size = new String(answer.body(), StandardCharsets.UTF_8).strip();
                if (!size.matches("[0-9]{1,18}")
                        || Long.parseLong(size) > log.reader().size()) {
                    return Optional.of(UserMessage.of("optout.witness.ahead", name, size));
                }
                answer = add(uri, Long.parseLong(size));
            }
            if (answer.status() != OK || !answer.whole()) {
                return Optional.of(UserMessage.of("optout.witness.refused", name, String.valueOf(answer.status())));
            }
            lines = answer.body();
        } catch (URISyntaxException | IOException e) {
            return Optional.of(UserMessage.of("optout.witness.no-answer", name));
        }
        try {
            boolean cosigned = attach(lines).cosignatures().stream()
                    .anyMatch(signature -> signature.key().equals(policyKey(name)));
            return cosigned ? Optional.empty() : Optional.of(UserMessage.of("optout.witness.other-key", name));
        } catch (CorpusException e) {
            return Optional.of(e.message());
        }
    }

    private VerifierKey policyKey(String name) {
        try {
            return Objects.requireNonNull(policy().witnesses().get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fetched add(URI uri, long oldSize) throws IOException {
        long size = log.reader().size();
        List<Digest> proof = oldSize == 0 || oldSize == size
                ? List.of()
                : log.reader().consistency(oldSize).hashes();
        return fetcher.post(uri, MEDIA_TYPE, new WitnessRequest(oldSize, proof, log.published()).bytes());
    }

    /**
     * Attaches cosignatures that came another way.
     *
     * @param sent signature lines, or a whole note of the published checkpoint
     * @return the checkpoint as the policy now sees it, whether a quorum has cosigned or not
     * @throws IntegrityException if a signature of a known key does not hold, none is of a known witness, or they are of another
     *     checkpoint
     */
    public VerifiedCheckpoint attach(byte[] sent) throws IOException {
        SignedNote published = log.published();
        byte[] text = (published.text() + "\n").getBytes(StandardCharsets.UTF_8);
        boolean whole = sent.length > text.length && Arrays.equals(sent, 0, text.length, text, 0, text.length);
        byte[] lines = whole ? Arrays.copyOfRange(sent, text.length, sent.length) : sent;
        SignedNote note = published.withLines(lines);
        TlogPolicy policy = policy();
        VerifiedCheckpoint verified = policy.verifyLog(note);
        List<NoteSignature> known = new ArrayList<>();
        for (NoteSignature signature : note.signatures()) {
            boolean witness = verified.cosignatures().stream()
                    .anyMatch(held -> held.key().name().equals(signature.name())
                            && held.key().id() == signature.keyId());
            if (witness) {
                known.add(signature);
            }
        }
        if (known.isEmpty()) {
            throw new IntegrityException(UserMessage.of("optout.witness.unknown"));
        }
        log.attach(known);
        return verified;
    }

    /** Whether the policy accepts the published checkpoint: a quorum has cosigned, or none is needed. */
    public boolean hasQuorum() throws IOException {
        try {
            policy().verify(log.published());
            return true;
        } catch (IntegrityException e) {
            return false;
        }
    }

    private TlogPolicy policy() throws IOException {
        return place.readPolicy();
    }

    /**
     * Asks an authority for a time-stamp token over the published checkpoint and keeps it.
     *
     * @param trusted certificates of the authority, or of who certifies it, PEM
     * @return the time of the token
     * @throws IntegrityException if what it answers is no such token
     * @throws IOException if it does not answer
     */
    public Instant stamp(URI authority, byte[] trusted) throws IOException {
        Fetched answer = fetcher.post(authority, Timestamp.REQUEST_TYPE, Timestamp.request(log.published()));
        if (answer.status() != OK || !answer.whole()) {
            throw new IntegrityException(UserMessage.of("optout.witness.authority", String.valueOf(answer.status())));
        }
        return attachStamp(answer.body(), trusted);
    }

    /**
     * Keeps a token over the published checkpoint that came another way, as a static file, {@code <size>.tsr}.
     *
     * @throws IntegrityException if it is not one
     */
    public Instant attachStamp(byte[] response, byte[] trusted) throws IOException {
        Instant time = Timestamp.verify(response, log.published(), trusted);
        RegistryDirectory.writeTimestamp(tokens, log.reader().size(), response);
        return time;
    }
}
