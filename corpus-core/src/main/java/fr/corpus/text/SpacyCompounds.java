package fr.corpus.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compounds that spaCy's French rules keep whole whatever is inside them (its {@code token_match}), without regard to case:
 * {@code sous-préfecture}, {@code entr'acte}, {@code arc-en-ciel}, {@code prud'homme}. Pure functions.
 */
final class SpacyCompounds {

    private static final char ANY_APOSTROPHE = '\u2019';
    /** No first or middle part in the lists is longer. */
    private static final int MAX_PART = 16;
    /** What a compound may end in, besides a hyphen or apostrophe. */
    private static final int ENDS = SpacyRules.ALPHA_ANY_CASE | SpacyRules.LOWER_ANY_CASE;

    /** Stems by the hash of what stands before their first joint. */
    private static final Map<Long, List<String>> STEMS = new HashMap<>();

    static {
        for (String stem : SpacyRules.STEMS) {
            char[] text = stem.toCharArray();
            int joint = joint(text, 0, text.length);
            STEMS.computeIfAbsent(SpacyRules.anyCase(text, 0, joint), key -> new ArrayList<>())
                    .add(stem);
        }
    }

    private SpacyCompounds() {}

    /**
     * Whether the whole part of the text is such a compound.
     *
     * @param joint the place of its first hyphen or apostrophe
     */
    static boolean matches(char[] text, int from, int joint, int to) {
        if (joint >= to
                || joint == from
                || (SpacyRules.bitsBefore(text, to, from) & ENDS) == 0 && !isJoint(text[to - 1])) {
            return false;
        }
        boolean hyphen = isHyphen(text[joint]);
        if (joint - from <= MAX_PART) {
            long first = SpacyRules.anyCase(text, from, joint);
            Set<Long> whole = hyphen ? SpacyRules.PREFIXES : SpacyRules.ELIDED;
            if (whole.contains(first) && isLowerTail(text, joint + 1, to)) {
                return true;
            }
            for (String stem : STEMS.getOrDefault(first, List.of())) {
                if (matchesStem(stem, text, from, to)) {
                    return true;
                }
            }
        }
        return hyphen && matchesMiddle(text, from, joint, to);
    }

    /** The place of the first hyphen or apostrophe, {@code to} when there is none. */
    static int joint(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isJoint(text[i])) {
                return i;
            }
        }
        return to;
    }

    /** A lower-case letter, then lower-case letters, hyphens and apostrophes. */
    private static boolean isLowerTail(char[] text, int from, int to) {
        int i = from;
        while (i < to) {
            char c = text[i];
            boolean joint = i > from && isJoint(c);
            if (!joint && (SpacyRules.bitsAt(text, i, from, to) & SpacyRules.LOWER_ANY_CASE) == 0) {
                return false;
            }
            i += Character.charCount(Characters.codePointAt(text, i, to));
        }
        return i > from;
    }

    private static boolean matchesStem(String stem, char[] text, int from, int to) {
        int length = stem.length() - 1;
        int tail = from + length;
        boolean more = stem.charAt(length) == '+';
        if (more ? tail >= to : tail > to) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char want = stem.charAt(i);
            char c = text[from + i];
            boolean same = want == '-'
                    ? isHyphen(c)
                    : want == ANY_APOSTROPHE ? isApostrophe(c) : want == SpacyRules.anyCase(c);
            if (!same) {
                return false;
            }
        }
        return isAll(SpacyRules.LOWER_ANY_CASE, text, tail, to);
    }

    /** Letters, hyphen, a middle word, hyphen, perhaps l', letters: saut-de-ski, pet-en-l'air. */
    private static boolean matchesMiddle(char[] text, int from, int joint, int to) {
        int limit = Math.min(to, joint + 1 + MAX_PART);
        int second = joint(text, joint + 1, limit);
        if (second == limit
                || !isHyphen(text[second])
                || !SpacyRules.MIDDLES.contains(SpacyRules.anyCase(text, joint + 1, second))
                || !isAll(SpacyRules.ALPHA_ANY_CASE, text, from, joint)) {
            return false;
        }
        int last = second + 1;
        if (last + 1 < to && SpacyRules.anyCase(text[last]) == 'l' && isApostrophe(text[last + 1])) {
            last += 2;
        }
        return last < to && isAll(SpacyRules.ALPHA_ANY_CASE, text, last, to);
    }

    private static boolean isAll(int bit, char[] text, int from, int to) {
        for (int i = from; i < to; ) {
            int c = Characters.codePointAt(text, i, to);
            if ((SpacyRules.bits(c) & bit) == 0) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private static boolean isJoint(char c) {
        return isHyphen(c) || isApostrophe(c);
    }

    /** A hyphen or dash of compounds. */
    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2013' || c == '\u2014' || c == '\u2010' || c == '\u2011';
    }

    /** An apostrophe of elisions. */
    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }
}
