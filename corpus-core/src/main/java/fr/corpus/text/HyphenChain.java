package fr.corpus.text;

/** The hyphens of one word: decides which of its parts are pronouns after a verb. Reused, so confined to one thread. */
final class HyphenChain {

    /** Of a longer chain the last hyphens count, since pronouns are at the end. */
    private static final int MAX_HYPHENS = 16;

    private static final int MAX_PRONOUN = 8;
    private static final int MAX_COMPOUND = 24;

    private final TokenSink sink;
    private final int[] hyphens = new int[MAX_HYPHENS];
    private int count;
    private boolean elided;

    HyphenChain(TokenSink sink) {
        this.sink = sink;
    }

    /** Turns to another word. */
    void clear() {
        count = 0;
        elided = false;
    }

    /** Takes in the place of the next hyphen. */
    void add(int hyphen) {
        if (count == MAX_HYPHENS) {
            System.arraycopy(hyphens, 1, hyphens, 0, --count);
        }
        hyphens[count++] = hyphen;
    }

    /** Whether the word has a hyphen. */
    boolean hasHyphen() {
        return count > 0;
    }

    /** Says that the word ends in an elided pronoun with its apostrophe, after the last hyphen. */
    void endsElided() {
        elided = true;
    }

    /** Adds the word [from, to): whole, or the verb and each pronoun with the hyphen before it. */
    void addTokens(char[] text, int from, int to, TokenizedText out) {
        int first = isCompound(text, from, to) ? count : firstPronoun(text, to);
        sink.add(text, from, first == count ? to : hyphens[first], out);
        for (int k = first; k < count; k++) {
            int start = hyphens[k];
            if (k + 1 < count && isEuphony(text, start, hyphens[k + 1])) {
                k++;
            }
            sink.add(text, start, k + 1 < count ? hyphens[k + 1] : to, out);
        }
    }

    private boolean isCompound(char[] text, int from, int to) {
        return to - from <= MAX_COMPOUND && FrenchWords.COMPOUNDS.contains(sink.fold(text, from, to));
    }

    /** The hyphen from which on all parts are pronouns. */
    private int firstPronoun(char[] text, int to) {
        int first = elided ? count - 1 : count;
        int partEnd = elided ? hyphens[first] : to;
        long follower = 0;
        while (first > 0) {
            int hyphen = hyphens[first - 1];
            // All pronouns end in an ASCII letter; là, which folds like la, does not.
            boolean possible = partEnd - hyphen <= MAX_PRONOUN && text[partEnd - 1] < 0x80;
            long folded = possible ? sink.fold(text, hyphen, partEnd) : 0;
            boolean pronoun = isEuphony(text, hyphen, partEnd)
                    ? FrenchWords.AFTER_T.contains(follower)
                    : FrenchWords.CLITICS.contains(folded);
            if (!pronoun) {
                return first;
            }
            follower = folded;
            partEnd = hyphen;
            first--;
        }
        return first;
    }

    private static boolean isEuphony(char[] text, int hyphen, int partEnd) {
        return partEnd == hyphen + 2 && (text[hyphen + 1] | 0x20) == 't';
    }
}
