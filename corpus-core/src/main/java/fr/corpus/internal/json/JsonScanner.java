package fr.corpus.internal.json;

import fr.corpus.internal.json.JsonFault.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Picks the wanted values out of one JSON object (RFC 8259) in one pass over its UTF-8 bytes. The whole object is checked,
 * the values that nobody wants too, but only wanted ones become strings. Where a name stands twice in an object the last
 * one counts. Reused from object to object and confined to one thread.
 */
public final class JsonScanner {

    /** How deep arrays and objects may be nested. */
    public static final int MAX_DEPTH = 512;

    /** What stands in a slot. */
    public enum Value {
        ABSENT,
        NULL,
        /** Text without lone surrogates. */
        STRING,
        /** Text with an escaped surrogate that has no partner. */
        LONE_SURROGATE,
        /** The digits as written. */
        NUMBER,
        /** An array of strings and numbers only, joined by {@code "; "}; other values in it make it {@link #OTHER}. */
        LIST,
        /** An object, an array of anything else, true or false. */
        OTHER
    }

    /** Room that one turn of the decoder may use. */
    private static final int WORD_CHARS = Long.BYTES + 2;

    private static final int UNICODE_ESCAPE_BYTES = 6;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private final JsonPaths paths;
    private final Value[] kinds;
    private final String[] texts;
    private final long[] isObject = new long[MAX_DEPTH / Long.SIZE];

    private byte[] bytes = {};
    private int end;
    private char[] chars = new char[1 << 12];
    private int charCount;
    private boolean loneSurrogate;

    /** A scanner for some places. */
    public JsonScanner(JsonPaths paths) {
        this.paths = paths;
        this.kinds = new Value[paths.slots()];
        this.texts = new String[paths.slots()];
    }

    /** What was found for a slot by the last scan. */
    public Value kind(int slot) {
        return kinds[slot];
    }

    /** The text of a slot that holds a string, number or list; for other kinds an empty string. */
    public String text(int slot) {
        return texts[slot];
    }

    /**
     * Reads one object that fills {@code source} from {@code from} to {@code to}, but for blanks around it.
     *
     * @throws JsonFault if it is not a well-formed object; the slots then hold what was found before the fault
     */
    public void scan(byte[] source, int from, int to) throws JsonFault {
        bytes = source;
        end = to;
        Arrays.fill(kinds, Value.ABSENT);
        Arrays.fill(texts, "");
        int p = blanks(from);
        boolean object = at(p) == '{';
        p = blanks(object ? object(p, 1, paths.root()) : skip(p, 0));
        if (p != end) {
            throw new JsonFault(Kind.SYNTAX, p);
        }
        if (!object) {
            throw new JsonFault(Kind.NOT_AN_OBJECT, from);
        }
    }

    /** Reads an object on the way to wanted values; recursion is bounded by the longest path. */
    private int object(int start, int depth, JsonPaths.Node node) throws JsonFault {
        int p = blanks(start + 1);
        if (at(p) == '}') {
            return p + 1;
        }
        while (true) {
            if (at(p) != '"') {
                throw new JsonFault(Kind.SYNTAX, p);
            }
            int nameStart = p + 1;
            p = skipString(nameStart);
            JsonPaths.Node child = child(node, nameStart, p - 1);
            p = blanks(p);
            expect(p, ':');
            p = blanks(p + 1);
            p = child == node ? skip(p, depth) : wanted(p, depth, child);
            p = blanks(p);
            if (at(p) == '}') {
                return p + 1;
            }
            expect(p, ',');
            p = blanks(p + 1);
        }
    }

