package fr.corpus.release;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseCommitment;
import fr.corpus.releaselog.ReleaseEntry;
import fr.corpus.releaselog.ReleaseLogView;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A release and the log of releases: the entry that says that it was published, and the files {@code release.entry} and {@code
 * release.tlog-proof} in which it carries that entry. The manifest does not list them, since they come after it.
 */
public final class ReleaseLogging {

    private ReleaseLogging() {}

    /**
     * The entry for a finished release.
     *
     * @param release its directory, under whatever name
     * @param registryNote the signed checkpoint of the registry that the build heeded
     * @param rules by which it was heeded
     * @param supersedes manifest digest of the release that this one takes the place of
     * @throws IntegrityException if the release has no manifest or checkpoint that belong together
     */
    public static ReleaseEntry entry(
            Path release, SignedNote registryNote, ReleaseEntry.Rules rules, Optional<Digest> supersedes)
            throws IOException {
        byte[] json = Files.readAllBytes(release.resolve(ReleaseFiles.MANIFEST));
        Manifest manifest = ReleaseReader.open(release).manifest();
        String text = Files.readString(release.resolve(ReleaseFiles.CHECKPOINT), StandardCharsets.UTF_8);
        requireOwn(text, manifest, Sha256.of(json), release.resolve(ReleaseFiles.CHECKPOINT));
        return new ReleaseEntry(
                ReleaseCommitment.parse(text), manifest.identity().recipeDigest(), rules, registryNote, supersedes, 0);
    }

    private static void requireOwn(String checkpoint, Manifest manifest, Digest digest, Path file) {
        String expected = new String(ReleaseCheckpoint.of(manifest, digest).toBytes(), StandardCharsets.UTF_8);
        if (!checkpoint.equals(expected)) {
            throw new IntegrityException(UserMessage.of("release.other-checkpoint", file.toString()));
        }
    }

    /**
     * Puts a logged entry in a release that has not yet its name. On return it is on the disk.
     *
     * @param name {@link LoggedEntry#RELEASE}
     */
    public static void write(Path release, String name, LoggedEntry logged) throws IOException {
        DurableFiles.write(release.resolve(name + LoggedEntry.ENTRY), logged.entryBytes());
        DurableFiles.write(
                release.resolve(name + LoggedEntry.PROOF), logged.proof().bytes());
    }

    /**
     * Gives a release fresh proofs of the entries that it carries, its own and the retractions, under the checkpoint that a registry's log
     * of releases has published by now; the entries stay. A retraction of another registry's log stays as it is. On return they are on
     * the disk.
     *
     * @param policy whom those trust who will check the proofs
     * @return how many proofs the policy accepts now, and of how many
     * @throws IntegrityException if the release was not logged there, or what it carries is not in the log
     */
    public static Renewed renew(Path release, ReleaseLogView log, TlogPolicy policy) throws IOException {
        LoggedEntry own = read(release)
                .orElseThrow(() -> new IntegrityException(UserMessage.of("release.not-logged", release.toString())));
        int proofs = 0;
        int accepted = 0;
        for (Map.Entry<String, LoggedEntry> held : carried(release, own).entrySet()) {
            boolean other =
                    !held.getValue().log().origin().equals(log.checkpoint().origin());
            if (other && held.getValue() != own) {
                continue;
            }
            LoggedEntry fresh = log.renew(held.getValue(), policy);
            DurableFiles.write(
                    release.resolve(held.getKey() + LoggedEntry.PROOF),
                    fresh.proof().bytes());
            proofs++;
            accepted += fresh.isAcceptedBy(policy) ? 1 : 0;
        }
        return new Renewed(accepted, proofs);
    }

    /**
     * What came of renewing. Immutable.
     *
     * @param accepted how many proofs the policy accepts
     * @param proofs how many were renewed
     */
    public record Renewed(int accepted, int proofs) {}

    private static Map<String, LoggedEntry> carried(Path release, LoggedEntry own) throws IOException {
        Map<String, LoggedEntry> entries = new TreeMap<>(Map.of(LoggedEntry.RELEASE, own));
        for (Digest manifest : RetractionNotice.all(release)) {
            Optional<LoggedEntry> notice = RetractionNotice.read(release, manifest);
            notice.ifPresent(logged -> entries.put(RetractionNotice.name(manifest), logged));
        }
        return entries;
    }

    /**
     * The entry by which a release was published, with the newest proof that there is: under the checkpoint that a registry's log of
     * releases has published by now, if it is the log that has the release.
     *
     * @return empty if it was not logged
     * @throws IntegrityException as {@link #read(Path)}, or if the log no longer has what the release carries
     */
    public static Optional<LoggedEntry> read(Path release, Path registry) throws IOException {
        Optional<LoggedEntry> held = read(release);
        Optional<ReleaseLogView> log = ReleaseLogView.open(registry);
        if (held.isEmpty()
                || log.isEmpty()
                || !log.get().checkpoint().origin().equals(held.get().log().origin())) {
            return held;
        }
        return Optional.of(log.get().renew(held.get(), ReleaseLogView.policy(registry)));
    }

    /**
     * The entry by which a release was published, checked to be that of its checkpoint and to be in the log that its proof names.
     *
     * @return empty if it was not logged
     * @throws IntegrityException if the entry is another release's, or not in its log
     * @throws fr.corpus.error.MalformedSourceException if a file is missing or not such
     */
    public static Optional<LoggedEntry> read(Path release) throws IOException {
        Optional<LoggedEntry> logged = LoggedEntry.read(release, LoggedEntry.RELEASE);
        if (logged.isPresent()) {
            String text = Files.readString(release.resolve(ReleaseFiles.CHECKPOINT), StandardCharsets.UTF_8);
            boolean own = logged.get().entry() instanceof ReleaseEntry entry
                    && entry.release().checkpoint().text().equals(text);
            if (!own) {
                throw new IntegrityException(UserMessage.of("release.entry-of-another", release.toString()));
            }
            logged.get().check();
        }
        return logged;
    }
}
