package fr.corpus.eval.pack;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an import made. Immutable.
 *
 * @param directory the new pack
 * @param imported items and official files
 * @param withTexts whether the texts were written; else ids and digests only
 */
public record PackImport(Path directory, ImportedItems imported, boolean withTexts) {

    private static final String DATA_KEY = "\ndata:\n";

    /**
     * Makes a pack in a new folder from official files. Texts of a set that may not be redistributed are not written: the folder then
     * holds {@code pins.jsonl}, and the official file is given again with each use.
     *
     * @param directory must not exist, or be empty
     * @throws RecipeException if the folder holds something, or the files cannot be read as the pack says
     */
    public static PackImport make(StoredPack stored, List<Path> officialFiles, Path directory) throws IOException {
        refuseFull(directory);
        ImportedItems imported = stored.items(officialFiles);
        boolean texts = stored.pack().ledger().redistribution().allowsTexts();
        Files.createDirectories(directory);
        String yaml = new String(stored.yaml(), StandardCharsets.UTF_8);
        if (texts) {
            byte[] items = ItemFile.write(imported.items());
            write(directory.resolve("items.jsonl"), items);
            yaml = carrying(yaml, stored.pack(), imported, Sha256.of(items).hex());
        } else {
            write(directory.resolve(PinFile.NAME), PinFile.write(imported.items()));
        }
        write(directory.resolve("import.json"), record(stored.pack(), imported, texts));
        write(directory.resolve("pack.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
        return new PackImport(directory, imported, texts);
    }

    private static void refuseFull(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                if (files.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw new RecipeException(UserMessage.of("eval.import-not-empty", directory.toString()));
    }

    /** {@code data} is the last key of every pack of the library; the adapter has done its work and goes. */
    private static String carrying(String yaml, Pack pack, ImportedItems imported, String sha256) {
        int data = yaml.lastIndexOf(DATA_KEY);
        if (data < 0) {
            throw new RecipeException(UserMessage.of("eval.import-data-last", pack.reference()));
        }
        StringBuilder text = new StringBuilder(yaml.substring(0, data)).append(DATA_KEY);
        text.append("  items: ").append(imported.items().size()).append('\n');
        text.append("  sha256: ").append(sha256).append('\n');
        return text.append("  source: ")
                .append(new String(
                        CanonicalJson.of(Map.of(
                                "en", pack.data().source().en(),
                                "fr", pack.data().source().fr())),
                        StandardCharsets.UTF_8))
                .append('\n')
                .toString();
    }

    private static byte[] record(Pack pack, ImportedItems imported, boolean texts) {
        Map<String, Object> json = new TreeMap<>();
        json.put("pack", pack.reference());
        json.put("items", imported.items().size());
        json.put("texts", texts);
        json.put("digest", imported.known().word());
        json.put(
                "files",
                imported.files().stream()
                        .map(file -> Map.of(
                                "name", file.name(),
                                "bytes", file.bytes(),
                                "sha256", file.digest().hex()))
                        .toList());
        return CanonicalJson.of(json);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
