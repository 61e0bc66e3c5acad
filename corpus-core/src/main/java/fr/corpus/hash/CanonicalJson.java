package fr.corpus.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes canonical JSON (RFC 8785, JSON Canonicalization Scheme) as UTF-8 bytes into a buffer that is reused: no white
 * space, keys in the order of their UTF-16 units, numbers as ECMAScript prints them. Confined to one thread.
 *
 * <p>What is written comes in canonical order from the caller, who knows its keys; a key out of order is refused, so that
 * no wrong bytes are ever hashed. {@link #of} sorts by itself.
 */
public final class CanonicalJson {

    /** Largest whole number that a JSON number holds exactly, 2⁵³. */
    public static final long MAX_INTEGER = 1L << 53;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** For each ASCII byte: 0 as it stands, a letter after a backslash, or 1 for the six-character form. */
    private static final byte[] ESCAPES = new byte[128];

    static {
        Arrays.fill(ESCAPES, 0, 0x20, (byte) 1);
        ESCAPES['\b'] = 'b';
        ESCAPES['\t'] = 't';
        ESCAPES['\n'] = 'n';
        ESCAPES['\f'] = 'f';
        ESCAPES['\r'] = 'r';
        ESCAPES['"'] = '"';
        ESCAPES['\\'] = '\\';
    }

    /** A key with its bytes, made once. Immutable. */
    public static final class Key implements Comparable<Key> {
        private final String name;
        private final byte[] bytes;

        private Key(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        /** A key from its name. */
        public static Key of(String name) {
            CanonicalJson json = new CanonicalJson(name.length() + 16);
            json.string(name);
            json.put((byte) ':');
            return new Key(name, json.toByteArray());
        }

        /** Its name. */
        public String name() {
            return name;
        }

        @Override
        public int compareTo(Key other) {
            return name.compareTo(other.name);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private byte[] buffer;
    private int length;
    /** For each open object the last key written, null before the first; arrays keep null. */
    private @Nullable Key[] lastKeys = new Key[8];

    private int depth;
    private boolean needsComma;

    /** A writer with room for documents of ordinary size. */
    public CanonicalJson() {
        this(1 << 13);
    }

    private CanonicalJson(int capacity) {
        buffer = new byte[capacity];
    }

    /**
     * The canonical bytes of a value.
     *
     * @param value null, Boolean, String, Number (a double or a whole number up to 2⁵³), Map with String keys, or Collection
     * @throws IllegalArgumentException for anything else, a lone surrogate, or a number that JSON cannot hold
     */
    public static byte[] of(@Nullable Object value) {
        CanonicalJson json = new CanonicalJson(256);
        json.value(value);
        return json.toByteArray();
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            nothing();
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Boolean flag) {
            bool(flag);
        } else if (value instanceof Double || value instanceof Float) {
            number(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            number(number.longValue());
        } else if (value instanceof Map<?, ?> map) {
            beginObject();
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((k, v) -> sorted.put((String) k, v == null ? Null.NULL : v));
            sorted.forEach((k, v) -> key(Key.of(k)).value(v == Null.NULL ? null : v));
            endObject();
        } else if (value instanceof Collection<?> list) {
            beginArray();
            list.forEach(this::value);
            endArray();
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass().getName());
        }
    }

    private enum Null {
        NULL
    }

    /** Forgets what was written and keeps the buffer. */
    public CanonicalJson clear() {
        length = 0;
        depth = 0;
        needsComma = false;
        return this;
    }

    /** Opens an object. */
    public CanonicalJson beginObject() {
        return begin((byte) '{');
    }

    /** Closes the innermost object. */
    public CanonicalJson endObject() {
        return end((byte) '}');
    }

    /** Opens an array. */
    public CanonicalJson beginArray() {
        return begin((byte) '[');
    }

    /** Closes the innermost array. */
    public CanonicalJson endArray() {
        return end((byte) ']');
    }

    private CanonicalJson begin(byte bracket) {
        separate();
        put(bracket);
        if (depth == lastKeys.length) {
            lastKeys = Arrays.copyOf(lastKeys, depth * 2);
        }
        lastKeys[depth++] = null;
        needsComma = false;
        return this;
    }

    private CanonicalJson end(byte bracket) {
        put(bracket);
        depth--;
        needsComma = true;
        return this;
    }

    /**
     * Writes a key of the innermost object; its value comes next.
     *
     * @throws IllegalArgumentException if it does not come after the last key in canonical order
     */
    public CanonicalJson key(Key key) {
        Key last = lastKeys[depth - 1];
        if (last != null && last.compareTo(key) >= 0) {
            throw new IllegalArgumentException("key \"" + key + "\" does not come after \"" + last + "\"");
        }
        lastKeys[depth - 1] = key;
        separate();
        put(key.bytes, 0, key.bytes.length);
        needsComma = false;
        return this;
    }

    /**
     * Writes a text.
     *
     * @throws IllegalArgumentException if it has a lone surrogate, which UTF-8 cannot hold
     */
    public CanonicalJson string(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isHighSurrogate(text.charAt(i))
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException("lone surrogate at UTF-16 unit " + i);
                }
                i++;
            }
        }
        return utf8(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a text given as valid UTF-8. */
    public CanonicalJson utf8(byte[] utf8) {
        separate();
        reserve(utf8.length + 2);
        byte[] out = buffer;
        int pos = length;
        out[pos++] = '"';
        int done = 0;
        for (int i = 0; i < utf8.length; i++) {
            byte b = utf8[i];
            if (b >= 0 && ESCAPES[b] != 0) {
                int run = i - done;
                length = pos;
                reserve(utf8.length - done + 8);
                out = buffer;
                System.arraycopy(utf8, done, out, pos, run);
                pos = escape(b, out, pos + run);
                done = i + 1;
            }
        }
        length = pos;
        reserve(utf8.length - done + 1);
        System.arraycopy(utf8, done, buffer, length, utf8.length - done);
        length += utf8.length - done;
        buffer[length++] = '"';
        needsComma = true;
        return this;
    }

    private static int escape(byte b, byte[] out, int at) {
        int pos = at;
        out[pos++] = '\\';
        if (ESCAPES[b] != 1) {
            out[pos++] = ESCAPES[b];
            return pos;
        }
        out[pos++] = 'u';
        out[pos++] = '0';
        out[pos++] = '0';
        out[pos++] = HEX[b >> 4];
        out[pos++] = HEX[b & 15];
        return pos;
    }

    /** Writes bytes as a text of lower-case hexadecimal digits. */
    public CanonicalJson hex(byte[] bytes) {
        separate();
        reserve(bytes.length * 2 + 2);
        put((byte) '"');
        for (byte b : bytes) {
            buffer[length++] = HEX[(b >> 4) & 15];
            buffer[length++] = HEX[b & 15];
        }
        put((byte) '"');
        needsComma = true;
        return this;
    }

    /**
     * Writes a finite number.
     *
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    public CanonicalJson number(double value) {
        separate();
        reserve(EcmaNumber.MAX_LENGTH);
        length = EcmaNumber.write(value, buffer, length);
        needsComma = true;
        return this;
    }

    /**
     * Writes a whole number.
     *
     * @throws IllegalArgumentException if it is beyond 2⁵³ and a JSON number would lose digits
     */
    public CanonicalJson number(long value) {
        if (value < -MAX_INTEGER || value > MAX_INTEGER) {
            throw new IllegalArgumentException("a JSON number does not hold " + value + " exactly");
        }
        separate();
        reserve(EcmaNumber.MAX_LENGTH);
        if (value < 0) {
            put((byte) '-');
        }
        length = EcmaNumber.writeDigits(Math.abs(value), buffer, length);
        needsComma = true;
        return this;
    }

    /** Writes true or false. */
    public CanonicalJson bool(boolean value) {
        return literal(value ? "true" : "false");
    }

    /** Writes null. */
    public CanonicalJson nothing() {
        return literal("null");
    }

    private CanonicalJson literal(String word) {
        separate();
        for (int i = 0; i < word.length(); i++) {
            put((byte) word.charAt(i));
        }
        needsComma = true;
        return this;
    }

    private void separate() {
        if (needsComma) {
            put((byte) ',');
        }
    }

    private void put(byte b) {
        reserve(1);
        buffer[length++] = b;
    }

    private void put(byte[] bytes, int offset, int count) {
        reserve(count);
        System.arraycopy(bytes, offset, buffer, length, count);
        length += count;
    }

    private void reserve(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(length, more), (int) Math.min(2L * length, 1 << 30)));
        }
    }

    /** Number of bytes written. */
    public int length() {
        return length;
    }

    /** Adds what was written to a digest. */
    public void update(MessageDigest digest) {
        digest.update(buffer, 0, length);
    }

    /** What was written, as a copy. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }
}
