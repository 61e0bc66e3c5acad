package fr.corpus.text.language;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a model as its file holds them. The arrays are shared, never changed.
 *
 * @param seed the trainer's seed
 * @param varieties at most {@value LanguageModel#MAX_VARIETIES}, in alphabetical order
 * @param calibration thousandths, see {@link Calibration}
 * @param grounds by variety, what a letter costs that it has not shown
 * @param priors by variety, added once for a text
 * @param keys of n-grams, ascending as unsigned numbers
 * @param counts by key, how many varieties follow
 * @param posted varieties, key after key
 * @param weights by posted variety, signed
 * @param pending by posted variety, what of the weight is for the letter after the n-gram, signed
 */
record ModelData(
        long seed,
        List<String> varieties,
        int[] calibration,
        short[] grounds,
        short[] priors,
        int[] keys,
        byte[] counts,
        byte[] posted,
        byte[] weights,
        byte[] pending) {

    static ModelData read(ByteBuffer in) {
        long seed = in.getLong();
        int[] calibration = new int[Calibration.NUMBERS];
        for (int i = 0; i < calibration.length; i++) {
            calibration[i] = in.getInt();
        }
        List<String> varieties = new ArrayList<>();
        for (int left = in.get() & 0xFF; left > 0; left--) {
            byte[] name = new byte[in.get() & 0xFF];
            in.get(name);
            varieties.add(new String(name, StandardCharsets.US_ASCII));
        }
        short[] grounds = new short[varieties.size()];
        for (int v = 0; v < grounds.length; v++) {
            grounds[v] = in.getShort();
        }
        short[] priors = new short[varieties.size()];
        for (int v = 0; v < priors.length; v++) {
            priors[v] = in.getShort();
        }
        int[] keys = new int[count(in, in.getInt())];
        int key = 0;
        for (int i = 0; i < keys.length; i++) {
            key += readVarint(in);
            keys[i] = key;
        }
        byte[] counts = new byte[keys.length];
        in.get(counts);
        int total = 0;
        for (byte count : counts) {
            total += count & 0xFF;
        }
        byte[] posted = new byte[count(in, total)];
        in.get(posted);
        byte[] weights = new byte[total];
        in.get(weights);
        byte[] pending = new byte[total];
        int from = 0;
        for (int i = 0; i < keys.length; i++) {
            if (Ngrams.isContext(keys[i])) {
                in.get(pending, from, counts[i] & 0xFF);
            }
            from += counts[i] & 0xFF;
        }
        return new ModelData(
                seed, List.copyOf(varieties), calibration, grounds, priors, keys, counts, posted, weights, pending);
    }

    /** A number of items, each at least a byte of what is left to read. */
    private static int count(ByteBuffer in, int count) {
        if (count < 0 || count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        writeNumber(out, seed, 8);
        for (int number : calibration) {
            writeNumber(out, number, 4);
        }
        out.write(varieties.size());
        for (String variety : varieties) {
            out.write(variety.length());
            out.writeBytes(variety.getBytes(StandardCharsets.US_ASCII));
        }
        for (short ground : grounds) {
            writeNumber(out, ground, 2);
        }
        for (short prior : priors) {
            writeNumber(out, prior, 2);
        }
        writeNumber(out, keys.length, 4);
        int before = 0;
        for (int key : keys) {
            writeVarint(out, key - before);
            before = key;
        }
        out.writeBytes(counts);
        out.writeBytes(posted);
        out.writeBytes(weights);
        int from = 0;
        for (int i = 0; i < keys.length; i++) {
            if (Ngrams.isContext(keys[i])) {
                out.write(pending, from, counts[i] & 0xFF);
            }
            from += counts[i] & 0xFF;
        }
        return out.toByteArray();
    }

    private static void writeNumber(ByteArrayOutputStream out, long value, int bytes) {
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }

    private static void writeVarint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static int readVarint(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.get();
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }
}
