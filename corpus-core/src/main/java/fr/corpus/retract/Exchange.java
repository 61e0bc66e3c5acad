package fr.corpus.retract;

import fr.corpus.release.DurableFiles;
import fr.corpus.release.FileEntry;
import fr.corpus.release.SealedManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts what was fetched in its place. May be cut short and run again any number of times. */
record Exchange(Path copy, CopyFolder folder, Runnable step) {

    /**
     * Exchanges the files, the manifest last.
     *
     * @param before the files of the release that the copy was
     * @return how many files were deleted that the new release has not
     */
    int run(List<FileEntry> before) throws IOException {
        folder.markExchanging();
        SealedManifest next = folder.next();
        Set<String> paths = new HashSet<>();
        for (FileEntry entry : next.manifest().files()) {
            paths.add(entry.path());
            Path staged = folder.path().resolve(entry.sha256().hex());
            if (Files.isRegularFile(staged)) {
                CopyFiles.place(staged, copy.resolve(entry.path()));
                step.run();
            }
        }
        int deleted = 0;
        for (FileEntry entry : before) {
            if (!paths.contains(entry.path()) && Files.deleteIfExists(copy.resolve(entry.path()))) {
                DurableFiles.forceDirectory(copy.resolve(entry.path()).getParent());
                deleted++;
                step.run();
            }
        }
        UnlistedFiles.place(folder, copy, next);
        step.run();
        DurableFiles.write(copy.resolve("checkpoint"), next.checkpoint());
        step.run();
        DurableFiles.write(copy.resolve("manifest.json"), next.bytes());
        step.run();
        folder.endExchange();
        step.run();
        return deleted;
    }
}
