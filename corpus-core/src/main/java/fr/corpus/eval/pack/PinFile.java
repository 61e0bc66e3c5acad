package fr.corpus.eval.pack;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.JsonLines;
import fr.corpus.hash.CanonicalJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code pins.jsonl}: id and digest of each item of a set whose texts may not be written. Thread-safe. */
final class PinFile {

    static final String NAME = "pins.jsonl";

    private PinFile() {}

    static byte[] write(List<PackItem> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (PackItem item : items) {
            out.writeBytes(CanonicalJson.of(pin(item)));
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static Map<String, String> pin(PackItem item) {
        return Map.of("id", item.id(), "sha256", item.digest().hex());
    }

    /** Refuses items other than those pinned. */
    static void check(byte[] pins, List<PackItem> items, String file) {
        List<Object> wanted = new ArrayList<>();
        try {
            JsonLines.read(new ByteArrayInputStream(pins), file, (line, value) -> {
                int at = wanted.size();
                Map<String, String> found = at < items.size() ? pin(items.get(at)) : Map.of();
                if (!found.equals(value)) {
                    throw new IntegrityException(UserMessage.of(
                            "eval.pack-item-changed", file + ":" + line, String.valueOf(value), found.toString()));
                }
                wanted.add(found);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (wanted.size() != items.size()) {
            throw new IntegrityException(UserMessage.of(
                    "eval.pack-item-count", file, String.valueOf(wanted.size()), String.valueOf(items.size())));
        }
    }
}
