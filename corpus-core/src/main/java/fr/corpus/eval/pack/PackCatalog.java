package fr.corpus.eval.pack;

import fr.corpus.error.Nearest;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The packs that the library carries, or knows how to read from an official file, and packs in folders. Immutable.
 */
public final class PackCatalog {

    private static final String ROOT = "/fr/corpus/eval/packs/";
    private static final long MAX_FILE_BYTES = 1L << 30;

    private final List<StoredPack> packs;

    private PackCatalog(List<StoredPack> packs) {
        this.packs = List.copyOf(packs);
    }

    /** The catalogue of the library, packs in the order of their names. */
    public static PackCatalog load() {
        try {
            List<StoredPack> packs = new ArrayList<>();
            for (String name : new String(need("packs.txt"), StandardCharsets.UTF_8).split("\n")) {
                if (!name.isBlank()) {
                    packs.add(StoredPack.open(new Carried(name.strip())));
                }
            }
            return new PackCatalog(packs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The pack in a folder.
     *
     * @throws RecipeException if there is none, or it is wrong
     */
    public static StoredPack open(Path directory) throws IOException {
        return StoredPack.open(new OnDisk(directory));
    }

    /** All packs. */
    public List<StoredPack> packs() {
        return packs;
    }

    /**
     * The pack that a user names: {@code id@version}, {@code id} for its highest version, or the path of a folder that holds a
     * {@code pack.yaml}.
     *
     * @throws RecipeException if there is none; the message names the nearest
     */
    public StoredPack find(String reference) throws IOException {
        Optional<StoredPack> found = packs.stream()
                .filter(stored -> stored.pack().reference().equals(reference)
                        || stored.pack().id().equals(reference))
                .max(Comparator.comparing(stored -> stored.pack().version(), PackCatalog::compareVersions));
        if (found.isPresent()) {
            return found.get();
        }
        if (Files.isDirectory(Path.of(reference))) {
            return open(Path.of(reference));
        }
        List<String> known = new ArrayList<>();
        packs.forEach(stored -> known.add(stored.pack().reference()));
        packs.forEach(stored -> known.add(stored.pack().id()));
        throw new RecipeException(UserMessage.of(
                "eval.unknown-pack",
                reference,
                Nearest.to(reference, known)
                        .map(near -> UserMessage.of("eval.did-you-mean", near))
                        .orElseGet(() -> UserMessage.of("eval.see-packs"))));
    }

    private static int compareVersions(String a, String b) {
        int[] one = Arrays.stream(a.split("\\.")).mapToInt(Integer::parseInt).toArray();
        int[] other = Arrays.stream(b.split("\\.")).mapToInt(Integer::parseInt).toArray();
        return Arrays.compare(one, other);
    }

    private static byte[] need(String name) throws IOException {
        byte[] bytes = resource(name);
        if (bytes == null) {
            throw new IllegalStateException("missing from the library: " + ROOT + name);
        }
        return bytes;
    }

    private static byte @Nullable [] resource(String name) throws IOException {
        try (InputStream in = PackCatalog.class.getResourceAsStream(ROOT + name)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private record Carried(String name) implements StoredPack.Folder {
        @Override
        public byte @Nullable [] bytes(String file) throws IOException {
            return resource(name + "/" + file);
        }

        @Override
        public String name(String file) {
            return name + "/" + file;
        }
    }

    private record OnDisk(Path directory) implements StoredPack.Folder {
        @Override
        public byte @Nullable [] bytes(String file) throws IOException {
            Path path = directory.resolve(file);
            if (!Files.isRegularFile(path)) {
                return null;
            }
            if (Files.size(path) > MAX_FILE_BYTES) {
                throw new RecipeException(
                        UserMessage.of("eval.file-too-large", name(file), String.valueOf(MAX_FILE_BYTES)));
            }
            return Files.readAllBytes(path);
        }

        @Override
        public String name(String file) {
            return directory.resolve(file).toString();
        }
    }
}
