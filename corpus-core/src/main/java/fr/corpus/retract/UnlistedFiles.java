package fr.corpus.retract;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.release.DurableFiles;
import fr.corpus.release.RetractionNotice;
import fr.corpus.release.SealedManifest;
import fr.corpus.release.Superseded;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseEntry;
import fr.corpus.releaselog.ReleaseLogEntry;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.TlogProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a release that its manifest does not list, since they speak of it: the entry by which it was published, and the
 * retractions of the releases that it takes the place of. Immutable.
 *
 * @param files bytes by path
 * @param chain the retractions from the copy’s release to this one
 */
record UnlistedFiles(Map<String, byte[]> files, RetractionChain chain) {

    /**
     * Gets them from an origin.
     *
     * @throws IntegrityException if a retraction between the copy’s release and this one is missing
     */
    static UnlistedFiles fetch(FileFetcher fetcher, Digest own, SealedManifest next, String origin) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        fetchPair(fetcher, LoggedEntry.RELEASE, files);
        List<LoggedEntry> entries = new ArrayList<>();
        boolean between = true;
        for (Superseded earlier : next.manifest().identity().supersedes()) {
            Optional<LoggedEntry> entry = fetchPair(fetcher, RetractionNotice.name(earlier.manifest()), files);
            if (between) {
                entries.add(entry.orElseThrow(() -> new IntegrityException(UserMessage.of(
                        "retract.no-retraction", origin, earlier.manifest().hex()))));
            }
            between &= !earlier.manifest().equals(own);
        }
        Collections.reverse(entries);
        return new UnlistedFiles(files, new RetractionChain(entries));
    }

    /** Gets those that are there, for a first copy; the retraction of the release itself too, which makes the copy stale. */
    static UnlistedFiles fetchAll(FileFetcher fetcher, SealedManifest next) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : names(next)) {
            fetchPair(fetcher, name, files);
        }
        return new UnlistedFiles(files, new RetractionChain(List.of()));
    }

    /** What may speak of a release and of those that it takes the place of. */
    private static List<String> names(SealedManifest release) {
        List<String> names = new ArrayList<>(List.of(LoggedEntry.RELEASE, RetractionNotice.name(release.digest())));
        release.manifest()
                .identity()
                .supersedes()
                .forEach(earlier -> names.add(RetractionNotice.name(earlier.manifest())));
        return names;
    }

    /**
     * Requires that the release was published in a log that the policy accepts.
     *
     * @throws IntegrityException if it was not
     */
    void verifyPublished(SealedManifest release, TlogPolicy policy, String origin) {
        byte[] entry = files.get(LoggedEntry.RELEASE + LoggedEntry.ENTRY);
        byte[] proof = files.get(LoggedEntry.RELEASE + LoggedEntry.PROOF);
        if (entry == null || proof == null) {
            throw new IntegrityException(UserMessage.of("retract.not-published", origin));
        }
        LoggedEntry logged = LoggedEntry.parse(entry, proof);
        if (!(logged.entry() instanceof ReleaseEntry published)
                || !published.manifest().equals(release.digest())) {
            throw new IntegrityException(UserMessage.of("retract.not-published", origin));
        }
        logged.verify(policy);
    }

    private static Optional<LoggedEntry> fetchPair(FileFetcher fetcher, String name, Map<String, byte[]> files)
            throws IOException {
        Optional<byte[]> entry = fetcher.small(name + LoggedEntry.ENTRY, ReleaseLogEntry.MAX_BYTES);
        Optional<byte[]> proof = fetcher.small(name + LoggedEntry.PROOF, TlogProof.MAX_BYTES);
        if (entry.isEmpty() || proof.isEmpty()) {
            return Optional.empty();
        }
        LoggedEntry logged = LoggedEntry.parse(entry.get(), proof.get());
        files.put(name + LoggedEntry.ENTRY, entry.get());
        files.put(name + LoggedEntry.PROOF, proof.get());
        return Optional.of(logged);
    }

    /** The retractions from a release to the one that stands in a directory. */
    static RetractionChain chain(Path release, Digest before, SealedManifest own) throws IOException {
        List<LoggedEntry> entries = new ArrayList<>();
        for (Superseded earlier : own.manifest().identity().supersedes()) {
            entries.add(RetractionNotice.read(release, earlier.manifest())
                    .orElseThrow(() -> new IntegrityException(UserMessage.of(
                            "retract.no-retraction",
                            release.toString(),
                            earlier.manifest().hex()))));
            if (earlier.manifest().equals(before)) {
                break;
            }
        }
        Collections.reverse(entries);
        RetractionChain chain = new RetractionChain(entries);
        chain.verify(before, own.digest());
        return chain;
    }

    /** Tells whoever reads the copy from now on that it is stale. */
    void writeNotice(Path copy, Digest own) throws IOException {
        String name = RetractionNotice.name(own);
        for (String extension : List.of(LoggedEntry.ENTRY, LoggedEntry.PROOF)) {
            write(copy.resolve(name + extension), files.get(name + extension));
        }
    }

    /** Keeps them until the exchange. */
    void stage(CopyFolder folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(folder.unlisted(file.getKey()), file.getValue());
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        DurableFiles.write(file, bytes);
    }

    /** Exchanges them; the entry by which the old release was published goes in any case. */
    static void place(CopyFolder folder, Path copy, SealedManifest next) throws IOException {
        for (String name : names(next)) {
            for (String extension : List.of(LoggedEntry.ENTRY, LoggedEntry.PROOF)) {
                Path staged = folder.unlisted(name + extension);
                if (Files.isRegularFile(staged)) {
                    write(copy.resolve(name + extension), Files.readAllBytes(staged));
                } else if (name.equals(LoggedEntry.RELEASE)) {
                    Files.deleteIfExists(copy.resolve(name + extension));
                }
            }
        }
    }
}
