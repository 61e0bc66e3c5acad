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

/**
 * Weights of letter n-grams by variety of a language, as {@link LanguageTrainer} learns them. Immutable, thread-safe.
 *
 * <p>A naive Bayes model against a background of all varieties: an n-gram that a variety has not shown costs the variety's
 * default, one that it has shown earns its weight back and more. Units are 1/{@value #UNITS_PER_NAT} nat. The file is
 * described in {@code docs/formats/language-model.md}.
 */
public final class LanguageModel {

    static final int UNITS_PER_NAT = 24;
    static final int MAX_VARIETIES = 255;
    private static final int VERSION = 1;
    private static final byte[] MAGIC = "CORPLANG".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + 2 + Digest.BYTES;

    private final ModelData data;
    private final Digest digest;
    private final List<String> languages;
    private final int[] languageOf;
    private final long[] table;
    private final int shift;
    private final char[] postings;

    LanguageModel(ModelData data, Digest digest) {
        this.data = data;
        this.digest = digest;
        languages = data.varieties().stream()
                .map(LanguageModel::languageOf)
                .distinct()
                .sorted()
                .toList();
        languageOf = data.varieties().stream()
                .mapToInt(variety -> languages.indexOf(languageOf(variety)))
                .toArray();
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(8, data.keys().length * 2 - 1));
        shift = 32 - bits;
        table = new long[1 << bits];
        postings = new char[data.posted().length];
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

    /** Index in {@link #languages()} of each variety. */
    int languageOf(int variety) {
        return languageOf[variety];
    }

    ModelData data() {
        return data;
    }

    private void fill() {
        int start = 0;
        for (int i = 0; i < data.keys().length; i++) {
            int key = data.keys()[i];
            int count = data.counts()[i] & 0xFF;
            int slot = key * 0x9E3779B1 >>> shift;
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = (long) key << 32 | (long) start << 8 | count;
            start += count;
        }
        for (int i = 0; i < postings.length; i++) {
            postings[i] = (char) (data.posted()[i] << 8 | data.weights()[i] & 0xFF);
        }
    }

    /**
     * Adds up the weights of all n-grams of some letters.
     *
     * @param sums by variety, added to
     * @param known by length of n-gram, how many the model knows; added to
     */
    void add(char[] codes, int from, int to, int[] sums, int[] known) {
        long[] slots = table;
        int mask = slots.length - 1;
        char[] all = postings;
        for (int i = from; i < to; i++) {
            long hash = Ngrams.start();
            int longest = Math.min(Ngrams.LONGEST, to - i);
            for (int n = 1; n <= longest; n++) {
                char code = codes[i + n - 1];
                hash = Ngrams.next(hash, code);
                if (n == 1 && !Ngrams.isTellingAlone(code)) {
                    continue;
                }
                int key = Ngrams.key(hash, n);
                int slot = key * 0x9E3779B1 >>> shift;
                long entry = slots[slot];
                while (entry != 0 && (int) (entry >>> 32) != key) {
                    slot = slot + 1 & mask;
                    entry = slots[slot];
                }
                if (entry != 0) {
                    known[n]++;
                    int start = (int) entry >>> 8;
                    int end = start + (int) (entry & 0xFF);
                    for (int p = start; p < end; p++) {
                        char posting = all[p];
                        sums[posting >>> 8] += posting & 0xFF;
                    }
                }
            }
        }
    }

    /** Adds what a variety pays for every known n-gram, shown or not. */
    void addDefaults(int[] sums, int[] known) {
        for (int n = 1; n <= Ngrams.LONGEST; n++) {
            for (int v = 0; v < sums.length; v++) {
                sums[v] += known[n] * data.defaults()[n][v];
            }
        }
    }
}
