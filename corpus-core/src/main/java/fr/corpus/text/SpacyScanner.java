package fr.corpus.text;

import java.util.Arrays;

/** The working state of {@link SpacyFrenchTokenizer} from text to text. Confined to one thread. */
final class SpacyScanner {

    /** Marks, inside this class only, a token with which an exception's tokens may start. */
    private static final byte STARTER = 0x40;

    private final SpacyCutter cutter = new SpacyCutter(true);
    private final SpacyMeasure measure = new SpacyMeasure();
    private final SpacyPhrases phrases = new SpacyPhrases();
    private final ChunkCache cache = new ChunkCache();
    private final TokenizedText chunk = new TokenizedText();
    private int[] starters = new int[256];

    /** Cuts a text. */
    void scan(String source, TokenizedText out) {
        out.clear();
        char[] text = out.characters(source);
        int end = source.length();
        int i = 0;
        while (i < end) {
            if (SpacyRules.isSpace(text[i])) {
                i++;
                continue;
            }
            int from = i;
            long h = TokenHash.SEED;
            do {
                h = TokenHash.step(h, text[i++]);
            } while (i < end && !SpacyRules.isSpace(text[i]));
            long key = TokenHash.finish(h, i - from);
            if (!cache.replay(key, text, from, i, out)) {
                cut(text, from, i, out);
                cache.put(key, text, from, i, chunk, 0);
            }
        }
        findPhrases(text, out);
    }

    private void cut(char[] text, int from, int to, TokenizedText out) {
        chunk.clear();
        int count = cutter.cut(text, from, to);
        int start = from;
        for (int k = 0; k < count; k++) {
            int end = cutter.ends()[k];
            measure.add(text, start, end, chunk);
            start = end;
        }
        for (int k = 0; k < count; k++) {
            byte classes = chunk.classes()[k];
            if (SpacyPhrases.mayStart(chunk.hash()[k])) {
                classes |= STARTER;
                chunk.classes()[k] = classes;
            }
            out.add(
                    chunk.start()[k],
                    chunk.end()[k],
                    chunk.codePoints()[k],
                    chunk.hash()[k],
                    chunk.folded()[k],
                    classes);
        }
    }

    private void findPhrases(char[] text, TokenizedText out) {
        byte[] classes = out.classes();
        int count = 0;
        for (int k = 0; k < out.size(); k++) {
            if (classes[k] >= STARTER) {
                classes[k] -= STARTER;
                if (count == starters.length) {
                    starters = Arrays.copyOf(starters, count * 2);
                }
                starters[count++] = k;
            }
        }
        phrases.clear();
        for (int k = 0; k < count; k++) {
            phrases.find(out, starters[k], text);
        }
        phrases.apply(out, text, measure);
    }
}
