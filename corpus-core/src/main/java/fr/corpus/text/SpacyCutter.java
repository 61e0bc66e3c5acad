package fr.corpus.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one chunk, a run without white space, as spaCy does: affixes are peeled off until an exception or a whole word is
 * left, which is cut at its infixes. Reused, so confined to one thread.
 */
final class SpacyCutter {

    private static final Map<Long, String[]> SPECIALS = new HashMap<>();

    /** Which first characters below U+0250 exceptions of each length have; other characters may always begin one. */
    private static final boolean[][] FIRSTS;

    static {
        int longest = 0;
        for (String[] tokens : SpacyRules.SPECIALS) {
            String chunk = String.join("", tokens);
            SPECIALS.put(TokenHash.of(chunk), tokens);
            longest = Math.max(longest, chunk.length());
        }
        FIRSTS = new boolean[longest + 1][0x250];
        for (String[] tokens : SpacyRules.SPECIALS) {
            String chunk = String.join("", tokens);
            if (chunk.charAt(0) < 0x250) {
                FIRSTS[chunk.length()][chunk.charAt(0)] = true;
            }
        }
    }

    private final boolean withSpecials;
    private int[] ends = new int[64];
    private int count;
    private int[] suffixes = new int[64];
    private int suffixCount;

    /** A cutter that knows the exceptions or does not. */
    SpacyCutter(boolean withSpecials) {
        this.withSpecials = withSpecials;
    }

    /** The exception that is this whole part of the text, or null. */
    private static String @Nullable [] special(char[] text, int from, int to) {
        int length = to - from;
        boolean possible = length < FIRSTS.length && (text[from] >= 0x250 || FIRSTS[length][text[from]]);
        return possible ? SPECIALS.get(TokenHash.of(text, from, to)) : null;
    }

    /** Cuts [from, to) and returns the number of tokens; {@link #ends} has where they end. */
    int cut(char[] text, int from, int to) {
        count = 0;
        suffixCount = 0;
        if (withSpecials && addSpecial(text, from, to)) {
            return count;
        }
        int start = from;
        int end = to;
        int joint = SpacyCompounds.joint(text, from, to);
        while (start < end) {
            if (joint < start) {
                joint = SpacyCompounds.joint(text, start, end);
            }
            if (SpacyCompounds.matches(text, start, joint, end) || isSpecial(text, start, end)) {
                break;
            }
            int prefix = SpacyAffixes.prefix(text, start, end);
            if (prefix > 0 && isSpecial(text, start + prefix, end)) {
                start += prefix;
                addEnd(start);
                break;
            }
            int suffix = SpacyAffixes.suffix(text, start + prefix, end);
            if (suffix > 0 && isSpecial(text, start, end - suffix)) {
                end -= suffix;
                addSuffix(end);
                break;
            }
            if (prefix == 0 && suffix == 0) {
                break;
            }
            if (prefix > 0) {
                start += prefix;
                addEnd(start);
            }
            if (suffix > 0) {
                end -= suffix;
                addSuffix(end);
            }
        }
        if (start < end && !(withSpecials && addSpecial(text, start, end))) {
            addMiddle(text, start, joint, end);
        }
        for (int k = suffixCount - 1; k >= 0; k--) {
            addEnd(k == 0 ? to : suffixes[k - 1]);
        }
        return count;
    }

    /** Where the tokens of the last cut end, in the text's array. */
    int[] ends() {
        return ends;
    }

    private boolean isSpecial(char[] text, int from, int to) {
        return withSpecials && from < to && special(text, from, to) != null;
    }

    private boolean addSpecial(char[] text, int from, int to) {
        String[] tokens = special(text, from, to);
        if (tokens == null) {
            return false;
        }
        int end = from;
        for (String token : tokens) {
            end += token.length();
            addEnd(end);
        }
        return true;
    }

    private void addMiddle(char[] text, int from, int joint, int to) {
        if (SpacyCompounds.matches(text, from, joint, to) || SpacyUrls.matches(text, from, to)) {
            addEnd(to);
            return;
        }
        int start = from;
        for (int i = from; i < to; ) {
            int length = SpacyAffixes.infix(text, i, from, to);
            if (length >= 0 && i > from) {
                if (i > start) {
                    addEnd(i);
                }
                if (length > 0) {
                    addEnd(i + length);
                }
                start = i + length;
            }
            i += length > 0 ? length : Character.charCount(Characters.codePointAt(text, i, to));
        }
        if (start < to) {
            addEnd(to);
        }
    }

    private void addEnd(int end) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = end;
    }

    private void addSuffix(int start) {
        if (suffixCount == suffixes.length) {
            suffixes = Arrays.copyOf(suffixes, suffixCount * 2);
        }
        suffixes[suffixCount++] = start;
    }
}
