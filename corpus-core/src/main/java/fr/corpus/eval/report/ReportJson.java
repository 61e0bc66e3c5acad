package fr.corpus.eval.report;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.JsonBytes;
import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads, writes and compares the JSON of reports (docs/formats/eval-report.md). Thread-safe. */
public final class ReportJson {

    private static final long MAX_BYTES = 1L << 30;
    private static final int MOST = 20;
    private static final int SHOWN = 80;

    private ReportJson() {}

    /**
     * The bytes of a file.
     *
     * @throws RecipeException if there is no such file, or it is larger than any report
     */
    public static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RecipeException(UserMessage.of("eval.no-such-file", file.toString()));
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new RecipeException(
                    UserMessage.of("eval.file-too-large", file.toString(), String.valueOf(MAX_BYTES)));
        }
        return Files.readAllBytes(file);
    }

    /**
     * The object in some bytes; empty for a value that is no object.
     *
     * @param bytes UTF-8; changed where a lone surrogate stands
     * @param file where they are from
     * @throws RecipeException if they are not JSON
     */
    public static Map<String, @Nullable Object> parse(byte[] bytes, Path file) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (JsonBytes.parse(bytes, file.toString()) instanceof Map<?, ?> found) {
            found.forEach((key, one) -> map.put(String.valueOf(key), one));
        }
        return map;
    }

    /** Writes a file, which appears when it is whole. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * A file that a report names: as named, else from the folder of the report, else in it.
     *
     * @throws RecipeException if it is no name of a file
     */
    public static Path near(Path report, String name) {
        Path named;
        try {
            named = Path.of(name);
        } catch (InvalidPathException e) {
            throw new RecipeException(UserMessage.of("eval.report-none", report.toString()), e);
        }
        Path last = named.getFileName();
        return Stream.of(named, report.resolveSibling(named), report.resolveSibling(last == null ? named : last))
                .filter(Files::exists)
                .findFirst()
                .orElse(named);
    }

    /** The JSON file beside a page. */
    public static Path beside(Path page) {
        String name = String.valueOf(page.getFileName());
        int dot = name.lastIndexOf('.');
        return page.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".json");
    }

    /** Where two reports differ, as {@code path: told ≠ computed}, not all of it; what was asked is left out. */
    public static List<String> differences(Map<String, @Nullable Object> told, Map<String, @Nullable Object> computed) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>(told);
        Map<String, @Nullable Object> other = new LinkedHashMap<>(computed);
        one.remove("request");
        other.remove("request");
        List<String> differences = new ArrayList<>();
        compare("", one, other, differences);
        return differences;
    }

    private static void compare(String place, @Nullable Object told, @Nullable Object computed, List<String> into) {
        if (into.size() >= MOST) {
            return;
        }
        if (told instanceof Map<?, ?> one && computed instanceof Map<?, ?> other) {
            TreeSet<String> keys = new TreeSet<>();
            one.keySet().forEach(key -> keys.add(String.valueOf(key)));
            other.keySet().forEach(key -> keys.add(String.valueOf(key)));
            keys.forEach(key -> compare(place + "/" + key, one.get(key), other.get(key), into));
        } else if (told instanceof List<?> one && computed instanceof List<?> other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(place + "/" + i, one.get(i), other.get(i), into);
            }
        } else if (!Arrays.equals(CanonicalJson.of(told), CanonicalJson.of(computed))) {
            into.add(place + ": " + shown(told) + " ≠ " + shown(computed));
        }
    }

    private static String shown(@Nullable Object value) {
        String text = new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
    }
}
