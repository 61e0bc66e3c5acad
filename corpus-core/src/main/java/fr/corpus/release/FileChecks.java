package fr.corpus.release;

import fr.corpus.hash.FileDigest;
import fr.corpus.parallel.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares the files of a release with those that its manifest lists: names, sizes, digests. Confined to one thread. */
final class FileChecks {

    private final Path release;
    private final Manifest manifest;
    private final Findings findings;

    FileChecks(Path release, Manifest manifest, Findings findings) {
        this.release = release;
        this.manifest = manifest;
        this.findings = findings;
    }

    /**
     * Checks all files.
     *
     * @param present what is in the directory
     * @return number of files hashed
     */
    int run(Set<String> present, int threads) throws IOException {
        Map<String, FileEntry> promised = new TreeMap<>();
        for (FileEntry entry : manifest.files()) {
            if (promised.put(entry.path(), entry) != null || ReleaseFiles.isUnlisted(entry.path())) {
                findings.add(ReleaseFiles.MANIFEST, 0, "listed-twice", entry.path());
            }
        }
        boolean unfinishedSync = false;
        for (String file : present) {
            if (file.startsWith(SyncMarker.DIRECTORY + "/")) {
                unfinishedSync = true;
            } else if (!promised.containsKey(file) && !ReleaseFiles.isUnlisted(file)) {
                findings.add(file, 0, "extra-file", file);
            }
        }
        if (unfinishedSync) {
            findings.add(SyncMarker.DIRECTORY, 0, "sync-unfinished", release.toString());
        }
        List<FileEntry> there = new ArrayList<>();
        for (FileEntry entry : promised.values()) {
            if (!present.contains(entry.path())) {
                findings.add(entry.path(), 0, "missing-file", entry.path());
            } else {
                there.add(entry);
            }
        }
        for (Manifest.Share share : manifest.statistics().licenses()) {
            String text = ReleaseFiles.license(share.name());
            if (!share.name().isEmpty() && !promised.containsKey(text)) {
                findings.add(text, 0, "license-text", text, share.name());
            }
        }
        Workers.<IOException>each(threads, "digests", there.size(), () -> file -> checkFile(there.get(file)));
        return there.size();
    }

    private void checkFile(FileEntry entry) throws IOException {
        Path path = release.resolve(entry.path());
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            findings.add(entry.path(), 0, "not-a-file", entry.path());
            return;
        }
        FileDigest found = FileDigest.of(path);
        if (found.bytes() != entry.bytes()) {
            findings.add(entry.path(), 0, "size", entry.path(), entry.bytes(), found.bytes());
        }
        if (!found.sha256().equals(entry.sha256())) {
            findings.add(
                    entry.path(),
                    0,
                    "sha256",
                    entry.path(),
                    entry.sha256().hex(),
                    found.sha256().hex());
        }
    }
}
