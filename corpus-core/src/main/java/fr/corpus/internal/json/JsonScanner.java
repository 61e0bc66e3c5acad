package fr.corpus.internal.json;

import fr.corpus.internal.json.JsonFault.Kind;
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
        /** Nothing. */
        ABSENT,
        /** The literal null. */
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

    private final JsonPaths paths;
    private final Value[] kinds;
    private final String[] texts;
    private final JsonBytes in = new JsonBytes();
    private final JsonSkipper skipper = new JsonSkipper(in);
    private final JsonStringDecoder decoder = new JsonStringDecoder(in);

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
        in.reset(source, to);
        Arrays.fill(kinds, Value.ABSENT);
        Arrays.fill(texts, "");
        int p = in.blanks(from);
        boolean object = in.at(p) == '{';
        p = in.blanks(object ? object(p, 1, paths.root()) : skipper.skip(p, 0));
        if (p != to) {
            throw new JsonFault(Kind.SYNTAX, p);
        }
        if (!object) {
            throw new JsonFault(Kind.NOT_AN_OBJECT, from);
        }
    }

    /** Reads an object on the way to wanted values; recursion is bounded by the longest path. */
    private int object(int start, int depth, JsonPaths.Node node) throws JsonFault {
        int p = in.blanks(start + 1);
        if (in.at(p) == '}') {
            return p + 1;
        }
        while (true) {
            if (in.at(p) != '"') {
                throw new JsonFault(Kind.SYNTAX, p);
            }
            int nameStart = p + 1;
            p = in.skipString(nameStart);
            JsonPaths.Node child = child(node, nameStart, p - 1);
            p = in.blanks(p);
            in.expect(p, ':');
            p = in.blanks(p + 1);
            p = child == node ? skipper.skip(p, depth) : wanted(p, depth, child);
            p = in.blanks(p);
            if (in.at(p) == '}') {
                return p + 1;
            }
            in.expect(p, ',');
            p = in.blanks(p + 1);
        }
    }

    private JsonPaths.Node child(JsonPaths.Node node, int from, int to) throws JsonFault {
        for (int i = from; i < to; i++) {
            if (in.array()[i] == '\\') {
                decoder.decode(from);
                byte[] name = decoder.text().getBytes(StandardCharsets.UTF_8);
                return node.find(name, 0, name.length);
            }
        }
        return node.find(in.array(), from, to);
    }

    private int wanted(int p, int depth, JsonPaths.Node node) throws JsonFault {
        if (node.hasChildren()) {
            forget(node);
        }
        switch (in.at(p)) {
            case '"': {
                int next = decoder.decode(p + 1);
                put(node, decoder.hasLoneSurrogate() ? Value.LONE_SURROGATE : Value.STRING, decoder.text());
                return next;
            }
            case '{': {
                put(node, Value.OTHER, "");
                if (!node.hasChildren()) {
                    return skipper.skip(p, depth);
                }
                return object(p, depth + 1, node);
            }
            case '[':
                return list(p, depth, node);
            default: {
                int next = skipper.skip(p, depth);
                byte first = in.array()[p];
                if (first == 'n') {
                    put(node, Value.NULL, "");
                } else if (first == 't' || first == 'f') {
                    put(node, Value.OTHER, "");
                } else {
                    put(node, Value.NUMBER, new String(in.array(), p, next - p, StandardCharsets.ISO_8859_1));
                }
                return next;
            }
        }
    }

    private int list(int start, int depth, JsonPaths.Node node) throws JsonFault {
        int next = skipper.skip(start, depth);
        if (node.slots.length == 0) {
            return next;
        }
        StringBuilder joined = new StringBuilder();
        Value kind = Value.LIST;
        int p = in.blanks(start + 1);
        while (in.at(p) != ']') {
            int from = p;
            p = in.at(p) == '"' ? decoder.decode(p + 1) : skipper.skip(p, depth + 1);
            String text = in.array()[from] == '"'
                    ? decoder.text()
                    : new String(in.array(), from, p - from, StandardCharsets.ISO_8859_1);
            if (in.array()[from] == '"' && decoder.hasLoneSurrogate()) {
                kind = kind == Value.LIST ? Value.LONE_SURROGATE : kind;
            } else if ("{[tfn".indexOf(in.array()[from]) >= 0) {
                kind = Value.OTHER;
            }
            joined.append(joined.length() > 0 && !text.isBlank() ? "; " : "").append(text.isBlank() ? "" : text);
            p = in.blanks(p);
            p = in.at(p) == ',' ? in.blanks(p + 1) : p;
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
}
