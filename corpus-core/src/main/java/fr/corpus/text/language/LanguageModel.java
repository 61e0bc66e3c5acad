package fr.corpus.text.language;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights of letter n-grams by variety of a language, as {@link LanguageTrainer} learns them. Immutable, thread-safe.
 *
 * <p>The weights of the n-grams of a text add up to the logarithm of the text's probability in each variety, see {@code
 * VarietyWeights}. Units are 1/{@value #UNITS_PER_NAT} nat. The file is described in {@code
 * docs/formats/language-model.md}.
 */
public final class LanguageModel {

    static final int UNITS_PER_NAT = 12;
    static final int MAX_VARIETIES = 254;
    private static final int VERSION = 2;
    private static final int DENSE = 4;
    private static final int ROW = 0xFF;
    /** So few letters that five weights of at most 128 units for each cannot overflow a short. */
    private static final int LETTERS_AT_ONCE = 50;

    private static final byte[] MAGIC = "CORPLANG".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + 2 + Digest.BYTES;

    private final ModelData data;
    private final Digest digest;
    private final List<String> languages;
    private final int[] languageOf;
    /** Of a key: where its postings begin and, in the lower eight bits, how many they are; or its row and {@link #ROW}. */
    private final KeyTable table;

    private final char[] postings;
    /** Weights by variety of a key that most varieties have: shorts, which the processor adds many at a time. */
    private final short[][] rows;
    /** By row, where its postings begin and end. */
    private final int[] rowStarts;

    private final int[] rowEnds;

    LanguageModel(ModelData data, Digest digest) {
        this.data = data;
        this.digest = digest;
        languages = data.varieties().stream()
                .map(LanguageModel::languageOf)
                .filter(language -> !language.equals(LanguageIdentifier.UNKNOWN))
                .distinct()
                .sorted()
                .toList();
        languageOf = data.varieties().stream()
                .mapToInt(variety -> Math.floorMod(languages.indexOf(languageOf(variety)), languages.size() + 1))
                .toArray();
        table = new KeyTable(data.keys().length);
        postings = new char[data.posted().length];
        rows = new short
                [(int) IntStream.range(0, data.counts().length)
                        .filter(i -> isDense(data.counts()[i] & 0xFF))
                        .count()][];
        rowStarts = new int[rows.length];
        rowEnds = new int[rows.length];
        fill();
    }

