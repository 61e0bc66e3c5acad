package fr.corpus.read;

import fr.corpus.internal.json.Utf8;

/**
 * Finds the encoding of French text. Certain where the bytes prove it (byte order marks, valid UTF-8, every second byte
 * zero); otherwise the single-byte encoding under which the text looks most like French, with how sure that is. Never
 * guesses silently: what is not sure is said to be unknown. Thread-safe.
 */
final class EncodingDetector {

    /** Below this the encoding counts as unknown. */
    static final double MIN_CONFIDENCE = 0.99;

    /** Mean weight of a character beyond ASCII, below which a text is not French under any encoding. */
    private static final double MIN_MEAN_WEIGHT = -7;

    private static final int ENOUGH_CHARACTERS = 50_000;
    private static final int SAMPLE_BYTES = 1 << 16;

    /** One stray character among so many that tell the opposite is chance or damage, more is a second encoding. */
    private static final int STRAY = 20;

    /** What was found. */
    sealed interface Finding {

        /**
         * An encoding.
         *
         * @param start length of the byte order mark
         * @param confidence from {@link #MIN_CONFIDENCE} to 1; 1 is proof
         */
        record Found(Encoding encoding, int start, double confidence) implements Finding {}

        /** Mostly UTF-8, but one place is not. */
        record DamagedUtf8(int byteOffset) implements Finding {}

        /** UTF-8 in some places, a single-byte encoding in others. */
        record Mixed(int byteOffset) implements Finding {}

        /** Zero bytes that no text has. */
        record Binary(int byteOffset) implements Finding {}

        /** No encoding is likely enough; the best one and how sure it is. */
        record Unknown(Encoding best, double confidence) implements Finding {}
    }

    private EncodingDetector() {}

    /** Finds the encoding of the first {@code length} bytes. */
    static Finding detect(byte[] bytes, int length) {
        if (startsWith(bytes, length, 0xEF, 0xBB, 0xBF)) {
            return new Finding.Found(Encoding.UTF_8, 3, 1);
        }
        if (startsWith(bytes, length, 0xFF, 0xFE)) {
            return new Finding.Found(Encoding.UTF_16LE, 2, 1);
        }
        if (startsWith(bytes, length, 0xFE, 0xFF)) {
            return new Finding.Found(Encoding.UTF_16BE, 2, 1);
        }
        int zero = indexOfZero(bytes, length);
        if (zero >= 0) {
            return utf16OrBinary(bytes, length, zero);
        }
        return utf8OrSingleByte(bytes, length);
    }

    private static boolean startsWith(byte[] bytes, int length, int... mark) {
        if (length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOfZero(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Finding utf16OrBinary(byte[] bytes, int length, int zero) {
        int pairs = Math.min(length, SAMPLE_BYTES) / 2;
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < 2 * pairs; i += 2) {
            evenZeros += bytes[i] == 0 ? 1 : 0;
            oddZeros += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (2 * evenZeros > pairs && STRAY * oddZeros < pairs) {
            return new Finding.Found(Encoding.UTF_16BE, 0, 1);
        }
        if (2 * oddZeros > pairs && STRAY * evenZeros < pairs) {
            return new Finding.Found(Encoding.UTF_16LE, 0, 1);
        }
        return new Finding.Binary(zero);
    }

    private static Finding utf8OrSingleByte(byte[] bytes, int length) {
        int firstInvalid = Utf8.indexOfInvalid(bytes, 0, length);
        if (firstInvalid < 0) {
            boolean twice = DoubleUtf8.isLikely(bytes, length);
            return new Finding.Found(twice ? Encoding.DOUBLE_UTF_8 : Encoding.UTF_8, 0, 1);
        }
        long invalid = 0;
        long usual = 0;
        for (int p = 0; p < length; ) {
            int sequence = bytes[p] >= 0 ? 1 : Utf8.sequenceLength(bytes, p, length);
            invalid += sequence == 0 ? 1 : 0;
            usual += sequence > 1 && FrenchLetters.isUsual(Utf8.codePoint(bytes, p, sequence)) ? 1 : 0;
            p += Math.max(sequence, 1);
        }
        if (usual > STRAY * invalid) {
            return new Finding.DamagedUtf8(firstInvalid);
        }
        return STRAY * usual > invalid ? new Finding.Mixed(firstInvalid) : singleByte(bytes, length);
    }

    private static Finding singleByte(byte[] bytes, int length) {
        int count = Encoding.SINGLE_BYTE.size();
        double[] scores = new double[count];
        int best = 0;
        for (int i = 0; i < count; i++) {
            scores[i] = weightSum(bytes, length, Encoding.SINGLE_BYTE.get(i));
            best = scores[i] > scores[best] ? i : best;
        }
        double margin = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            if (i != best && scores[i] != scores[best]) {
                margin = Math.min(margin, scores[best] - scores[i]);
            }
        }
        double confidence = 1 / (1 + StrictMath.exp(-margin));
        Encoding encoding = Encoding.SINGLE_BYTE.get(best);
        boolean french = scores[best] >= MIN_MEAN_WEIGHT * highBytes(bytes, length);
        return french && confidence >= MIN_CONFIDENCE
                ? new Finding.Found(encoding, 0, confidence)
                : new Finding.Unknown(encoding, french ? confidence : 0);
    }

    private static long highBytes(byte[] bytes, int length) {
        long n = 0;
        for (int i = 0; i < length && n < ENOUGH_CHARACTERS; i++) {
            n += bytes[i] < 0 ? 1 : 0;
        }
        return n;
    }

    private static double weightSum(byte[] bytes, int length, Encoding encoding) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < length && n < ENOUGH_CHARACTERS; i++) {
            if (bytes[i] < 0) {
                char before = i > 0 ? character(bytes[i - 1], encoding) : ' ';
                char after = i + 1 < length ? character(bytes[i + 1], encoding) : ' ';
                sum += FrenchLetters.weight(before, character(bytes[i], encoding), after);
                n++;
            }
        }
        return sum;
    }

    private static char character(byte b, Encoding encoding) {
        return b >= 0 ? (char) b : encoding.upper(b & 0xFF);
    }
}
