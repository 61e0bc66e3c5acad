package fr.corpus.eval.metric;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.io.FileInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Segments in a text file, one a line, as sacreBLEU’s command reads them. */
public final class SegmentLines {

    private SegmentLines() {}

    /**
     * The lines of a file without the white space at their ends, which takes the carriage return with it.
     *
     * @param file UTF-8, compressed or not; a line ends in a line feed and in nothing else
     * @throws MalformedSourceException if it is not UTF-8
     * @throws IOException if it cannot be read
     */
    public static List<String> read(Path file) throws IOException {
        byte[] bytes;
        try (FileInput in = FileInput.open(file)) {
            bytes = in.readAllBytes();
        }
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            lines.add(line(bytes, start, end, file, lines.size() + 1));
            start = end + 1;
        }
        return lines;
    }

    private static String line(byte[] bytes, int start, int end, Path file, int number) {
        String line;
        try {
            line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedSourceException(
                    UserMessage.of("eval.not-utf8", file.toString(), Integer.toString(number)), e);
        }
        int length = line.length();
        while (length > 0 && PythonText.isSpace(line.charAt(length - 1))) {
            length--;
        }
        return line.substring(0, length);
    }
}
