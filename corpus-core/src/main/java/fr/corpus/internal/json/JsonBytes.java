package fr.corpus.internal.json;

import fr.corpus.internal.json.JsonFault.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes of JSON between two bounds, and the strings in them. Reused and confined to one thread. */
final class JsonBytes {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private byte[] bytes = {};
    private int end;

    /** Goes to other bytes, up to {@code to}. */
    void reset(byte[] source, int to) {
        bytes = source;
        end = to;
    }

    /** The array; never to be read from {@link #end()} on. */
    byte[] array() {
        return bytes;
    }

    /** Place behind the last byte. */
    int end() {
        return end;
    }

    int blanks(int start) {
        int p = start;
        while (p < end && (bytes[p] == ' ' || bytes[p] == '\t' || bytes[p] == '\r')) {
            p++;
        }
        return p;
    }

    void expect(int p, char c) throws JsonFault {
        if (at(p) != c) {
            throw new JsonFault(Kind.SYNTAX, p);
        }
    }

    /** The byte at a place, or 0, which JSON never has outside strings, past the end. */
    byte at(int p) {
        return p < end ? bytes[p] : 0;
    }

    /** Eight bytes from a place on, the first one lowest. */
    static long word(byte[] bytes, int p) {
        return (long) LONG.get(bytes, p);
    }

    /** First place from {@code p} on whose byte ends a run of plain ASCII within a string, or one that is close to it. */
    private int plain(int start) {
        byte[] b = bytes;
        int p = start;
        while (p <= end - Long.BYTES) {
            long special = special(word(b, p));
            if (special != 0) {
                return p + (Long.numberOfTrailingZeros(special) >> 3);
            }
            p += Long.BYTES;
        }
        return p;
    }

    /** The high bit of each byte that ends a run of plain ASCII; bytes behind the first such byte may be marked too. */
    static long special(long word) {
        return (word | (word - SPACES) | ((word ^ QUOTES) - ONES) | ((word ^ BACKSLASHES) - ONES)) & HIGH;
    }

    /** Passes over a string from behind its opening quote to behind its closing one. */
    int skipString(int start) throws JsonFault {
        int p = start;
        while (true) {
            p = plain(p);
            byte c = at(p);
            if (c < 0) {
                p += sequence(p);
            } else if (c == '"') {
                return p + 1;
            } else if (c == '\\') {
                p = escape(p);
            } else if (c < ' ') {
                throw new JsonFault(Kind.SYNTAX, p);
            } else {
                p++;
            }
        }
    }

    int sequence(int p) throws JsonFault {
        int length = Utf8.sequenceLength(bytes, p, end);
        if (length == 0) {
            throw new JsonFault(Kind.ENCODING, p);
        }
        return length;
    }

    int escape(int p) throws JsonFault {
        byte c = at(p + 1);
        if (c == 'u') {
            hex(p + 2);
            return p + 6;
        }
        if (c <= 0 || "\"\\/bfnrt".indexOf(c) < 0) {
            throw new JsonFault(Kind.SYNTAX, p);
        }
        return p + 2;
    }

    int hex(int p) throws JsonFault {
        int value = 0;
        for (int i = p; i < p + 4; i++) {
            int digit = Character.digit(at(i), 16);
            if (digit < 0) {
                throw new JsonFault(Kind.SYNTAX, i);
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
