package fr.corpus.tlog;

import fr.corpus.error.MalformedSourceException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Entries on disk: each preceded by its length in two bytes, most significant first (C2SP tlog-tiles). */
final class EntryBundle {

    static final int MAX_ENTRY_BYTES = 0xFFFF;

    private EntryBundle() {}

    static byte[] write(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            out.write(entry.length >>> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /**
     * The first {@code width} entries.
     *
     * @throws MalformedSourceException if there are fewer, or the last one is cut
     */
    static List<byte[]> read(byte[] bytes, int width) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (entries.size() < width) {
            if (bytes.length - at < 2) {
                throw Malformed.of("bundle", "cut", String.valueOf(at));
            }
            int length = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
            if (bytes.length - at - 2 < length) {
                throw Malformed.of("bundle", "cut", String.valueOf(at));
            }
            entries.add(Arrays.copyOfRange(bytes, at + 2, at + 2 + length));
            at += 2 + length;
        }
        return entries;
    }
}
