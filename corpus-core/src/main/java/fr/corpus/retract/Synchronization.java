package fr.corpus.retract;

import fr.corpus.error.CorpusException;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.FileDigest;
import fr.corpus.release.DurableFiles;
import fr.corpus.release.FileEntry;
import fr.corpus.release.Finding;
import fr.corpus.release.ReleaseVerifier;
import fr.corpus.release.RemovedDocuments;
import fr.corpus.release.SealedManifest;
import fr.corpus.release.SyncMarker;
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
import java.util.stream.Stream;

/**
 * Brings a copy of a release to the release that takes its place, or makes a first copy where there is none. Files that both have
 * stay as they are; the others are fetched beside them, and only when all are there with their digests are they exchanged, the
 * manifest last. Whatever happens in between, the copy is the old release, or is said to be neither, or is the new one; the next
 * run goes on. Used once.
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
     * @param copy directory of the copy; a first copy is made in one that is missing or empty
     * @param from directory, or http or https address, of the release that takes its place, or that is to be copied
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
     * Brings the copy up to date, or makes it. On return it is on the disk. What an earlier run began to exchange is finished
     * first, without asking the origin.
     *
     * @throws EngineException if the origin has no release or fails, the copy is some other directory, another run has it, or an
     *     attestation of deletion is asked for a first copy
     * @throws IntegrityException if the origin’s release does not take the place of the copy’s, or is not what it says
     * @throws IOException if the copy cannot be read or written
     */
    public SyncReport run() throws IOException {
        Optional<SealedManifest> own = own();
        if (own.isEmpty() && options.attest().isPresent()) {
            throw new EngineException(UserMessage.of("retract.nothing-deleted", copy.toString()));
        }
        try (CopyFolder folder = CopyFolder.open(copy)) {
            if (folder.state().isEmpty()) {
                Optional<Attestation> given = own.isPresent() ? given(own.get()) : Optional.empty();
                if (given.isPresent() || !prepare(own, folder)) {
                    folder.discard();
                    Digest current = own.orElseThrow().digest();
                    return new SyncReport(Optional.of(current), current, Optional.empty(), 0, 0, 0, List.of(), given);
                }
            }
            SyncState state = folder.state().orElseThrow();
            boolean isNew = own.isPresent() && own.get().digest().equals(state.after());
            if (!isNew || folder.isExchanging()) {
                List<FileEntry> before =
                        own.map(release -> release.manifest().files()).orElse(List.of());
                filesDeleted = new Exchange(copy, folder, pace.step()).run(before);
            }
            return finish(folder, state);
        }
    }

    /**
     * The release that the copy is; empty if a first one is to be made, or is being made.
     *
     * @throws EngineException if something else stands there
     */
    private Optional<SealedManifest> own() throws IOException {
        if (Files.exists(copy.resolve(MANIFEST))) {
            return Optional.of(SealedManifest.read(copy));
        }
        if (!Files.exists(copy) || Files.exists(SyncMarker.exchanging(copy))) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(copy)) {
            if (files.anyMatch(file -> !file.endsWith(SyncMarker.DIRECTORY))) {
                throw new EngineException(UserMessage.of("retract.not-a-copy", copy.toString()));
            }
        }
        return Optional.empty();
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

    /** Fetches everything; false if the copy is up to date. */
    private boolean prepare(Optional<SealedManifest> own, CopyFolder folder) throws IOException {
        FileFetcher fetcher = new FileFetcher(origin, folder.path(), pace.firstPauseMillis());
        SealedManifest next = there(fetcher);
        UnlistedFiles unlisted;
        if (own.isPresent()) {
            Digest before = own.get().digest();
            if (next.digest().equals(before)) {
                return false;
            }
            requireSuccessor(own.get(), next);
            requireCheckpoint(next, fetcher);
            unlisted = UnlistedFiles.fetch(fetcher, before, next, origin.name());
            unlisted.chain().verify(before, next.digest());
            options.policy().ifPresent(policy -> unlisted.chain().entries().forEach(entry -> entry.verify(policy)));
            unlisted.writeNotice(copy, before);
        } else {
            requireCheckpoint(next, fetcher);
            unlisted = UnlistedFiles.fetchAll(fetcher, next);
            if (options.policy().isPresent()) {
                unlisted.verifyPublished(next, options.policy().get(), origin.name());
            }
        }
        fetch(next, fetcher, folder);
        Optional<IdSet> removed = own.isPresent() ? removed(own.get(), next, fetcher, folder) : Optional.empty();
        if (removed.isPresent() && !unlisted.chain().accountsFor(removed.get())) {
            throw new IntegrityException(UserMessage.of(
                    "retract.other-documents",
                    origin.name(),
                    String.valueOf(removed.get().count())));
        }
        unlisted.stage(folder);
        pace.step().run();
        folder.beginExchange(next, new SyncState(own.map(SealedManifest::digest), next.digest(), removed));
        pace.step().run();
        return true;
    }

    private void fetch(SealedManifest next, FileFetcher fetcher, CopyFolder folder) throws IOException {
        List<FileEntry> missing = missing(next);
        requireSpace(folder, missing);
        for (FileEntry entry : missing) {
            fetcher.fetch(entry);
            listener.fetched(entry.path(), entry.bytes(), ++filesFetched, missing.size());
            pace.step().run();
        }
        bytesFetched = fetcher.bytesFetched();
    }

    /** The release at the origin. */
    private SealedManifest there(FileFetcher fetcher) throws IOException {
        byte[] bytes = fetcher.small(MANIFEST, SealedManifest.MAX_BYTES)
                .orElseThrow(() -> new EngineException(UserMessage.of("retract.no-release-there", origin.name())));
        return SealedManifest.parse(bytes, origin.name() + " " + MANIFEST);
    }

    /** Refuses a release that does not take the place of the copy’s. */
    private void requireSuccessor(SealedManifest own, SealedManifest next) {
        if (!next.supersedes(own.digest())) {
            String key = own.supersedes(next.digest()) ? "retract.copy-is-newer" : "retract.another-release";
            throw new EngineException(UserMessage.of(
                    key,
                    copy.toString(),
                    origin.name(),
                    own.digest().hex(),
                    next.digest().hex()));
        }
    }

    private void requireCheckpoint(SealedManifest next, FileFetcher fetcher) throws IOException {
        byte[] checkpoint = fetcher.small(CHECKPOINT, MAX_CHECKPOINT)
                .orElseThrow(
                        () -> new EngineException(UserMessage.of("retract.file-missing", origin.name(), CHECKPOINT)));
        if (!Arrays.equals(checkpoint, next.checkpoint())) {
            throw new IntegrityException(UserMessage.of("release.other-checkpoint", origin.name() + " " + CHECKPOINT));
        }
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

    private SyncReport finish(CopyFolder folder, SyncState state) throws IOException {
        SealedManifest own = SealedManifest.read(copy);
        List<Finding> findings = ReleaseVerifier.checkFiles(copy, options.threads()).stream()
                .filter(finding -> !finding.message().key().equals(UNFINISHED))
                .toList();
        Optional<Attestation> attestation = Optional.empty();
        if (findings.isEmpty() && options.attest().isPresent()) {
            SyncOptions.Signatory signatory = options.attest().get();
            Digest before = state.before()
                    .orElseThrow(() -> new EngineException(UserMessage.of("retract.nothing-deleted", copy.toString())));
            IdSet removed = state.removed()
                    .orElseThrow(
                            () -> new IntegrityException(UserMessage.of("retract.not-attestable", copy.toString())));
            attestation = Optional.of(Attestation.sign(
                    new Attestation.Statement(
                            before,
                            state.after(),
                            removed,
                            options.clock().instant().getEpochSecond(),
                            signatory.holder(),
                            UnlistedFiles.chain(copy, before, own)),
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
