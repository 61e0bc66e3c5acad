package fr.corpus.eval.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a text file, ended by LF or CR LF and by nothing else. Thread-safe. */
final class LineFile {

    private LineFile() {}

    static List<String> read(Path file) throws IOException {
        String text = OfficialRows.text(OfficialRows.bytes(file), String.valueOf(file.getFileName()));
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end;
            String line = text.substring(from, next);
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            from = next + 1;
        }
        return lines;
    }
}
