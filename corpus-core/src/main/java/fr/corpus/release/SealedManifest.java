package fr.corpus.release;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A manifest with the bytes of its file, by whose digest a release is known. May come from a stranger. Immutable.
 *
 * @param manifest what it says
 * @param digest SHA-256 of its file
 * @param bytes its file, not copied
 */
public record SealedManifest(Manifest manifest, Digest digest, byte[] bytes) {

    /** Longest manifest read, in bytes: about 300,000 files. */
    public static final int MAX_BYTES = 64 << 20;

    private static final int MAX_PATH = 200;

    /** Names that no file system takes for anything else; none begins with a dot. */
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*(/[A-Za-z0-9][A-Za-z0-9._+-]*){0,2}");

    /**
     * Reads a manifest.
     *
     * @param place what it is called in messages
     * @throws IntegrityException if it is not one in its only form, or names a file that a release cannot have
     */
    public static SealedManifest parse(byte[] bytes, String place) {
        Manifest manifest;
        try {
            manifest = ManifestJson.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw new IntegrityException(UserMessage.of("release.bad-manifest", place, JsonNode.place(e)), e);
        }
        if (!Arrays.equals(ManifestJson.write(manifest), bytes)) {
            throw new IntegrityException(UserMessage.of("release.check.manifest-form", place));
        }
        Set<String> names = new HashSet<>();
        for (FileEntry entry : manifest.files()) {
            String path = entry.path();
            boolean safe = path.length() <= MAX_PATH && PATH.matcher(path).matches() && entry.bytes() >= 0;
            if (!safe || ReleaseFiles.isUnlisted(path) || !names.add(path.toLowerCase(Locale.ROOT))) {
                throw new IntegrityException(UserMessage.of("release.unsafe-path", place, printable(path)));
            }
        }
        return new SealedManifest(manifest, Sha256.of(bytes), bytes);
    }

    private static String printable(String path) {
        return path.substring(0, Math.min(path.length(), MAX_PATH)).replaceAll("[^ -~]", "?");
    }

    /**
     * Reads the manifest of a release on disk.
     *
     * @throws EngineException if there is no release
     * @throws IntegrityException if its manifest is not one
     */
    public static SealedManifest read(Path release) throws IOException {
        Path file = release.resolve(ReleaseFiles.MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new EngineException(UserMessage.of("release.none", release.toString()));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in.readNBytes(MAX_BYTES), file.toString());
        }
    }

    /** The bytes of the release’s checkpoint. */
    public byte[] checkpoint() {
        return ReleaseCheckpoint.of(manifest, digest).toBytes();
    }

    /** Whether this release takes the place of another, at once or over others between. */
    public boolean supersedes(Digest other) {
        return manifest.identity().supersedes().stream()
                .anyMatch(release -> release.manifest().equals(other));
    }
}
