package fr.corpus.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes documents as JSON lines. Reused, so confined to one thread. */
final class JsonLine {

    private byte[] line = new byte[1 << 13];
    private int length;

    /** Writes one line; answers how many UTF-8 bytes the text has. */
    long write(String id, String text, String license, OutputStream out) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int room = 2 * utf8.length + 256;
        if (line.length < room) {
            line = new byte[room];
        }
        length = 0;
        ascii("{\"id\":\"");
        ascii(id);
        ascii("\",\"text\":\"");
        escaped(utf8);
        ascii("\",\"license\":\"");
        ascii(license);
        ascii("\"}\n");
        out.write(line, 0, length);
        return utf8.length;
    }

    /** Of the characters that JSON forbids in strings the grammar has only the line feed and the quotation mark. */
    private void escaped(byte[] utf8) {
        for (byte b : utf8) {
            if (b == '\n') {
                line[length++] = '\\';
                line[length++] = 'n';
            } else {
                if (b == '"' || b == '\\') {
                    line[length++] = '\\';
                }
                line[length++] = b;
            }
        }
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            line[length++] = (byte) text.charAt(i);
        }
    }
}