    private JsonPaths.Node child(JsonPaths.Node node, int from, int to) throws JsonFault {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                decodeString(from);
                byte[] name = new String(chars, 0, charCount).getBytes(StandardCharsets.UTF_8);
                return node.find(name, 0, name.length);
            }
        }
        return node.find(bytes, from, to);
    }

    private int wanted(int p, int depth, JsonPaths.Node node) throws JsonFault {
        if (node.hasChildren()) {
            forget(node);
        }
        switch (at(p)) {
            case '"': {
                int next = decodeString(p + 1);
                put(node, loneSurrogate ? Value.LONE_SURROGATE : Value.STRING, new String(chars, 0, charCount));
                return next;
            }
            case '{': {
                put(node, Value.OTHER, "");
                if (!node.hasChildren()) {
                    return skip(p, depth);
                }
                return object(p, depth + 1, node);
            }
            case '[':
                return list(p, depth, node);
            default: {
                int next = skip(p, depth);
                byte first = bytes[p];
                if (first == 'n') {
                    put(node, Value.NULL, "");
                } else if (first == 't' || first == 'f') {
                    put(node, Value.OTHER, "");
                } else {
                    put(node, Value.NUMBER, new String(bytes, p, next - p, StandardCharsets.ISO_8859_1));
                }
                return next;
            }
        }
    }

    private int list(int start, int depth, JsonPaths.Node node) throws JsonFault {
        int next = skip(start, depth);
        if (node.slots.length == 0) {
            return next;
        }
        StringBuilder joined = new StringBuilder();
        Value kind = Value.LIST;
        int p = blanks(start + 1);
        while (at(p) != ']') {
            int from = p;
            p = at(p) == '"' ? decodeString(p + 1) : skip(p, depth + 1);
            String text = bytes[from] == '"'
                    ? new String(chars, 0, charCount)
                    : new String(bytes, from, p - from, StandardCharsets.ISO_8859_1);
            if (bytes[from] == '"' && loneSurrogate) {
                kind = kind == Value.LIST ? Value.LONE_SURROGATE : kind;
            } else if ("{[tfn".indexOf(bytes[from]) >= 0) {
                kind = Value.OTHER;
            }
            joined.append(joined.length() > 0 && !text.isBlank() ? "; " : "").append(text.isBlank() ? "" : text);
            p = blanks(p);
            p = at(p) == ',' ? blanks(p + 1) : p;
        }
        put(node, kind, joined.toString());
        return next;
    }

    private void put(JsonPaths.Node node, Value kind, String text) {
        for (int slot : node.slots) {
            kinds[slot] = kind;
            texts[slot] = text;
        }
    }

    private void forget(JsonPaths.Node node) {
        put(node, Value.ABSENT, "");
        for (JsonPaths.Node child : node.children()) {
            forget(child);
        }
    }

    /** Passes over any value and checks it; without recursion, so that hostile nesting costs no stack. */
    private int skip(int start, int outerDepth) throws JsonFault {
        int depth = outerDepth;
        int p = start;
        while (true) {
            byte c = at(p);
            if (c == '{' || c == '[') {
                if (depth == MAX_DEPTH) {
                    throw new JsonFault(Kind.DEPTH, p);
                }
                push(depth++, c == '{');
                p = blanks(p + 1);
                if (at(p) != (c == '{' ? '}' : ']')) {
                    p = c == '{' ? name(p) : p;
                    continue;
                }
                depth--;
                p++;
            } else {
                p = scalar(p);
            }
            while (depth > outerDepth) {
                p = blanks(p);
                boolean object = isObject(depth - 1);
                if (at(p) == ',') {
                    p = blanks(p + 1);
                    p = object ? name(p) : p;
                    break;
                }
                expect(p, object ? '}' : ']');
                depth--;
                p++;
            }
            if (depth == outerDepth) {
                return p;
            }
        }
    }

    private void push(int depth, boolean object) {
        long bit = 1L << depth;
        isObject[depth >> 6] = object ? isObject[depth >> 6] | bit : isObject[depth >> 6] & ~bit;
    }

    private boolean isObject(int depth) {
        return (isObject[depth >> 6] >>> depth & 1) != 0;
    }

    /** Passes over a name, the colon and the blanks around it. */
    private int name(int p) throws JsonFault {
        expect(p, '"');
        int colon = blanks(skipString(p + 1));
        expect(colon, ':');
        return blanks(colon + 1);
    }

    private int scalar(int p) throws JsonFault {
        return switch (at(p)) {
            case '"' -> skipString(p + 1);
            case 't' -> literal(p, "true");
            case 'f' -> literal(p, "false");
            case 'n' -> literal(p, "null");
            default -> number(p);
        };
    }

    private int literal(int p, String word) throws JsonFault {
        for (int i = 0; i < word.length(); i++) {
            expect(p + i, word.charAt(i));
        }
        return p + word.length();
    }

    private int number(int start) throws JsonFault {
        int p = at(start) == '-' ? start + 1 : start;
        p = at(p) == '0' ? p + 1 : digits(p);
        if (at(p) == '.') {
            p = digits(p + 1);
        }
        if (at(p) == 'e' || at(p) == 'E') {
            p++;
            p = digits(at(p) == '+' || at(p) == '-' ? p + 1 : p);
        }
        return p;
    }

    private int digits(int start) throws JsonFault {
        int p = start;
        while (at(p) >= '0' && at(p) <= '9') {
            p++;
        }
        if (p == start) {
            throw new JsonFault(Kind.SYNTAX, p);
        }
        return p;
    }

    /** First place from {@code p} on whose byte ends a run of plain ASCII within a string, or one that is close to it. */
    private int plain(int start) {
        byte[] b = bytes;
        int p = start;
        while (p <= end - Long.BYTES) {
            long word = (long) LONG.get(b, p);
            long special = (word | (word - SPACES) | ((word ^ QUOTES) - ONES) | ((word ^ BACKSLASHES) - ONES)) & HIGH;
            if (special != 0) {
                return p + (Long.numberOfTrailingZeros(special) >> 3);
            }
            p += Long.BYTES;
        }
        return p;
    }

    /** The high bit of each byte that ends a run of plain ASCII; bytes behind the first such byte may be marked too. */
    private static long special(long word) {
        return (word | (word - SPACES) | ((word ^ QUOTES) - ONES) | ((word ^ BACKSLASHES) - ONES)) & HIGH;
    }

    /** Passes over a string from behind its opening quote to behind its closing one. */
    private int skipString(int start) throws JsonFault {
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

    private int sequence(int p) throws JsonFault {
        int length = Utf8.sequenceLength(bytes, p, end);
        if (length == 0) {
            throw new JsonFault(Kind.ENCODING, p);
        }
        return length;
    }

    private int escape(int p) throws JsonFault {
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

    private int hex(int p) throws JsonFault {
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

    /**
     * Decodes a string into {@link #chars}, from behind its opening quote to behind its closing one. Eight bytes are
     * widened at a time, and as many of them counted as are plain ASCII.
     */
    private int decodeString(int start) throws JsonFault {
        byte[] b = bytes;
        int lastWord = end - Long.BYTES;
        char[] out = chars;
        int room = out.length - WORD_CHARS;
        int n = 0;
        int p = start;
        boolean surrogates = false;
        while (true) {
            if (n > room) {
                out = Arrays.copyOf(out, Math.max(2 * out.length, WORD_CHARS));
                chars = out;
                room = out.length - WORD_CHARS;
            }
            if (p <= lastWord) {
                long word = (long) LONG.get(b, p);
                widen(word, out, n);
                long special = special(word);
                int plain = special == 0 ? Long.BYTES : Long.numberOfTrailingZeros(special) >> 3;
                p += plain;
                n += plain;
                if (special == 0) {
                    continue;
                }
            }
            byte c = at(p);
            if (c < 0) {
                int length = sequence(p);
                n = append(Utf8.codePoint(b, p, length), out, n);
                p += length;
            } else if (c == '"') {
                charCount = n;
                loneSurrogate = surrogates && hasLoneSurrogate(out, n);
                return p + 1;
            } else if (c == '\\') {
                int next = escape(p);
                char unescaped = next - p == UNICODE_ESCAPE_BYTES ? (char) hex(p + 2) : unescape(b[p + 1]);
                surrogates |= Character.isSurrogate(unescaped);
                out[n++] = unescaped;
                p = next;
            } else if (c < ' ') {
                throw new JsonFault(Kind.SYNTAX, p);
            } else {
                out[n++] = (char) c;
                p++;
            }
        }
    }

    private static void widen(long word, char[] out, int n) {
        out[n] = (char) (word & 0xFF);
        out[n + 1] = (char) (word >>> 8 & 0xFF);
        out[n + 2] = (char) (word >>> 16 & 0xFF);
        out[n + 3] = (char) (word >>> 24 & 0xFF);
        out[n + 4] = (char) (word >>> 32 & 0xFF);
        out[n + 5] = (char) (word >>> 40 & 0xFF);
        out[n + 6] = (char) (word >>> 48 & 0xFF);
        out[n + 7] = (char) (word >>> 56);
    }

    private static int append(int codePoint, char[] out, int n) {
        if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            out[n] = (char) codePoint;
            return n + 1;
        }
        out[n] = Character.highSurrogate(codePoint);
        out[n + 1] = Character.lowSurrogate(codePoint);
        return n + 2;
    }

    private static char unescape(byte c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) c;
        };
    }

    private static boolean hasLoneSurrogate(char[] chars, int length) {
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(chars[i])) {
                if (i + 1 == length || !Character.isSurrogatePair(chars[i], chars[i + 1])) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private int blanks(int start) {
        int p = start;
        while (p < end && (bytes[p] == ' ' || bytes[p] == '\t' || bytes[p] == '\r')) {
            p++;
        }
        return p;
    }

    private void expect(int p, char c) throws JsonFault {
        if (at(p) != c) {
            throw new JsonFault(Kind.SYNTAX, p);
        }
    }

    /** The byte at a place, or 0, which JSON never has outside strings, past the end. */
    private byte at(int p) {
        return p < end ? bytes[p] : 0;
    }
}
