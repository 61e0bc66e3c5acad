package fr.corpus.text;

/**
 * How much a text repeats itself: lines, paragraphs, n-grams of tokens; the measures of Rae et al., «Scaling Language
 * Models» (2021), table A1. Thread-safe: all working state is in the view.
 *
 * <p>Paragraphs are what stands between two or more line feeds of the stripped text; lines what stands between one or
 * more line feeds of the text as it is, so a line feed at an end of the text makes an empty line there. A duplicate is
 * each occurrence after the first. Shares of lines and paragraphs are over their number; shares of characters are over
 * the text's code points.
 *
 * <p>Two n-grams are the same when their tokens are, in order. The top n-gram is the most frequent one, at equal
 * frequency the one met first; its length counts one space between tokens, and occurrences may overlap, so its share
 * may exceed 1. Duplicate n-grams are found from left to right: one that was met adds its length, without spaces, and
 * the walk jumps behind it; another one is remembered and the walk advances by one token.
 */
public final class RepetitionSignals {

    private static final int SMALLEST_N = 2;
    private static final int LARGEST_TOP = 4;
    private static final int SMALLEST_DUPLICATE = 5;
    private static final int LARGEST_N = 10;
    private static final Signal[] BY_N = {
        Signal.TOP_2GRAM,
        Signal.TOP_3GRAM,
        Signal.TOP_4GRAM,
        Signal.DUPLICATE_5GRAMS,
        Signal.DUPLICATE_6GRAMS,
        Signal.DUPLICATE_7GRAMS,
        Signal.DUPLICATE_8GRAMS,
        Signal.DUPLICATE_9GRAMS,
        Signal.DUPLICATE_10GRAMS
    };

    private RepetitionSignals() {}

    /**
     * Measures all thirteen signals of a text that is not empty; of an empty one, none.
     *
     * @param view the text
     * @param topOccurrences how often the top n-gram must occur to count at all, at least 1; with 1 a short text that
     * repeats
     *     nothing has a top n-gram that may be a large part of it
     */
    public static void measure(TextView view, int topOccurrences) {
        if (view.text().isEmpty()) {
            return;
        }
        lines(view);
        paragraphs(view);
        grams(view, topOccurrences);
    }

    private static void lines(TextView view) {
        Lines lines = view.lines();
        LongTable table = view.scratch().table;
        table.reset(lines.size());
        int count = 0;
        int duplicates = 0;
        long characters = 0;
        for (int i = 0, last = lines.size() - 1; i <= last; i++) {
            int from = lines.start()[i];
            int to = lines.end()[i];
            if (from < to || i == 0 || i == last) {
                count++;
                if ((int) table.add(lines.hash()[i], i) > 1) {
                    duplicates++;
                    characters += lines.codePoints(from, to);
                }
            }
        }
        view.signals().set(Signal.DUPLICATE_LINES, (double) duplicates / count);
        view.signals().set(Signal.DUPLICATE_LINE_CHARS, (double) characters / view.codePoints());
    }

    private static void paragraphs(TextView view) {
        Lines lines = view.lines();
        char[] chars = lines.chars();
        int begin = WhiteSpace.skip(chars, 0, lines.length());
        int end = WhiteSpace.skipBack(chars, begin, lines.length());
        LongTable table = view.scratch().table;
        table.reset(lines.size());
        int count = 0;
        int duplicates = 0;
        long characters = 0;
        int from = begin;
        long hash = 0;
        for (int i = 0; i < lines.size(); i++) {
            int lineStart = Math.max(lines.start()[i], begin);
            int lineEnd = Math.min(lines.end()[i], end);
            if (lineStart >= lineEnd) {
                continue;
            }
            boolean whole = lineStart == lines.start()[i] && lineEnd == lines.end()[i];
            hash = Lines.mix(hash, whole ? lines.hash()[i] : Lines.hash(chars, lineStart, lineEnd));
            if (lineEnd == end || chars[lineEnd + 1] == '\n') {
                count++;
                if ((int) table.add(hash, i) > 1) {
                    duplicates++;
                    characters += lines.codePoints(from, lineEnd);
                }
                hash = 0;
                from = lineEnd;
                while (from < end && chars[from] == '\n') {
                    from++;
                }
            }
        }
        view.signals().set(Signal.DUPLICATE_PARAGRAPHS, count == 0 ? 0 : (double) duplicates / count);
        view.signals().set(Signal.DUPLICATE_PARAGRAPH_CHARS, (double) characters / view.codePoints());
    }

