package fr.corpus.eval.score;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.JsonBytes;
import fr.corpus.internal.io.CorruptInputException;
import fr.corpus.internal.io.FileInput;
import fr.corpus.internal.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that hold one JSON value over many lines, whatever their name says. Thread-safe. */
final class WholeJson {

    private static final int MAX_BYTES = 512 << 20;
    private static final int FIRST_BYTES = 1 << 16;

    private WholeJson() {}

    /**
     * The list or object that a file holds, when its first line is only the beginning of it; empty when it is JSON lines, or none at
     * all.
     *
     * @throws fr.corpus.error.RecipeException if it begins as a list and is none
     */
    static Optional<Object> of(Path file) throws IOException {
        byte[] first;
        try (InputStream in = FileInput.open(file)) {
            first = in.readNBytes(FIRST_BYTES);
        }
        int start = 0;
        while (start < first.length && isBlank(first[start])) {
            start++;
        }
        int end = start;
        while (end < first.length && first[end] != '\n') {
            end++;
        }
        if (start == first.length || end == FIRST_BYTES || isValue(Arrays.copyOfRange(first, start, end))) {
            return Optional.empty();
        }
        if (first[start] == '[') {
            return Optional.ofNullable(parse(file));
        }
        try {
            return first[start] == '{' ? Optional.ofNullable(JsonTree.parse(bytes(file))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The value of a file, whatever it is. */
    static @Nullable Object parse(Path file) throws IOException {
        return JsonBytes.parse(bytes(file), file.toString());
    }

    private static boolean isBlank(byte b) {
        return b == ' '
                || b == '\t'
                || b == '\r'
                || b == '\n'
                || b == (byte) 0xEF
                || b == (byte) 0xBB
                || b == (byte) 0xBF;
    }

    private static boolean isValue(byte[] line) {
        try {
            return !(JsonTree.parse(line) instanceof java.util.List);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = FileInput.open(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new MalformedSourceException(
                        UserMessage.of("eval.file-too-large", file.toString(), String.valueOf(MAX_BYTES)));
            }
            return bytes;
        } catch (CorruptInputException e) {
            throw new MalformedSourceException(UserMessage.of("eval.file-corrupt", file.toString()), e);
        }
    }
}
