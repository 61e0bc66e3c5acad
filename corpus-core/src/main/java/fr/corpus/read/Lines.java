package fr.corpus.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Lines of bytes, eight bytes at a time. */
final class Lines {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long NEWLINES = ONES * '\n';

    private Lines() {}

    /** Place of the first newline from {@code from} on, or {@code to} when there is none before it. */
    static int newline(byte[] bytes, int from, int to) {
        int p = from;
        while (p <= to - Long.BYTES) {
            long word = (long) LONG.get(bytes, p) ^ NEWLINES;
            long hit = (word - ONES) & ~word & HIGH;
            if (hit != 0) {
                return p + (Long.numberOfTrailingZeros(hit) >> 3);
            }
            p += Long.BYTES;
        }
        while (p < to && bytes[p] != '\n') {
            p++;
        }
        return p;
    }

    /** Place behind the last newline before {@code to}, or {@code from} when there is none. */
    static int behindLastNewline(byte[] bytes, int from, int to) {
        int p = to;
        while (p > from && bytes[p - 1] != '\n') {
            p--;
        }
        return p;
    }

    /** How many lines are records: those with anything but blanks in them, and those over {@code maxBytes}. */
    static long countRecords(byte[] bytes, int to, int maxBytes) {
        long records = 0;
        int start = 0;
        while (start < to) {
            int newline = newline(bytes, start, to);
            if (isRecord(bytes, start, withoutCarriageReturn(bytes, start, newline), maxBytes)) {
                records++;
            }
            start = newline + 1;
        }
        return records;
    }

    /** Whether a line has anything but spaces, tabs and carriage returns, or is over {@code maxBytes}. */
    static boolean isRecord(byte[] bytes, int from, int to, int maxBytes) {
        if (to - from > maxBytes) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return true;
            }
        }
        return false;
    }

    /** End of a line without the carriage return that belongs to its line end. */
    static int withoutCarriageReturn(byte[] bytes, int from, int newline) {
        return newline > from && bytes[newline - 1] == '\r' ? newline - 1 : newline;
    }
}
