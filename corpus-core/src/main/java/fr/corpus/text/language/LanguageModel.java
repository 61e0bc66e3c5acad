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
    private static final int VERSION = 1;
    private static final int SPREAD = 0x9E3779B1;
    private static final int DENSE = 4;
    private static final int ROW = 0xFF;
    private static final byte[] MAGIC = "CORPLANG".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + 2 + Digest.BYTES;

    private final ModelData data;
    private final Digest digest;
    private final List<String> languages;
    private final int[] languageOf;
    private final long[] table;
    private final int shift;
    private final char[] postings;
    private final int[][] rows;
    private final int[][] pendingRows;

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
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(8, data.keys().length * 2 - 1));
        shift = 32 - bits;
        table = new long[1 << bits];
        postings = new char[data.posted().length];
        rows = new int
                [(int) IntStream.range(0, data.counts().length)
                        .filter(i -> isDense(data.counts()[i] & 0xFF))
                        .count()][];
        pendingRows = new int[rows.length][];
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
            int slot = key * SPREAD >>> shift;
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            if (isDense(count)) {
                rows[row] = new int[data.varieties().size()];
                pendingRows[row] = new int[data.varieties().size()];
                for (int p = start; p < start + count; p++) {
                    rows[row][postings[p] >>> 8] = (byte) postings[p];
                    pendingRows[row][postings[p] >>> 8] = data.pending()[p];
                }
                table[slot] = (long) key << 32 | (long) row << 8 | ROW;
                row++;
            } else {
                table[slot] = (long) key << 32 | (long) start << 8 | count;
            }
            start += count;
        }
    }

    private void add(int from, int to, int[] sums) {
        char[] all = postings;
        for (int p = from; p < to; p++) {
            char posting = all[p];
            sums[posting >>> 8] += (byte) posting;
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
        for (int i = from; i < to; i++) {
            long hash = Ngrams.start();
            int longest = Math.min(Ngrams.LONGEST, to - i);
            for (int n = 1; n <= longest; n++) {
                hash = Ngrams.next(hash, codes[i + n - 1]);
                long entry = find(Ngrams.key(hash, n));
                if (entry != 0) {
                    known += n == 1 ? 1 : 0;
                    add(entry, sums);
                }
            }
        }
        for (int v = 0; v < sums.length; v++) {
            sums[v] += known * data.grounds()[v];
        }
        for (int n = 1; n < Ngrams.LONGEST && to - n >= from; n++) {
            long hash = Ngrams.start();
            for (int i = to - n; i < to; i++) {
                hash = Ngrams.next(hash, codes[i]);
            }
            long entry = find(Ngrams.key(hash, n));
            if (entry != 0) {
                takePending(entry, sums);
            }
        }
        return known;
    }

    private long find(int key) {
        long[] slots = table;
        int slot = key * SPREAD >>> shift;
        long entry = slots[slot];
        while (entry != 0 && (int) (entry >>> 32) != key) {
            slot = slot + 1 & slots.length - 1;
            entry = slots[slot];
        }
        return entry;
    }

    private void add(long entry, int[] sums) {
        int count = (int) (entry & 0xFF);
        int start = (int) entry >>> 8;
        if (count == ROW) {
            int[] row = rows[start];
            for (int v = 0; v < sums.length; v++) {
                sums[v] += row[v];
            }
        } else {
            add(start, start + count, sums);
        }
    }

    /** Takes back what an n-gram at the end of a text was charged for a letter that does not come. */
    private void takePending(long entry, int[] sums) {
        int count = (int) (entry & 0xFF);
        int start = (int) entry >>> 8;
        if (count == ROW) {
            int[] row = pendingRows[start];
            for (int v = 0; v < sums.length; v++) {
                sums[v] -= row[v];
            }
        } else {
            for (int p = start; p < start + count; p++) {
                sums[postings[p] >>> 8] -= data.pending()[p];
            }
        }
    }
}
