package fr.corpus.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Exceptions that appear only once the tokens are cut, like a smiley that ends a word: spaCy looks for the tokens of every
 * exception in the whole text and cuts anew what it finds. Confined to one thread.
 */
final class SpacyPhrases {

    /** Every beginning of an exception's tokens, by a hash chained over the tokens' hashes. */
    private static final Set<Long> BEGINNINGS = new HashSet<>();

    /** Whole exceptions by the same hash. */
    private static final Map<Long, String[]> PHRASES = new HashMap<>();

    private static final Set<Long> FIRSTS = new HashSet<>();
    private static final int MAX_TOKENS;

    static {
        int longest = 0;
        SpacyCutter cutter = new SpacyCutter(false);
        for (String[] special : SpacyRules.SPECIALS) {
            char[] text = String.join("", special).toCharArray();
            if (!isAffixed(text)) {
                continue;
            }
            int count = cutter.cut(text, 0, text.length);
            if (count == 1 && special.length == 1) {
                continue;
            }
            long chain = 0;
            int from = 0;
            for (int k = 0; k < count; k++) {
                chain = chain(chain, TokenHash.of(text, from, cutter.ends()[k]));
                from = cutter.ends()[k];
                BEGINNINGS.add(chain);
                if (k == 0) {
                    FIRSTS.add(TokenHash.of(text, 0, from));
                }
            }
            PHRASES.put(chain, special);
            longest = Math.max(longest, count);
        }
        MAX_TOKENS = longest;
    }

    /** Tokens [from, to) of a text that are those of an exception. */
    private record Match(int from, int to, String[] special) {
        int size() {
            return to - from;
        }
    }

    private final List<Match> matches = new ArrayList<>();
    private final TokenizedText spare = new TokenizedText();

    /** Whether an exception's tokens may start with a token of this hash. */
    static boolean mayStart(long hash) {
        return FIRSTS.contains(hash);
    }

    /** Forgets the matches of the last text. */
    void clear() {
        matches.clear();
    }

    /** Looks for exceptions that start at a token. */
    void find(TokenizedText tokens, int first, char[] text) {
        long chain = 0;
        int limit = Math.min(tokens.size(), first + MAX_TOKENS);
        for (int i = first; i < limit; i++) {
            if (i > first && !isNext(tokens, i, text)) {
                return;
            }
            chain = chain(chain, tokens.hash()[i]);
            if (!BEGINNINGS.contains(chain)) {
                return;
            }
            String[] special = PHRASES.get(chain);
            if (special != null) {
                matches.add(new Match(first, i + 1, special));
            }
        }
    }

    /** Cuts anew what was found: of matches that share a token, the longest, then the first, shuts out the others. */
    void apply(TokenizedText tokens, char[] text, SpacyMeasure measure) {
        if (matches.isEmpty()) {
            return;
        }
        List<Match> kept = kept(tokens);
        if (kept.isEmpty()) {
            return;
        }
        int first = kept.get(0).from();
        spare.clear();
        copy(tokens, first, tokens.size(), spare);
        tokens.truncate(first);
        int done = 0;
        for (Match match : kept) {
            copy(spare, done, match.from() - first, tokens);
            int from = spare.start()[match.from() - first];
            for (String token : match.special()) {
                measure.add(text, from, from + token.length(), tokens);
                from += token.length();
            }
            done = match.to() - first;
        }
        copy(spare, done, spare.size(), tokens);
    }

    private List<Match> kept(TokenizedText tokens) {
        matches.sort(Comparator.comparingInt(Match::size).reversed().thenComparingInt(Match::from));
        Set<Integer> taken = new HashSet<>();
        List<Match> kept = new ArrayList<>();
        for (Match match : matches) {
            boolean free = !taken.contains(match.from()) && !taken.contains(match.to() - 1);
            // Tokens that a space parts are found, and shut out others, but their text is no exception.
            if (free && isContiguous(tokens, match)) {
                kept.add(match);
            }
            for (int i = match.from(); i < match.to(); i++) {
                taken.add(i);
            }
        }
        kept.sort(Comparator.comparingInt(Match::from));
        return kept;
    }

    private static boolean isContiguous(TokenizedText tokens, Match match) {
        for (int i = match.from() + 1; i < match.to(); i++) {
            if (tokens.start()[i] != tokens.end()[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Whether spaCy has no token of white space before this one: it follows directly or after one space. */
    private static boolean isNext(TokenizedText tokens, int i, char[] text) {
        int gap = tokens.start()[i] - tokens.end()[i - 1];
        return gap == 0 || gap == 1 && text[tokens.end()[i - 1]] == ' ';
    }

    private static void copy(TokenizedText source, int from, int to, TokenizedText target) {
        for (int i = from; i < to; i++) {
            target.add(
                    source.start()[i],
                    source.end()[i],
                    source.codePoints()[i],
                    source.hash()[i],
                    source.folded()[i],
                    source.classes()[i]);
        }
    }

    /** Whether some affix rule matches in an exception; only then does spaCy look for it among tokens. */
    private static boolean isAffixed(char[] text) {
        if (SpacyAffixes.prefix(text, 0, text.length) > 0 || SpacyAffixes.suffix(text, 0, text.length) > 0) {
            return true;
        }
        for (int i = 0; i < text.length; i++) {
            if (SpacyAffixes.infix(text, i, 0, text.length) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static long chain(long chain, long hash) {
        return (chain ^ hash) * 0xD1342543DE82EF95L + 1;
    }
}
