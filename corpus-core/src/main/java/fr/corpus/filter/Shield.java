package fr.corpus.filter;

import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import fr.corpus.text.WordForm;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The word sequences of texts that documents must not have, for one look through each document. Immutable and thread-safe.
 *
 * <p>Of a text of at least {@code sequenceWords} words every sequence of so many is kept; a text of fewer words, but at least {@code
 * phraseWords}, is kept as one sequence. A document is passed once with rolling hashes of folded words; what has the hash of a
 * sequence is compared word by word, in {@value WordForm#VERSION}, so an answer never rests on a hash.
 */
public final class Shield {

    /** Most sequences of a shield. */
    static final int MAX_SEQUENCES = 1 << 25;

    private static final long BASE = 0xD1342543DE82EF95L;

    private final int sequenceWords;
    private final int phraseWords;
    private final List<ShieldedText> texts;
    private final byte[][][] words;
    private final GramTable sequences;
    private final GramTable phrases;
    /** For each sequence its texts and places: text in the upper, first word in the lower half. */
    private final long[][] places;

    private final int shielded;

    private Shield(int sequenceWords, int phraseWords, List<ShieldedText> texts, Grams grams) {
        this.sequenceWords = sequenceWords;
        this.phraseWords = phraseWords;
        this.texts = List.copyOf(texts);
        this.words = grams.words;
        this.sequences = grams.sequences;
        this.phrases = grams.phrases;
        this.places = grams.places.stream().map(Places::toArray).toArray(long[][]::new);
        this.shielded = grams.shielded;
    }

    /**
     * A shield for texts.
     *
     * @param sequenceWords words of a sequence, at least 2
     * @param phraseWords words of the shortest text that is kept, at most {@code sequenceWords}; nothing for no shorter texts at all
     * @throws IllegalArgumentException if a number is out of range, or there are more than 33,554,432 sequences
     */
    public static Shield of(List<ShieldedText> texts, int sequenceWords, OptionalLong phraseWords) {
        long least = phraseWords.orElse(sequenceWords);
        if (sequenceWords < 2 || sequenceWords > 100 || least < 2 || least > sequenceWords) {
            throw new IllegalArgumentException(
                    "need 2 <= phrase-words <= sequence-words <= 100, got " + least + ", " + sequenceWords);
        }
        return new Shield(sequenceWords, (int) least, texts, new Grams(texts, sequenceWords, (int) least));
    }

    /**
     * A text that a document has, in whole or in part. Immutable.
     *
     * @param text the text
     * @param words its words
     * @param covered how many of them are in sequences that the document has
     */
    public record Hit(ShieldedText text, int words, int covered) {

        /** Covered words among all, above 0 to 1. */
        public double share() {
            return (double) covered / words;
        }
    }

    /** Number of different sequences. */
    public int size() {
        return places.length;
    }

    /** Number of texts that are long enough to be kept. */
    public int shielded() {
        return shielded;
    }

    /** Number of words of a text of the shield, in the order in which they were given. */
    public int words(int text) {
        return words[text].length;
    }

    /** Whether a text, in the order in which they were given, is long enough to be kept. */
    public boolean isShielded(int text) {
        return words[text].length >= phraseWords;
    }

    /**
     * The text of which a document has most; of several the first.
     *
     * @param text the document
     * @param tokens its tokens, cut by {@link FrenchTokenizer}
     */
    public Optional<Hit> most(String text, TokenizedText tokens) {
        BitSet found = new BitSet();
        look(text, tokens, found);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, BitSet> covered = new TreeMap<>();
        found.stream().forEach(gram -> {
            for (long place : places[gram]) {
                int owner = (int) (place >>> 32);
                int from = (int) place;
                covered.computeIfAbsent(owner, key -> new BitSet())
                        .set(from, from + Math.min(sequenceWords, words[owner].length));
            }
        });
        Hit most = null;
        for (Map.Entry<Integer, BitSet> each : covered.entrySet()) {
            int owner = each.getKey();
            Hit hit = new Hit(
                    texts.get(owner), words[owner].length, each.getValue().cardinality());
            if (most == null || hit.share() > most.share()) {
                most = hit;
            }
        }
        return Optional.ofNullable(most);
    }

    private void look(String text, TokenizedText tokens, BitSet found) {
        long[] folded = tokens.folded();
        Window window = new Window(sequenceWords);
        Rolling sequence = new Rolling(sequenceWords);
        Rolling phrase = new Rolling(phraseWords);
        boolean hasPhrases = phraseWords < sequenceWords;
        int count = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (folded[i] == 0) {
                continue;
            }
            sequence.roll(folded[i], window.hash(count - sequenceWords, count));
            if (hasPhrases) {
                phrase.roll(folded[i], window.hash(count - phraseWords, count));
            }
            window.add(count++, folded[i], i);
            if (count >= sequenceWords) {
                match(text, tokens, sequences, sequence.hash, i, found);
            }
            if (hasPhrases && count >= phraseWords) {
                match(text, tokens, phrases, phrase.hash, window.token(count - phraseWords), found);
            }
        }
    }

    /** Compares the sequences of a hash. A sequence of full length is given by its last token, a phrase by its first. */
    private void match(String text, TokenizedText tokens, GramTable table, long hash, int token, BitSet found) {
        for (int at = table.first(hash); at >= 0; at = table.next(hash, at)) {
            int gram = table.gram(at);
            if (!found.get(gram)) {
                long place = places[gram][0];
                byte[][] wanted = words[(int) (place >>> 32)];
                int from = (int) place;
                boolean same = table == sequences
                        ? standsBefore(text, tokens, wanted, from + sequenceWords - 1, token)
                        : standsFrom(text, tokens, wanted, token);
                if (same) {
                    found.set(gram);
                }
            }
        }
    }

    private boolean standsBefore(String text, TokenizedText tokens, byte[][] wanted, int last, int token) {
        int at = last;
        for (int i = token; i >= 0 && at > last - sequenceWords; i--) {
            if (tokens.folded()[i] != 0) {
                if (!Arrays.equals(form(text, tokens, i), wanted[at])) {
                    return false;
                }
                at--;
            }
        }
        return at == last - sequenceWords;
    }

    private static boolean standsFrom(String text, TokenizedText tokens, byte[][] wanted, int token) {
        int at = 0;
        for (int i = token; i < tokens.size() && at < wanted.length; i++) {
            if (tokens.folded()[i] != 0) {
                if (!Arrays.equals(form(text, tokens, i), wanted[at])) {
                    return false;
                }
                at++;
            }
        }
        return at == wanted.length;
    }

    private static byte[] form(String text, TokenizedText tokens, int token) {
        return WordForm.of(
                text.substring(tokens.start()[token], tokens.end()[token]),
                (tokens.classes()[token] & TokenizedText.DIGIT) != 0);
    }

    /** The last words of a document, by their number. */
    private static final class Window {

        private final int mask;
        private final long[] hashes;
        private final int[] tokens;

        Window(int words) {
            int size = Integer.highestOneBit(words) * 2;
            mask = size - 1;
            hashes = new long[size];
            tokens = new int[size];
        }

        void add(int word, long hash, int token) {
            hashes[word & mask] = hash;
            tokens[word & mask] = token;
        }

        long hash(int word, int count) {
            return word < 0 || word >= count ? 0 : hashes[word & mask];
        }

        int token(int word) {
            return tokens[word & mask];
        }
    }

    /** The hash of the last words, word by word. */
    private static final class Rolling {

        private final long leaving;
        private long hash;

        Rolling(int words) {
            long power = 1;
            for (int i = 0; i < words; i++) {
                power *= BASE;
            }
            leaving = power;
        }

        void roll(long in, long out) {
            hash = hash * BASE + in - out * leaving;
        }
    }

    private static long hash(long[] folded, int from, int count) {
        long hash = 0;
        for (int i = from; i < from + count; i++) {
            hash = hash * BASE + folded[i];
        }
        return hash;
    }

    /** Where one sequence stands in the texts. */
    private static final class Places {

        private long[] all = new long[1];
        private int size;

        long first() {
            return all[0];
        }

        void add(long place) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size++] = place;
        }

        long[] toArray() {
            return Arrays.copyOf(all, size);
        }
    }

    /** Cuts texts into sequences. */
    private static final class Grams {

        private final byte[][][] words;
        private final GramTable sequences;
        private final GramTable phrases;
        private final List<Places> places = new ArrayList<>();
        private final Map<ByteBuffer, byte[]> forms = new HashMap<>();
        private final TokenizedText tokens = new TokenizedText();
        private final FrenchTokenizer tokenizer = new FrenchTokenizer();
        private final int n;
        private int shielded;

        Grams(List<ShieldedText> texts, int n, int least) {
            this.n = n;
            words = new byte[texts.size()][][];
            long[][] hashes = new long[texts.size()][];
            long all = 0;
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = cut(texts.get(i).text(), i);
                all += Math.max(1, hashes[i].length - n + 1);
                shielded += hashes[i].length >= least ? 1 : 0;
            }
            if (all > MAX_SEQUENCES) {
                throw new IllegalArgumentException("at most " + MAX_SEQUENCES + " sequences, got " + all);
            }
            sequences = new GramTable((int) all);
            phrases = new GramTable(texts.size());
            for (int i = 0; i < hashes.length; i++) {
                for (int from = 0; from + n <= hashes[i].length; from++) {
                    add(sequences, hash(hashes[i], from, n), i, from, n);
                }
                if (hashes[i].length >= least && hashes[i].length < n) {
                    add(phrases, hash(hashes[i], 0, least), i, 0, hashes[i].length);
                }
            }
        }

        private long[] cut(String text, int number) {
            tokenizer.tokenize(text, tokens);
            long[] folded = new long[tokens.size()];
            List<byte[]> own = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.folded()[i] != 0) {
                    folded[own.size()] = tokens.folded()[i];
                    byte[] form = form(text, tokens, i);
                    own.add(forms.computeIfAbsent(ByteBuffer.wrap(form), key -> form));
                }
            }
            words[number] = own.toArray(new byte[0][]);
            return Arrays.copyOf(folded, own.size());
        }

        private void add(GramTable table, long hash, int text, int from, int count) {
            long place = (long) text << 32 | from;
            for (int at = table.first(hash); at >= 0; at = table.next(hash, at)) {
                int gram = table.gram(at);
                Places known = places.get(gram);
                if (isSame(known.first(), text, from, count)) {
                    known.add(place);
                    return;
                }
            }
            table.add(hash, places.size());
            Places only = new Places();
            only.add(place);
            places.add(only);
        }

        /** Whether a known sequence has the same words; a text that is kept whole is not the beginning of another. */
        private boolean isSame(long known, int text, int from, int count) {
            byte[][] one = words[(int) (known >>> 32)];
            int start = (int) known;
            return (count == n || one.length == count)
                    && Arrays.equals(one, start, start + count, words[text], from, from + count, Arrays::compare);
        }
    }
}
