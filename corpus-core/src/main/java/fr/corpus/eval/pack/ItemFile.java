package fr.corpus.eval.pack;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.JsonLines;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code items.jsonl}: one item a line, canonical JSON, each line ended by LF. Thread-safe. */
final class ItemFile {

    private ItemFile() {}

    /** The bytes of the file. */
    static byte[] write(List<PackItem> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (PackItem item : items) {
            out.writeBytes(CanonicalJson.of(ItemJson.of(item)));
            out.write('\n');
        }
        return out.toByteArray();
    }

    /**
     * The items of a file.
     *
     * @throws fr.corpus.error.RecipeException if a line is no item of the task, or an id comes twice
     */
    static List<PackItem> parse(byte[] bytes, Task task, String file) {
        List<PackItem> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try {
            JsonLines.read(new ByteArrayInputStream(bytes), file, (line, value) -> {
                PackItem item;
                try {
                    item = ItemJson.parse(value, task);
                } catch (ItemFault e) {
                    throw new PackPlace(file, line).fail("pack-bad-item", e.detail());
                }
                if (!ids.add(item.id())) {
                    throw new PackPlace(file, line).fail("pack-item-twice", item.id());
                }
                items.add(item);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return items;
    }

    /** Refuses bytes other than those that were promised. */
    static void check(byte[] bytes, Digest wanted, String file) {
        Digest found = Sha256.of(bytes);
        if (!found.equals(wanted)) {
            throw new IntegrityException(UserMessage.of("eval.pack-digest", file, wanted.hex(), found.hex()));
        }
    }
}