    /**
     * Reads a model.
     *
     * @param in the model's file, read to its end
     * @param name how messages call it
     * @throws IntegrityException if the bytes are cut, damaged or of another version
     */
    public static LanguageModel read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readAllBytes();
        if (bytes.length < HEADER || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw new IntegrityException(UserMessage.of("text.language.not-a-model", name));
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).position(MAGIC.length);
        int version = buffer.getShort();
        if (version != VERSION) {
            throw new IntegrityException(UserMessage.of("text.language.model-version", name, version, VERSION));
        }
        byte[] wanted = new byte[Digest.BYTES];
        buffer.get(wanted);
        Digest found = Sha256.of(bytes, HEADER, bytes.length - HEADER);
        if (!found.equals(Digest.of(wanted))) {
            throw new IntegrityException(UserMessage.of(
                    "text.language.model-damaged", name, Digest.of(wanted).hex(), found.hex()));
        }
        try {
            return new LanguageModel(ModelData.read(buffer), found);
        } catch (BufferUnderflowException e) {
            throw new IntegrityException(UserMessage.of("text.language.not-a-model", name), e);
        }
    }

    /** The model's file: the same bytes for the same weights. */
    public byte[] toBytes() {
        byte[] body = data.toBytes();
        return ByteBuffer.allocate(HEADER + body.length)
                .put(MAGIC)
                .putShort((short) VERSION)
                .put(digest.bytes())
                .put(body)
                .array();
    }

    /** SHA-256 of the file after its header: what a model card quotes. */
    public Digest digest() {
        return digest;
    }

    /** The languages, ISO 639-3, in alphabetical order. */
    public List<String> languages() {
        return languages;
    }

    /** The varieties: a language, or a language with a hyphen and a name, {@code oci-prv}. */
    public List<String> varieties() {
        return data.varieties();
    }

    static String languageOf(String variety) {
        int hyphen = variety.indexOf('-');
        return hyphen < 0 ? variety : variety.substring(0, hyphen);
    }

    /** Index in {@link #languages()} of a variety, their number for {@code und}. */
    int languageOf(int variety) {
        return languageOf[variety];
    }

    ModelData data() {
        return data;
    }

    /** Whether so many postings are added faster as a whole row. */
    private boolean isDense(int count) {
        return count * DENSE > data.varieties().size();
    }

    private void fill() {
        for (int i = 0; i < postings.length; i++) {
            postings[i] = (char) (data.posted()[i] << 8 | data.weights()[i] & 0xFF);
        }
        int start = 0;
        int row = 0;
        for (int i = 0; i < data.keys().length; i++) {
            int key = data.keys()[i];
            int count = data.counts()[i] & 0xFF;
            if (isDense(count)) {
                rows[row] = new short[data.varieties().size()];
                rowStarts[row] = start;
                rowEnds[row] = start + count;
                for (int p = start; p < start + count; p++) {
                    rows[row][postings[p] >>> 8] = (byte) postings[p];
                }
                table.put(key, row << 8 | ROW);
                row++;
            } else {
                table.put(key, start << 8 | count);
            }
            start += count;
        }
    }

    /**
     * Adds up the weights of all n-grams of some letters.
     *
     * @param sums by variety, added to
     * @return how many of the letters and spaces the model knows
     */
    int add(char[] codes, int from, int to, int[] sums) {
        int known = 0;
        short[] some = new short[sums.length];
        for (int first = from; first < to; first += LETTERS_AT_ONCE) {
            int last = Math.min(to, first + LETTERS_AT_ONCE);
            for (int i = first; i < last; i++) {
                known += addAt(codes, i, to, some) ? 1 : 0;
            }
            for (int v = 0; v < sums.length; v++) {
                sums[v] += some[v];
            }
            Arrays.fill(some, (short) 0);
        }
        for (int v = 0; v < sums.length; v++) {
            sums[v] += known * data.grounds()[v];
        }
        for (int n = 1; n < Ngrams.LONGEST && to - n >= from; n++) {
            long hash = Ngrams.start();
            for (int i = to - n; i < to; i++) {
                hash = Ngrams.next(hash, codes[i]);
            }
            int entry = table.get(Ngrams.key(hash, n));
            if (entry != 0) {
                takePending(entry, sums);
            }
        }
        return known;
    }

    /** Adds the weights of the n-grams that begin at a letter; says whether the model knows it. */
    private boolean addAt(char[] codes, int at, int to, short[] sums) {
        long hash = Ngrams.start();
        int longest = Math.min(Ngrams.LONGEST, to - at);
        for (int n = 1; n <= longest; n++) {
            hash = Ngrams.next(hash, codes[at + n - 1]);
            int entry = table.get(Ngrams.key(hash, n));
            if (entry == 0) {
                return n > 1;
            }
            int count = entry & 0xFF;
            int start = entry >>> 8;
            if (count == ROW) {
                addRow(rows[start], sums);
            } else {
                addPostings(start, start + count, sums);
            }
        }
        return longest > 0;
    }

    private static void addRow(short[] row, short[] sums) {
        for (int v = 0; v < sums.length; v++) {
            sums[v] += row[v];
        }
    }

    private void addPostings(int from, int to, short[] sums) {
        char[] all = postings;
        for (int p = from; p < to; p++) {
            char posting = all[p];
            sums[posting >>> 8] += (byte) posting;
        }
    }

    /** Takes back what an n-gram at the end of a text was charged for a letter that does not come. */
    private void takePending(int entry, int[] sums) {
        int count = entry & 0xFF;
        int start = entry >>> 8;
        int from = count == ROW ? rowStarts[start] : start;
        int to = count == ROW ? rowEnds[start] : start + count;
        for (int p = from; p < to; p++) {
            sums[postings[p] >>> 8] -= data.pending()[p];
        }
    }
}
