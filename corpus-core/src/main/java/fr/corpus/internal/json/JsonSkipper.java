package fr.corpus.internal.json;

import fr.corpus.internal.json.JsonFault.Kind;

/** Passes over JSON values and checks them on the way. Reused and confined to one thread. */
final class JsonSkipper {

    private final JsonBytes in;
    private final long[] isObject = new long[JsonScanner.MAX_DEPTH / Long.SIZE];

    JsonSkipper(JsonBytes in) {
        this.in = in;
    }

    /** Passes over any value and checks it; without recursion, so that hostile nesting costs no stack. */
    int skip(int start, int outerDepth) throws JsonFault {
        int depth = outerDepth;
        int p = start;
        while (true) {
            byte c = in.at(p);
            if (c == '{' || c == '[') {
                if (depth == JsonScanner.MAX_DEPTH) {
                    throw new JsonFault(Kind.DEPTH, p);
                }
                push(depth++, c == '{');
                p = in.blanks(p + 1);
                if (in.at(p) != (c == '{' ? '}' : ']')) {
                    p = c == '{' ? name(p) : p;
                    continue;
                }
                depth--;
                p++;
            } else {
                p = scalar(p);
            }
            while (depth > outerDepth) {
                p = in.blanks(p);
                boolean object = isObject(depth - 1);
                if (in.at(p) == ',') {
                    p = in.blanks(p + 1);
                    p = object ? name(p) : p;
                    break;
                }
                in.expect(p, object ? '}' : ']');
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
        in.expect(p, '"');
        int colon = in.blanks(in.skipString(p + 1));
        in.expect(colon, ':');
        return in.blanks(colon + 1);
    }

    private int scalar(int p) throws JsonFault {
        return switch (in.at(p)) {
            case '"' -> in.skipString(p + 1);
            case 't' -> literal(p, "true");
            case 'f' -> literal(p, "false");
            case 'n' -> literal(p, "null");
            default -> number(p);
        };
    }

    private int literal(int p, String word) throws JsonFault {
        for (int i = 0; i < word.length(); i++) {
            in.expect(p + i, word.charAt(i));
        }
        return p + word.length();
    }

    private int number(int start) throws JsonFault {
        int p = in.at(start) == '-' ? start + 1 : start;
        p = in.at(p) == '0' ? p + 1 : digits(p);
        if (in.at(p) == '.') {
            p = digits(p + 1);
        }
        if (in.at(p) == 'e' || in.at(p) == 'E') {
            p++;
            p = digits(in.at(p) == '+' || in.at(p) == '-' ? p + 1 : p);
        }
        return p;
    }

    private int digits(int start) throws JsonFault {
        int p = start;
        while (in.at(p) >= '0' && in.at(p) <= '9') {
            p++;
        }
        if (p == start) {
            throw new JsonFault(Kind.SYNTAX, p);
        }
        return p;
    }
}
