package fr.corpus.iscc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashesTest {

    private static final long SEED = 20260104;

    /** The input of BLAKE3's own vectors: 0, 1, 2 … 250, 0, 1 … */
    private static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i % 251);
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({
        "0, af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262",
        "1, 2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213",
        "1023, 10108970eeda3eb932baac1428c7a2163b0e924c9a9e25b35bba72b28f70bd11",
        "1024, 42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7",
        "1025, d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444",
        "2048, e776b6028c7cd22a4d0ba182a8bf62205d2ef576467e838ed6f2529b85fba24a",
        "31744, 62b6960e1a44bcc1eb1a611a8d6235b6b4b78f32e7abc4fb4c6cdcce94895c47",
    })
    void givesTheKnownAnswersOfBlake3(int length, String digest) {
        assertThat(HexFormat.of().formatHex(Blake3.hash(counting(length)))).isEqualTo(digest);
    }

    @Test
    void doesNotCareHowAStreamIsCut() {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] bytes = new byte[50_000];
        random.nextBytes(bytes);
        DataHasher whole = new DataHasher();
        whole.update(bytes, 0, bytes.length);
        IsccUnit data = whole.finish(256);
        byte[] instance = Blake3.hash(bytes);
        DataHasher dataInPieces = new DataHasher();
        for (int round = 0; round < 20; round++) {
            InstanceHasher instanceInPieces = new InstanceHasher();
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(bytes.length - at, random.nextInt(0, 3000));
                dataInPieces.update(bytes, at, length);
                instanceInPieces.update(bytes, at, length);
                at += length;
            }
            assertThat(dataInPieces.finish(256))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(data);
            assertThat(instanceInPieces.digest())
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(instance);
        }
    }

    /** Small arrays that never leave a method once came out as zeros of the optimizing compiler. */
    @Test
    void givesTheSameDigestsHoweverOftenItRuns() {
        byte[] one = Blake3.hash("abc".getBytes(StandardCharsets.US_ASCII));
        String code = MetaCode.of("Le phare du bout du monde", "").unit(256).toString();
        for (int i = 0; i < 3_000; i++) {
            assertThat(Blake3.hash("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(one);
            assertThat(MetaCode.of("Le phare du bout du monde", "").unit(256)).hasToString(code);
        }
    }

    @Test
    void givesTheKnownAnswersOfXxh32() {
        assertThat(Xxh32.hash(new byte[0], 0, 0)).isEqualTo(0x02CC5D05);
        assertThat(Xxh32.hash("a".getBytes(StandardCharsets.US_ASCII), 0, 1)).isEqualTo(0x550D7456);
        assertThat(Xxh32.hash("abc".getBytes(StandardCharsets.US_ASCII), 0, 3)).isEqualTo(0x32D153FF);
        byte[] text = "Nobody inspects the spammish repetition".getBytes(StandardCharsets.US_ASCII);
        assertThat(Xxh32.hash(text, 0, text.length)).isEqualTo(0xE2293B2F);
    }

    @Test
    void takesTheShortWayForThirteenBytesToTheSameHash() {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] bytes = new byte[200];
        for (int i = 0; i < 2_000; i++) {
            random.nextBytes(bytes);
            int at = random.nextInt(bytes.length - 13);
            assertThat(Xxh32.hash13(bytes, at)).as("seed %d, %d", SEED, i).isEqualTo(Xxh32.hash(bytes, at, 13));
        }
    }

    /** The vector kernel against the formula of the standard, at the borders of strides and batches, with rare features. */
    @Test
    void findsTheExactMinimaOfTheFormula() {
        SplittableRandom random = new SplittableRandom(SEED);
        MinHash minHash = new MinHash();
        for (int size : new int[] {1, 2, 255, 256, 257, 1023, 1024, 1025, 16_383, 16_384, 16_385, 40_000}) {
            int[] expected = new int[MinHash.PERMUTATIONS];
            Arrays.fill(expected, -1);
            minHash.reset();
            for (int i = 0; i < size; i++) {
                int feature = i % 7 == 0 ? random.nextInt(-3, 3) : random.nextInt();
                minHash.add(feature);
                for (int p = 0; p < expected.length; p++) {
                    int value = MinHash.value(p, feature);
                    expected[p] = Integer.compareUnsigned(value, expected[p]) < 0 ? value : expected[p];
                }
            }
            assertThat(minHash.minima()).as("seed %d, size %d", SEED, size).isEqualTo(expected);
        }
    }

    /** Features whose 32-bit product stands just under 2^32, where the exact value may have wrapped to almost nothing. */
    @Test
    void findsMinimaThatWrapAround() {
        SplittableRandom random = new SplittableRandom(SEED);
        MinHash minHash = new MinHash();
        for (int p = 0; p < MinHash.PERMUTATIONS; p++) {
            int factor = (int) IsccTables.FACTORS[p];
            if ((factor & 1) == 0) {
                continue;
            }
            for (int target = -9; target <= 9; target++) {
                int feature = (target - (int) IsccTables.SUMMANDS[p]) * inverse(factor);
                assertThat(feature * factor + (int) IsccTables.SUMMANDS[p]).isEqualTo(target);
                minHash.reset();
                int least = -1;
                for (int i = 0; i < 300; i++) {
                    int next = i == 150 ? feature : random.nextInt();
                    minHash.add(next);
                    int value = MinHash.value(p, next);
                    least = Integer.compareUnsigned(value, least) < 0 ? value : least;
                }
                assertThat(minHash.minima()[p])
                        .as("permutation %d, target %d", p, target)
                        .isEqualTo(least);
            }
        }
    }

    /** Of an odd number modulo 2^32. */
    private static int inverse(int odd) {
        int inverse = odd;
        for (int i = 0; i < 5; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
