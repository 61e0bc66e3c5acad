package fr.corpus.retract;

import fr.corpus.error.CorpusException;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.FileDigest;
import fr.corpus.release.DurableFiles;
import fr.corpus.release.FileEntry;
import fr.corpus.release.Finding;
import fr.corpus.release.ReleaseVerifier;
import fr.corpus.release.RemovedDocuments;
import fr.corpus.release.SealedManifest;
import fr.corpus.releaselog.IdSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Brings a copy of a release to the release that takes its place. Files that both have stay as they are; the others are fetched
 * beside them, and only when all are there with their digests are they exchanged, the manifest last. Whatever happens in between,
 * the copy is the old release, or is said to be neither, or is the new one; the next run goes on. Used once.
 */
public final class Synchronization {

    private static final String MANIFEST = "manifest.json";
    private static final String CHECKPOINT = "checkpoint";
    private static final String UNFINISHED = "release.check.sync-unfinished";
    private static final int MAX_CHECKPOINT = 1 << 16;

    private final Path copy;
    private final ReleaseOrigin origin;
    private final SyncOptions options;
    private final SyncListener listener;
    private final Pace pace;
    private int filesFetched;
    private long bytesFetched;
    private int filesDeleted;

    /**
     * A synchronization.
     *
     * @param copy directory of the copy
     * @param from directory, or http or https address, of the release that takes its place
     * @throws EngineException if the address is not one
     */
    public Synchronization(Path copy, String from, SyncOptions options, SyncListener listener) {
        this(copy, ReleaseOrigin.of(from), options, listener, Pace.STANDARD);
    }

    /**
     * How it goes.
     *
     * @param firstPauseMillis before a file is asked for again; twice as long before each other time
     * @param step is run after each step, so that a test can cut it short
     */
    record Pace(long firstPauseMillis, Runnable step) {
        static final Pace STANDARD = new Pace(500, () -> {});
    }

    Synchronization(Path copy, ReleaseOrigin origin, SyncOptions options, SyncListener listener, Pace pace) {
        this.copy = copy;
        this.origin = origin;
        this.options = options;
        this.listener = listener;
        this.pace = pace;
    }

    /**
     * Brings the copy up to date. On return it is on the disk. What an earlier run began to exchange is finished first, without
     * asking the origin.
     *
     * @throws EngineException if there is no release at either place, the origin fails, or another run has the copy
     * @throws IntegrityException if the origin’s release does not take the place of the copy’s, or is not what it says
     * @throws IOException if the copy cannot be read or written
     */
    public SyncReport run() throws IOException {
        SealedManifest own = SealedManifest.read(copy);
        try (CopyFolder folder = CopyFolder.open(copy)) {
            Optional<SyncState> state = folder.state();
            if (state.isEmpty()) {
                Optional<Attestation> given = given(own);
                Optional<SealedManifest> next = given.isPresent() ? Optional.empty() : prepare(own, folder);
                if (next.isEmpty()) {
                    folder.discard();
                    return new SyncReport(own.digest(), own.digest(), Optional.empty(), 0, 0, 0, List.of(), given);
                }
            }
            if (folder.isExchanging()) {
                filesDeleted = new Exchange(copy, folder, pace.step()).run(own);
            }
            return finish(folder);
        }
    }

    /**
     * The attestation that an earlier run gave for the release that the copy is.
     *
     * @throws FileAlreadyExistsException if anything else stands where it is to be written
     */
    private Optional<Attestation> given(SealedManifest own) throws IOException {
        if (options.attest().isEmpty() || !Files.exists(options.attest().get().file())) {
            return Optional.empty();
        }
        Path file = options.attest().get().file();
        try (InputStream in = Files.newInputStream(file)) {
            Attestation attestation = Attestation.parse(in.readNBytes(Attestation.MAX_BYTES + 1));
            if (attestation.statement().after().equals(own.digest())) {
                return Optional.of(attestation);
            }
        } catch (CorpusException e) {
            // Not an attestation, and not to be written over either.
        }
        throw new FileAlreadyExistsException(file.toString());
    }

    /** Fetches everything; empty if the copy is up to date. */
    private Optional<SealedManifest> prepare(SealedManifest own, CopyFolder folder) throws IOException {
        FileFetcher fetcher = new FileFetcher(origin, folder.path(), pace.firstPauseMillis());
        SealedManifest next = successor(own, fetcher);
        if (next.digest().equals(own.digest())) {
            return Optional.empty();
        }
        UnlistedFiles unlisted = UnlistedFiles.fetch(fetcher, own, next, origin.name());
        unlisted.chain().verify(own.digest(), next.digest());
        options.policy().ifPresent(policy -> unlisted.chain().entries().forEach(entry -> entry.verify(policy)));
        unlisted.writeNotice(copy, own.digest());
        List<FileEntry> missing = missing(next);
        requireSpace(folder, missing);
        for (FileEntry entry : missing) {
            fetcher.fetch(entry);
            listener.fetched(entry.path(), entry.bytes(), ++filesFetched, missing.size());
            pace.step().run();
        }
        bytesFetched = fetcher.bytesFetched();
        Optional<IdSet> removed = removed(own, next, fetcher, folder);
        if (removed.isPresent() && !unlisted.chain().accountsFor(removed.get())) {
            throw new IntegrityException(UserMessage.of(
                    "retract.other-documents",
                    origin.name(),
                    String.valueOf(removed.get().count())));
        }
        unlisted.stage(folder);
        pace.step().run();
        folder.beginExchange(next, new SyncState(own.digest(), next.digest(), removed));
        pace.step().run();
        return Optional.of(next);
    }

