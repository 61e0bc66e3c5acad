package fr.corpus.pipeline.spool;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a {@link ByteSink} wrote. Confined to one thread. */
final class ByteSource {

    private final byte[] bytes;
    private int position;

    ByteSource(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    int position() {
        return position;
    }

    void skip(int count) {
        position += count;
    }

    int takeByte() {
        return bytes[position++] & 0xFF;
    }

    int takeInt() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | bytes[position++] & 0xFF;
        }
        return value;
    }

    long takeLong() {
        return (long) takeInt() << 32 | takeInt() & 0xFFFF_FFFFL;
    }

    double takeDouble() {
        return Double.longBitsToDouble(takeLong());
    }

    byte[] takeBytes(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, position, position + count);
        position += count;
        return taken;
    }

    String takeText() {
        int length = takeInt();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }
}