    /**
     * A repeated n-gram is made of two repeated (n-1)-grams, so each pass looks only where the one before found
     * repetition; from 3-grams on, an n-gram is the exact pair of the first positions of its two halves.
     */
    private static void grams(TextView view, int topOccurrences) {
        TokenizedText tokens = view.tokens();
        Scratch scratch = view.scratch();
        scratch.reserve(tokens.size());
        int candidates = 0;
        for (int n = SMALLEST_N; n <= LARGEST_N; n++) {
            if (tokens.size() < n) {
                view.signals().set(BY_N[n - SMALLEST_N], 0);
                continue;
            }
            Scratch.clear(scratch.marks, tokens.size());
            long top = n == SMALLEST_N ? countPairs(tokens, scratch) : countGrams(candidates, scratch);
            candidates = collect(scratch, tokens.size());
            long characters;
            if (n > LARGEST_TOP) {
                characters = walk(tokens, n, candidates, scratch);
            } else if ((int) top < topOccurrences) {
                characters = 0;
            } else {
                characters = (length(tokens, (int) (top >>> 32), n) + n - 1) * (int) top;
            }
            view.signals().set(BY_N[n - SMALLEST_N], (double) characters / view.codePoints());
        }
    }

    private static long countPairs(TokenizedText tokens, Scratch scratch) {
        long[] hash = tokens.hash();
        int[] first = scratch.first;
        long top = 1;
        scratch.table.reset(tokens.size());
        for (int i = 0, last = tokens.size() - 1; i < last; i++) {
            long found = scratch.table.add(Lines.mix(hash[i] * 3, hash[i + 1]), i);
            first[i] = (int) (found >>> 32);
            if ((int) found > 1) {
                top = repeated(scratch.marks, found, i, top);
            }
        }
        return top;
    }

    private static long countGrams(int candidates, Scratch scratch) {
        int[] first = scratch.first;
        int[] at = scratch.repeated;
        long top = 1;
        scratch.table.reset(candidates);
        for (int k = 0; k + 1 < candidates; k++) {
            int i = at[k];
            if (at[k + 1] == i + 1) {
                long found = scratch.table.add(((long) first[i] << 32 | first[i + 1]) + 1, i);
                first[i] = (int) (found >>> 32);
                if ((int) found > 1) {
                    top = repeated(scratch.marks, found, i, top);
                }
            }
        }
        return top;
    }

    /** Marks both the first occurrence and this one; answers the more frequent gram, at equal counts the earlier. */
    private static long repeated(long[] marks, long found, int position, long top) {
        int first = (int) (found >>> 32);
        marks[first >> 6] |= 1L << first;
        marks[position >> 6] |= 1L << position;
        int more = Integer.compare((int) found, (int) top);
        return more > 0 || more == 0 && first < (int) (top >>> 32) ? found : top;
    }

    /** Lists the marked positions. */
    private static int collect(Scratch scratch, int positions) {
        int[] list = scratch.repeated;
        int size = 0;
        for (int word = 0, words = (positions >> 6) + 1; word < words; word++) {
            for (long bits = scratch.marks[word]; bits != 0; bits &= bits - 1) {
                list[size++] = (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return size;
    }

    private static long walk(TokenizedText tokens, int n, int candidates, Scratch scratch) {
        if (candidates == 0) {
            return 0;
        }
        long[] met = scratch.met;
        Scratch.clear(met, tokens.size());
        long characters = 0;
        int next = 0;
        for (int k = 0; k < candidates; k++) {
            int i = scratch.repeated[k];
            if (i >= next) {
                int gram = scratch.first[i];
                if ((met[gram >> 6] & 1L << gram) != 0) {
                    characters += length(tokens, i, n);
                    next = i + n;
                } else {
                    met[gram >> 6] |= 1L << gram;
                }
            }
        }
        return characters;
    }

    private static long length(TokenizedText tokens, int from, int n) {
        long sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += tokens.codePoints()[i];
        }
        return sum;
    }
}