    /** The release at the origin, which is the copy’s own or takes its place. */
    private SealedManifest successor(SealedManifest own, FileFetcher fetcher) throws IOException {
        byte[] bytes = fetcher.small(MANIFEST, SealedManifest.MAX_BYTES)
                .orElseThrow(() -> new EngineException(UserMessage.of("retract.no-release-there", origin.name())));
        SealedManifest next = SealedManifest.parse(bytes, origin.name() + " " + MANIFEST);
        if (next.digest().equals(own.digest())) {
            return next;
        }
        if (!next.supersedes(own.digest())) {
            String key = own.supersedes(next.digest()) ? "retract.copy-is-newer" : "retract.another-release";
            throw new EngineException(UserMessage.of(
                    key,
                    copy.toString(),
                    origin.name(),
                    own.digest().hex(),
                    next.digest().hex()));
        }
        byte[] checkpoint = fetcher.small(CHECKPOINT, MAX_CHECKPOINT)
                .orElseThrow(
                        () -> new EngineException(UserMessage.of("retract.file-missing", origin.name(), CHECKPOINT)));
        if (!Arrays.equals(checkpoint, next.checkpoint())) {
            throw new IntegrityException(UserMessage.of("release.other-checkpoint", origin.name() + " " + CHECKPOINT));
        }
        return next;
    }

    /** The files of the new release that the copy has not, or has damaged. */
    private List<FileEntry> missing(SealedManifest next) throws IOException {
        List<FileEntry> missing = new ArrayList<>();
        for (FileEntry entry : next.manifest().files()) {
            Path file = copy.resolve(entry.path());
            boolean there = Files.isRegularFile(file)
                    && Files.size(file) == entry.bytes()
                    && FileDigest.of(file).sha256().equals(entry.sha256());
            if (!there) {
                missing.add(entry);
            }
        }
        return missing;
    }

    private static void requireSpace(CopyFolder folder, List<FileEntry> missing) throws IOException {
        long needed = 0;
        for (FileEntry entry : missing) {
            if (entry.bytes() > Long.MAX_VALUE - needed) {
                throw new IntegrityException(UserMessage.of("retract.no-space", "?", "?"));
            }
            needed += entry.bytes();
        }
        long usable = Files.getFileStore(folder.path()).getUsableSpace();
        if (needed > usable) {
            throw new EngineException(
                    UserMessage.of("retract.no-space", String.valueOf(needed), String.valueOf(usable)));
        }
    }

    /** The documents that the copy loses; empty if it is damaged, and nobody wants to know. */
    private Optional<IdSet> removed(SealedManifest own, SealedManifest next, FileFetcher fetcher, CopyFolder folder)
            throws IOException {
        try {
            return Optional.of(IdSet.of(
                    RemovedDocuments.between(copy, own.manifest(), next.manifest(), folder.path(), entry -> {
                        boolean staged = Files.exists(fetcher.fetched(entry));
                        return staged ? entry.sha256().hex() : "../" + entry.path();
                    })));
        } catch (IntegrityException e) {
            if (options.attest().isPresent()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private SyncReport finish(CopyFolder folder) throws IOException {
        SyncState state = folder.state().orElseThrow();
        SealedManifest own = SealedManifest.read(copy);
        List<Finding> findings = ReleaseVerifier.checkFiles(copy, options.threads()).stream()
                .filter(finding -> !finding.message().key().equals(UNFINISHED))
                .toList();
        Optional<Attestation> attestation = Optional.empty();
        if (findings.isEmpty() && options.attest().isPresent()) {
            SyncOptions.Signatory signatory = options.attest().get();
            IdSet removed = state.removed()
                    .orElseThrow(
                            () -> new IntegrityException(UserMessage.of("retract.not-attestable", copy.toString())));
            attestation = Optional.of(Attestation.sign(
                    new Attestation.Statement(
                            state.before(),
                            state.after(),
                            removed,
                            options.clock().instant().getEpochSecond(),
                            signatory.holder(),
                            UnlistedFiles.chain(copy, state.before(), own)),
                    signatory.key()));
            DurableFiles.write(
                    signatory.file().toAbsolutePath(), attestation.get().bytes());
        }
        pace.step().run();
        if (findings.isEmpty()) {
            folder.discard();
        }
        return new SyncReport(
                state.before(),
                state.after(),
                state.removed(),
                filesFetched,
                bytesFetched,
                filesDeleted,
                findings,
                attestation);
    }
}
