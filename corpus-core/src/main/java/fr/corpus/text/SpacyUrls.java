package fr.corpus.text;

/**
 * Addresses that spaCy keeps whole (its {@code url_match}): an optional scheme, optional credentials, a host of labels and a
 * last label of lower-case letters or a public IPv4 address, an optional port, an optional rest. Pure functions, in time
 * linear in the length.
 */
final class SpacyUrls {

    private static final int MAX_LABEL = 64;
    private static final int MAX_LAST_LABEL = 63;

    private SpacyUrls() {}

    /** Whether the whole part of the text is such an address. */
    static boolean matches(char[] text, int from, int to) {
        if (!hasStop(text, from, to)) {
            return false;
        }
        if (isHostAndRest(text, from, to)) {
            return true;
        }
        int afterScheme = afterScheme(text, from, to);
        if (afterScheme > 0 && isHostAndRest(text, afterScheme, to)) {
            return true;
        }
        for (int i = from + 1; i < to; i++) {
            if (text[i] == '@' && isHostAndRest(text, i + 1, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasStop(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '.') {
                return true;
            }
        }
        return false;
    }

    /** After two or more word characters, + - or . and ://, else 0. */
    private static int afterScheme(char[] text, int from, int to) {
        int i = from;
        int count = 0;
        while (i < to) {
            int c = Characters.codePointAt(text, i, to);
            if (c != '+' && c != '-' && c != '.' && (SpacyRules.bits(c) & SpacyRules.WORD) == 0) {
                break;
            }
            i += Character.charCount(c);
            count++;
        }
        return count >= 2 && i + 2 < to && text[i] == ':' && text[i + 1] == '/' && text[i + 2] == '/' ? i + 3 : 0;
    }

    private static boolean isHostAndRest(char[] text, int from, int to) {
        return isNameAndRest(text, from, to) || isAddressAndRest(text, from, to);
    }

    private static boolean isNameAndRest(char[] text, int from, int to) {
        int label = from;
        int labels = 0;
        int i = from;
        while (i < to && !isRestStart(text[i])) {
            char c = text[i];
            if (c == '.') {
                if (i == label || i - label > MAX_LABEL || !isNameUnit(text[label]) || !isNameUnit(text[i - 1])) {
                    return false;
                }
                labels++;
                label = i + 1;
            } else if (!isNameUnit(c) && c != '_' && c != '-') {
                // Only the last label may have letters beyond the basic plane.
                return labels > 0 && isLastLabel(text, label, to);
            }
            i++;
        }
        return labels > 0 && isLastLabel(text, label, to);
    }

    private static boolean isLastLabel(char[] text, int from, int to) {
        int i = from;
        int count = 0;
        while (i < to && !isRestStart(text[i])) {
            int c = Characters.codePointAt(text, i, to);
            if ((SpacyRules.bits(c) & SpacyRules.LOWER) == 0) {
                return false;
            }
            i += Character.charCount(c);
            count++;
        }
        return count >= 2 && count <= MAX_LAST_LABEL && isRest(text, i, to);
    }

    /** Nothing, or a port, or a path, query or fragment, or both. */
    private static boolean isRest(char[] text, int from, int to) {
        int i = from;
        if (i < to && text[i] == ':') {
            int digits = 0;
            i++;
            while ((SpacyRules.bitsAt(text, i, from, to) & SpacyRules.DECIMAL) != 0) {
                i += Character.charCount(Characters.codePointAt(text, i, to));
                digits++;
            }
            if (digits < 2 || digits > 5) {
                return false;
            }
        }
        return i == to || text[i] == '/' || text[i] == '?' || text[i] == '#';
    }

    /** Four octets of a public address; each rule takes digits of any script where it does not name the digit. */
    private static boolean isAddressAndRest(char[] text, int from, int to) {
        return from < to
                && isBetween(text[from], '1', '9')
                && !isPrivate(text, from, to)
                && octets(text, from, from, to, 0);
    }

    private static boolean octets(char[] text, int from, int at, int to, int octet) {
        int i = at;
        for (int length = 1; length <= 3; length++) {
            if ((SpacyRules.bitsAt(text, i, from, to) & SpacyRules.DECIMAL) == 0) {
                return false;
            }
            i += Character.charCount(Characters.codePointAt(text, i, to));
            if (!isOctet(text, at, length, octet)) {
                continue;
            }
            boolean goesOn = octet == 3
                    ? isRest(text, i, to)
                    : i < to && text[i] == '.' && octets(text, from, i + 1, to, octet + 1);
            if (goesOn) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOctet(char[] text, int at, int length, int octet) {
        char first = text[at];
        if (length < 3) {
            boolean middle = octet == 1 || octet == 2;
            return middle || first >= '1' && first <= '9';
        }
        char second = text[at + 1];
        if (first != '2') {
            return first == '1';
        }
        if (octet == 0) {
            return second == '0' || second == '1' || second == '2' && isBetween(text[at + 2], '0', '3');
        }
        return isBetween(second, '0', '4') || second == '5' && isBetween(text[at + 2], '0', octet == 3 ? '4' : '5');
    }

    private static boolean isBetween(char c, char first, char last) {
        return c >= first && c <= last;
    }

    /** Private and local networks are no addresses: 10, 127, 169.254, 192.168, 172.16 to 172.31. */
    private static boolean isPrivate(char[] text, int from, int to) {
        return text[from] == '1'
                && (startsWith(text, from, to, "10", 3)
                        || startsWith(text, from, to, "127", 3)
                        || startsWith(text, from, to, "169.254", 2)
                        || startsWith(text, from, to, "192.168", 2)
                        || startsWith(text, from, to, "172.", 0) && isPrivate172(text, from, to));
    }

    /** After 172. and before two more octets: 16 to 19, 2 and a digit of any script, 30 or 31. */
    private static boolean isPrivate172(char[] text, int from, int to) {
        int at = from + 4;
        if (at + 1 >= to || (SpacyRules.bitsAt(text, at + 1, from, to) & SpacyRules.DECIMAL) == 0) {
            return false;
        }
        char second = text[at + 1];
        boolean inside = switch (text[at]) {
            case '1' -> isBetween(second, '6', '9');
            case '2' -> true;
            case '3' -> isBetween(second, '0', '1');
            default -> false;
        };
        int after = at + 1 + Character.charCount(Characters.codePointAt(text, at + 1, to));
        return inside && groups(text, after, from, to, 2);
    }

    private static boolean startsWith(char[] text, int from, int to, String head, int groups) {
        if (from + head.length() > to) {
            return false;
        }
        for (int i = 0; i < head.length(); i++) {
            if (text[from + i] != head.charAt(i)) {
                return false;
            }
        }
        return groups(text, from + head.length(), from, to, groups);
    }

    /** So many times a stop and one to three digits follow. */
    private static boolean groups(char[] text, int at, int from, int to, int count) {
        int i = at;
        for (int k = 0; k < count; k++) {
            if (i >= to || text[i] != '.' || (SpacyRules.bitsAt(text, i + 1, from, to) & SpacyRules.DECIMAL) == 0) {
                return false;
            }
            i++;
            for (int digit = 0; digit < 3; digit++) {
                if ((SpacyRules.bitsAt(text, i, from, to) & SpacyRules.DECIMAL) == 0) {
                    break;
                }
                i += Character.charCount(Characters.codePointAt(text, i, to));
            }
        }
        return true;
    }

    private static boolean isRestStart(char c) {
        return c == ':' || c == '/' || c == '?' || c == '#';
    }

    /** A unit of a host label; those of pairs are beyond the basic plane and are none. */
    private static boolean isNameUnit(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c >= '\u00A1' && !Character.isSurrogate(c);
    }
}
