package fr.corpus.release;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory where a release is to stand. What is already there is never replaced: a directory that is not a release may
 * be anybody's, and a published release does not change.
 */
public final class ReleaseTarget {

    private ReleaseTarget() {}

    /**
     * Looks at a target before the work begins.
     *
     * @param out directory of the release
     * @param recipe digest of the resolved recipe as canonical JSON
     * @return the release of the same recipe that stands there, if any; then {@link #publish} accepts the same bytes only
     * @throws EngineException if something else stands there
     * @throws IOException if it cannot be read
     */
    public static Optional<Manifest> check(Path out, Digest recipe) throws IOException {
        if (isFree(out)) {
            return Optional.empty();
        }
        Path manifestPath = out.resolve(ReleaseFiles.MANIFEST);
        if (!Files.isRegularFile(manifestPath)) {
            throw new EngineException(UserMessage.of("release.target-not-a-release", out.toString()));
        }
        Manifest manifest;
        try {
            manifest = ManifestJson.parse(Files.readAllBytes(manifestPath));
        } catch (IllegalArgumentException e) {
            throw new EngineException(UserMessage.of("release.target-not-a-release", out.toString()), e);
        }
        if (!manifest.identity().recipeDigest().equals(recipe)) {
            throw new EngineException(UserMessage.of(
                    "release.target-other-recipe",
                    out.toString(),
                    manifest.identity().name()));
        }
        return Optional.of(manifest);
    }

    private static boolean isFree(Path out) throws IOException {
        if (!Files.exists(out)) {
            return true;
        }
        if (!Files.isDirectory(out)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(out)) {
            return entries.findAny().isEmpty();
        }
    }

    /**
     * Looks once more, before something is done that cannot be undone: whether {@link #publish} would find its place.
     *
     * @throws IntegrityException if another release stands there
     * @throws EngineException if something else stands there
     */
    public static void verifyFree(Path release, Path out) throws IOException {
        if (!isFree(out)) {
            requireSame(release, out);
        }
    }

    /**
     * Gives a finished release its name, at once: whoever looks sees nothing or all of it. Does nothing where the same
     * release, byte for byte by its manifest, already stands.
     *
     * @param release what {@link ReleaseWriter#finish} completed
     * @param out directory of the release, absent or empty
     * @throws IntegrityException if another release stands there
     * @throws EngineException if something else stands there, or it is on another file system
     * @throws IOException if it cannot be moved
     */
    public static void publish(Path release, Path out) throws IOException {
        if (!isFree(out)) {
            requireSame(release, out);
            return;
        }
        Path parent = out.toAbsolutePath().normalize().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.move(release, out, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new EngineException(
                    UserMessage.of("release.target-other-file-system", release.toString(), out.toString()), e);
        }
        if (parent != null) {
            DurableFiles.forceDirectory(parent);
        }
    }

    private static void requireSame(Path release, Path out) throws IOException {
        byte[] ours = Files.readAllBytes(release.resolve(ReleaseFiles.MANIFEST));
        byte[] theirs;
        try {
            theirs = Files.readAllBytes(out.resolve(ReleaseFiles.MANIFEST));
        } catch (NoSuchFileException e) {
            throw new EngineException(UserMessage.of("release.target-not-a-release", out.toString()), e);
        }
        if (!Arrays.equals(ours, theirs)) {
            throw new IntegrityException(
                    UserMessage.of("release.target-differs", out.toString(), root(theirs), root(ours)));
        }
    }

    private static String root(byte[] manifest) {
        try {
            return ManifestJson.parse(manifest).roots().data().hex();
        } catch (IllegalArgumentException e) {
            return "?";
        }
    }
}
