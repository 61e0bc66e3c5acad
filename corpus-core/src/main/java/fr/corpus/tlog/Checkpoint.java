package fr.corpus.tlog;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Digest;
import java.util.Arrays;
import java.util.List;

/**
 * The state of a log (C2SP tlog-checkpoint v1.0.0). Immutable.
 *
 * @param origin the log's name, not empty
 * @param size number of entries
 * @param root RFC 6962 root over them
 * @param extensions further lines, none of them empty; best none at all, since nobody audits them
 */
public record Checkpoint(String origin, long size, Digest root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        boolean lines = !origin.isEmpty() && extensions.stream().noneMatch(String::isEmpty);
        if (!lines || size < 0 || (origin + String.join("", extensions)).indexOf('\n') >= 0) {
            throw new IllegalArgumentException(
                    "need an origin, a size and lines that are not empty: " + origin + " " + size);
        }
    }

    /** A checkpoint without extension lines. */
    public static Checkpoint of(String origin, long size, Digest root) {
        return new Checkpoint(origin, size, root, List.of());
    }

    /**
     * Reads the text of a note.
     *
     * @throws MalformedSourceException if it is not a checkpoint
     */
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw Malformed.of("checkpoint", "no-final-line-feed");
        }
        List<String> lines = Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < 3 || lines.stream().anyMatch(String::isEmpty)) {
            throw Malformed.of("checkpoint", "lines");
        }
        long size = Canonical.number(lines.get(1)).orElseThrow(() -> Malformed.of("checkpoint", "number"));
        Digest root = Canonical.digest(lines.get(2)).orElseThrow(() -> Malformed.of("checkpoint", "digest"));
        return new Checkpoint(lines.get(0), size, root, lines.subList(3, lines.size()));
    }

    /** The text of its note, ended by a line feed. */
    public String text() {
        StringBuilder text = new StringBuilder()
                .append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(Canonical.base64(root.bytes()))
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
