package fr.corpus.eval.pack;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pack and the place where its files are. Thread-safe. */
public final class StoredPack {

    private static final String ITEMS = "items.jsonl";
    private static final String PACK = "pack.yaml";

    private final Pack pack;
    private final Digest digest;
    private final Folder folder;

    /** The files of a pack, in the library or on disk. */
    interface Folder {
        /** The bytes of a file, or null when there is none of this name. */
        byte @Nullable [] bytes(String name) throws IOException;

        /** A file's name for messages. */
        String name(String file);
    }

    private StoredPack(Pack pack, Digest digest, Folder folder) {
        this.pack = pack;
        this.digest = digest;
        this.folder = folder;
    }

    static StoredPack open(Folder folder) throws IOException {
        byte[] yaml = folder.bytes(PACK);
        if (yaml == null) {
            throw new RecipeException(UserMessage.of("eval.no-pack-here", folder.name(PACK)));
        }
        return new StoredPack(PackReader.parse(yaml, folder.name(PACK)), Sha256.of(yaml), folder);
    }

    /** What is asked and how. */
    public Pack pack() {
        return pack;
    }

    /** SHA-256 of {@code pack.yaml}, which holds that of the items: it names the pack in reports. */
    public Digest digest() {
        return digest;
    }

    /** Whether the pack carries its items, so that no official file is needed. */
    public boolean carriesItems() {
        return pack.data().digest().isPresent();
    }

    /**
     * The items that the pack carries.
     *
     * @throws RecipeException if it carries none: the message says where to get the official file
     * @throws fr.corpus.error.IntegrityException if they are not those that {@code pack.yaml} promises
     */
    public List<PackItem> items() throws IOException {
        Digest wanted = pack.data().digest().orElseThrow(this::needsOfficialFile);
        byte[] bytes = folder.bytes(ITEMS);
        if (bytes == null) {
            throw new RecipeException(UserMessage.of("eval.pack-no-items", folder.name(ITEMS)));
        }
        ItemFile.check(bytes, wanted, folder.name(ITEMS));
        return ItemFile.parse(bytes, pack.task(), folder.name(ITEMS));
    }

    /**
     * The items, from the official files when some are given, else those that the pack carries.
     *
     * @param officialFiles the files in the order that the pack's source names them; empty for the pack's own items
     * @throws RecipeException if the files cannot be read as the pack says
     */
    public ImportedItems items(List<Path> officialFiles) throws IOException {
        if (officialFiles.isEmpty()) {
            return ImportedItems.carried(items());
        }
        PackData.OfficialFile official = pack.data()
                .official()
                .orElseThrow(() -> new RecipeException(UserMessage.of("eval.pack-takes-no-data", pack.reference())));
        ImportedItems imported = AdapterRun.read(pack, official, officialFiles);
        checkPinned(imported.items());
        return imported;
    }

    /** The items that an import pinned, against those that the file gave. */
    private void checkPinned(List<PackItem> items) throws IOException {
        byte[] pins = folder.bytes(PinFile.NAME);
        if (pins != null) {
            PinFile.check(pins, items, folder.name(PinFile.NAME));
        }
    }

    /**
     * The items from which solved examples are drawn: the given ones, or those of the file that the pack names.
     *
     * @throws RecipeException if there is no such file
     * @throws fr.corpus.error.IntegrityException if it is not the one that {@code pack.yaml} promises
     */
    public List<PackItem> examples(List<PackItem> own) throws IOException {
        String file = pack.fewShot().from();
        if (pack.fewShot().digest().isEmpty()) {
            return own;
        }
        byte[] bytes = folder.bytes(file);
        if (bytes == null) {
            throw new RecipeException(UserMessage.of("eval.pack-no-items", folder.name(file)));
        }
        ItemFile.check(bytes, pack.fewShot().digest().get(), folder.name(file));
        return ItemFile.parse(bytes, pack.task(), folder.name(file));
    }

    private RecipeException needsOfficialFile() {
        return new RecipeException(UserMessage.of("eval.pack-needs-data", pack.reference()));
    }

    /** The guide of the pack, Markdown; empty when it has none. */
    public Optional<String> guide() throws IOException {
        return text("README.md");
    }

    /** {@code expected.yaml}, the figures that baselines must get; empty when it has none. */
    public Optional<String> expected() throws IOException {
        return text("expected.yaml");
    }

    /** The bytes of {@code pack.yaml}. */
    byte[] yaml() throws IOException {
        byte[] bytes = folder.bytes(PACK);
        if (bytes == null) {
            throw new RecipeException(UserMessage.of("eval.no-pack-here", folder.name(PACK)));
        }
        return bytes;
    }

    private Optional<String> text(String file) throws IOException {
        byte[] bytes = folder.bytes(file);
        return bytes == null ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
}
