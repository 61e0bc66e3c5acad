package fr.corpus.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Well-formed UTF-8 by the Unicode Standard, table 3-7: neither overlong forms nor surrogates nor beyond U+10FFFF. */
public final class Utf8 {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final long HIGH = 0x8080808080808080L;

    private Utf8() {}

    /** Place of the first byte from {@code start} on that is not part of a well-formed sequence, or -1. */
    public static int indexOfInvalid(byte[] bytes, int start, int end) {
        int p = start;
        while (p < end) {
            if (p <= end - Long.BYTES) {
                long high = (long) LONG.get(bytes, p) & HIGH;
                p += high == 0 ? Long.BYTES : Long.numberOfTrailingZeros(high) >> 3;
                if (high == 0) {
                    continue;
                }
            } else if (bytes[p] >= 0) {
                p++;
                continue;
            }
            int length = sequenceLength(bytes, p, end);
            if (length == 0) {
                return p;
            }
            p += length;
        }
        return -1;
    }

    /**
     * Length of the sequence of two to four bytes that starts at {@code p}, or 0 when it is ill-formed or does not end
     * before {@code end}.
     */
    public static int sequenceLength(byte[] bytes, int p, int end) {
        int lead = bytes[p] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        if (lead < 0xE0) {
            return p + 1 < end && isTail(bytes[p + 1]) ? 2 : 0;
        }
        if (p + 2 >= end || !isTail(bytes[p + 1]) || !isTail(bytes[p + 2])) {
            return 0;
        }
        int second = bytes[p + 1] & 0xFF;
        if (lead < 0xF0) {
            return lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F ? 0 : 3;
        }
        if (p + 3 >= end || !isTail(bytes[p + 3])) {
            return 0;
        }
        return lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F ? 0 : 4;
    }

    /** The code point of a well-formed sequence of two to four bytes. */
    public static int codePoint(byte[] bytes, int p, int length) {
        int lead = bytes[p];
        return switch (length) {
            case 2 -> (lead & 0x1F) << 6 | bytes[p + 1] & 0x3F;
            case 3 -> (lead & 0x0F) << 12 | (bytes[p + 1] & 0x3F) << 6 | bytes[p + 2] & 0x3F;
            default ->
                (lead & 0x07) << 18 | (bytes[p + 1] & 0x3F) << 12 | (bytes[p + 2] & 0x3F) << 6 | bytes[p + 3] & 0x3F;
        };
    }

    private static boolean isTail(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
