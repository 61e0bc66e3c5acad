package fr.corpus.optout;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.tlog.MerkleHash;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.Timestamp;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.TlogProof;
import fr.corpus.tlog.VerifiedCheckpoint;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a holder keeps: the exact entry and a C2SP tlog-proof of it, which carries the opening as extra data. Immutable. Personal,
 * unless it is {@link #withoutOpening}. May come from a stranger: nothing holds until {@link #verify} has accepted it.
 *
 * @param entry the bytes of the log entry, as a copy
 * @param proof index, path and signed checkpoint
 */
public record Receipt(byte[] entry, TlogProof proof) {

    private static final String ENTRY = ".entry";
    private static final String PROOF = ".tlog-proof";
    private static final String PAGE = ".html";
    private static final String TOKEN = ".tsr";

    /** Longest entry read, in bytes. */
    private static final int MAX_ENTRY = 0xFFFF;

    public Receipt {
        entry = entry.clone();
    }

    static Receipt of(byte[] entry, TlogProof proof) {
        return new Receipt(entry, proof);
    }

    @Override
    public byte[] entry() {
        return entry.clone();
    }

    /**
     * What a receipt that holds shows.
     *
     * @param entry the entry
     * @param index its index in the log
     * @param checkpoint the checkpoint that has it, accepted by the policy
     * @param opening of its commitment, empty if the receipt carries none
     * @param witnessedSeconds when the first known witness saw it, seconds since 1970 UTC; empty without cosignature
     */
    public record Verified(
            LogEntry entry,
            long index,
            VerifiedCheckpoint checkpoint,
            Optional<Opening> opening,
            OptionalLong witnessedSeconds) {

        /** What was declared, as the opening tells it; empty without one, and for entries that declare nothing. */
        public Optional<Declaration> declaration() {
            return opening.filter(open -> entry.type().declares()).flatMap(Opening::declaration);
        }

        /** Whether a witness saw the entry in the log within the promised delay; empty when no witness says. */
        public Optional<Boolean> promiseKept() {
            return promiseKept(Optional.empty());
        }

        /**
         * Whether a witness or a time-stamping authority saw the entry in the log within the promised delay; empty when none says.
         *
         * @param stamped the time of a token that holds, see {@link Receipt#timestamp}
         */
        public Optional<Boolean> promiseKept(Optional<Instant> stamped) {
            long due = entry.stamp().timeMillis() / 1000 + entry.stamp().mmdSeconds();
            boolean inTime = witnessedSeconds.isPresent() && witnessedSeconds.getAsLong() <= due
                    || stamped.isPresent() && stamped.get().getEpochSecond() <= due;
            return witnessedSeconds.isPresent() || stamped.isPresent() ? Optional.of(inTime) : Optional.empty();
        }
    }

    /**
     * Checks the receipt, offline.
     *
     * @throws MalformedSourceException if entry, checkpoint or opening are not such
     * @throws IntegrityException if the policy does not accept the checkpoint, the entry is not in it, the log is one of
     *     releases, or the opening is of another entry
     */
    public Verified verify(TlogPolicy policy) {
        LogEntry said = LogEntry.parse(entry);
        VerifiedCheckpoint checkpoint = proof.verify(MerkleHash.leaf(entry), policy);
        String log = checkpoint.checkpoint().origin();
        if (log.endsWith(RegistryDirectory.RELEASES_SUFFIX)) {
            // Builds read the log of reservations only: an entry elsewhere is none.
            throw new IntegrityException(UserMessage.of("optout.log-of-releases", log));
        }
        Optional<Opening> opening = proof.extra().map(Opening::parse);
        if (opening.isPresent() && !said.commitment().equals(opening.map(Opening::commitment))) {
            throw new IntegrityException(UserMessage.of("optout.opening-false"));
        }
        if (opening.isPresent() && said.scope().isPresent()) {
            requireSameScope(said.scope().get(), opening.get());
        }
        OptionalLong witnessed = checkpoint.cosignatures().stream()
                .mapToLong(SignedNote.Verified::posixSeconds)
                .min();
        return new Verified(said, proof.index(), checkpoint, opening, witnessed);
    }

    /** The public part of the entry must be what the private record declares. */
    private static void requireSameScope(LogEntry.Scope scope, Opening opening) {
        Declaration declared = PrivateRecord.read(opening.record());
        LogEntry.Scope expected = new LogEntry.Scope(
                declared.categories(), declared.tier(), EntryKeys.of(declared.selectors(), opening.salt()));
        if (!expected.equals(scope)) {
            throw new IntegrityException(UserMessage.of("optout.scope-false"));
        }
    }

    /** The same receipt without personal data, for publication. */
    public Receipt withoutOpening() {
        return new Receipt(entry, proof.withoutExtra());
    }

    /**
     * Writes {@code <prefix>.tlog-proof}, {@code <prefix>.entry} and {@code <prefix>.html}; folders are made.
     *
     * @throws FileAlreadyExistsException if one of them is there
     */
    public void write(Path prefix) throws IOException {
        requireFree(prefix);
        Files.createDirectories(prefix.toAbsolutePath().getParent());
        String name = String.valueOf(prefix.getFileName());
        Files.write(file(prefix, ENTRY), entry, StandardOpenOption.CREATE_NEW);
        Files.write(file(prefix, PROOF), proof.bytes(), StandardOpenOption.CREATE_NEW);
        Files.writeString(file(prefix, PAGE), ReceiptPage.of(name, this), StandardOpenOption.CREATE_NEW);
    }

    /**
     * Requires that {@link #write} finds its place free, before anything is registered.
     *
     * @throws FileAlreadyExistsException if it is not
     */
    public static void requireFree(Path prefix) throws FileAlreadyExistsException {
        for (String extension : new String[] {ENTRY, PROOF, PAGE, TOKEN}) {
            if (Files.exists(file(prefix, extension))) {
                throw new FileAlreadyExistsException(file(prefix, extension).toString());
            }
        }
    }

    /** Writes the time-stamp token over the receipt's checkpoint beside the receipt: {@code <prefix>.tsr}. */
    public static void writeTimestamp(Path prefix, byte[] response) throws IOException {
        Files.write(file(prefix, TOKEN), response, StandardOpenOption.CREATE_NEW);
    }

    /**
     * The time of the token beside a receipt.
     *
     * @param trusted certificates of authorities, or of those who certify them, PEM
     * @return empty if there is no token
     * @throws IntegrityException if it is not a token over the receipt's checkpoint by one of them
     */
    public Optional<Instant> timestamp(Path prefix, byte[] trusted) throws IOException {
        Path token = file(prefix, TOKEN);
        return Files.exists(token)
                ? Optional.of(Timestamp.verify(bounded(token, Timestamp.MAX_BYTES), proof.checkpoint(), trusted))
                : Optional.empty();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws MalformedSourceException if the proof is none
     */
    public static Receipt read(Path prefix) throws IOException {
        return new Receipt(
                bounded(file(prefix, ENTRY), MAX_ENTRY),
                TlogProof.parse(bounded(file(prefix, PROOF), TlogProof.MAX_BYTES)));
    }

    private static byte[] bounded(Path file, int max) throws IOException {
        if (Files.size(file) > max) {
            throw new MalformedSourceException(
                    UserMessage.of("optout.too-large", file.toString(), String.valueOf(max)));
        }
        return Files.readAllBytes(file);
    }

    /** {@code <prefix>} with an extension. */
    static Path file(Path prefix, String extension) {
        return prefix.resolveSibling(prefix.getFileName() + extension);
    }
}
