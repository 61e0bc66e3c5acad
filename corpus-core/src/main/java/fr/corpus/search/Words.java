package fr.corpus.search;

import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import fr.corpus.text.WordForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words under which a text is searched, {@link WordForm}: the tokens of {@code french@1} that have a letter or a digit,
 * folded by {@code folding@1}, but with their digits as they stand. So case, accents, ligatures, elision, punctuation and hyphens
 * at line ends do not count, {@code 20 000} and {@code 20000} are one word, and {@code 1984} is not {@code 1985}. Reused from text
 * to text, so confined to one thread.
 */
final class Words {

    /** Name and version, part of the identity of an index. */
    static final String VERSION = WordForm.VERSION;

    private static final int CACHE = 1 << 16;

    private final FrenchTokenizer tokenizer = new FrenchTokenizer();
    private final TokenizedText tokens = new TokenizedText();
    private final long[] cachedHashes = new long[CACHE];
    private final byte[] @Nullable [] cached = new byte[CACHE][];
    private final long[] cachedWordHashes = new long[CACHE];
    private byte[] @Nullable [] words = new byte[1024][];
    private long[] hashes = new long[1024];
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int size;

    /** Cuts a text; answers {@link #size()}. */
    int of(String text) {
        tokenizer.tokenize(text, tokens);
        size = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.folded()[i] != 0) {
                add(text, i);
            }
        }
        return size;
    }

    private void add(String text, int token) {
        if (size == starts.length) {
            words = Arrays.copyOf(words, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        long hash = tokens.hash()[token];
        int slot = (int) (hash ^ hash >>> 32) & CACHE - 1;
        byte[] word = cachedHashes[slot] == hash ? cached[slot] : null;
        if (word == null) {
            String form = text.substring(tokens.start()[token], tokens.end()[token]);
            word = WordForm.of(form, (tokens.classes()[token] & TokenizedText.DIGIT) != 0);
            cachedHashes[slot] = hash;
            cached[slot] = word;
            cachedWordHashes[slot] = hash(word);
        }
        hashes[size] = cachedWordHashes[slot];
        words[size] = word;
        starts[size] = tokens.start()[token];
        ends[size++] = tokens.end()[token];
    }

    private static long hash(byte[] word) {
        long h = word.length;
        for (byte b : word) {
            h = (h ^ b & 0xFF) * 0xD1342543DE82EF95L;
            h ^= h >>> 32;
        }
        return h;
    }

    /** Number of words. */
    int size() {
        return size;
    }

    /** A word, in UTF-8; not to be changed. */
    byte[] word(int at) {
        byte[] word = words[at];
        if (at >= size || word == null) {
            throw new IndexOutOfBoundsException(at);
        }
        return word;
    }

    /** A hash of a word: equal words have equal hashes. */
    long hash(int at) {
        return hashes[at];
    }

    /** First UTF-16 unit of a word in the text. */
    int start(int at) {
        return starts[at];
    }

    /** UTF-16 unit behind a word. */
    int end(int at) {
        return ends[at];
    }

    /** All words, as a list of its own. */
    List<byte[]> toList() {
        List<byte[]> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(word(i));
        }
        return list;
    }
}
