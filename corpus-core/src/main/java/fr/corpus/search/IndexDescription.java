package fr.corpus.search;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.internal.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an index says of itself: {@code index.json}. Immutable. Format: {@code docs/formats/release-index.md}.
 *
 * @param words version of the words
 * @param manifest digest of the manifest of the release that it was made from
 * @param documents number of documents
 * @param runs checksum of the filter of word sequences
 * @param files sizes in bytes of all other files, by path
 */
record IndexDescription(String words, Digest manifest, long documents, long runs, Map<String, Long> files) {

    /** The format that this version writes, and the only one it reads. */
    static final String FORMAT = "corpus-index@1";

    IndexDescription {
        files = new TreeMap<>(files);
    }

    byte[] json() {
        List<Map<String, Object>> listed = new ArrayList<>();
        files.forEach((path, bytes) -> listed.add(new TreeMap<>(Map.of("path", path, "bytes", bytes))));
        Map<String, Object> json = new TreeMap<>();
        json.put("format", FORMAT);
        json.put("words", words);
        json.put("manifest", manifest.hex());
        json.put("documents", documents);
        json.put("runs", runs);
        json.put("files", listed);
        return CanonicalJson.of(json);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    static IndexDescription parse(byte[] utf8) {
        Map<?, ?> json = map(JsonTree.parse(utf8));
        if (!FORMAT.equals(json.get("format"))) {
            throw new IllegalArgumentException("format: expected " + FORMAT + ", found " + json.get("format"));
        }
        Map<String, Long> files = new TreeMap<>();
        for (Object each : field(json, "files", List.class)) {
            Map<?, ?> file = map(each);
            String path = field(file, "path", String.class);
            if (path.startsWith("/") || path.contains("..") || path.contains("\\")) {
                throw new IllegalArgumentException("files: not a path inside the index: " + path);
            }
            files.put(path, field(file, "bytes", Long.class));
        }
        return new IndexDescription(
                field(json, "words", String.class),
                Digest.parse(field(json, "manifest", String.class)),
                field(json, "documents", Long.class),
                field(json, "runs", Long.class),
                files);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("expected an object");
    }

    private static <T> T field(Map<?, ?> json, String name, Class<T> type) {
        Object value = json.get(name);
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new IllegalArgumentException(name + ": expected " + type.getSimpleName());
    }
}
