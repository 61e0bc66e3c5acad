package fr.corpus.pipeline.spool;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes with big-endian primitives and length-prefixed UTF-8. Confined to one thread. */
final class ByteSink {

    private byte[] bytes = new byte[1 << 16];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    byte[] array() {
        return bytes;
    }

    void putByte(int value) {
        need(1);
        bytes[size++] = (byte) value;
    }

    void putInt(int value) {
        need(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    void putDouble(double value) {
        putLong(Double.doubleToRawLongBits(value));
    }

    void putBytes(byte[] value) {
        need(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** Length in bytes, then the UTF-8 bytes. */
    void putText(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        putInt(utf8.length);
        putBytes(utf8);
    }

    /** Replaces the int at a position written before. */
    void setInt(int position, int value) {
        int end = size;
        size = position;
        putInt(value);
        size = end;
    }

    private void need(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
