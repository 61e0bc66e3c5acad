package fr.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Provenance;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every reader keeps, whatever its format. */
interface ReaderContract {

    /** The reader under test. */
    Reader reader(ReaderOptions options);

    /** Sound files of the format, by name; each gives at least one record. */
    Map<String, byte[]> fixtures();

    /** How many damaged copies of each fixture are tried. */
    default int mutations() {
        return 300;
    }

    @Test
    default void givesRecordsOfEveryFixtureAndNothingElse(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, byte[]> fixture : fixtures().entrySet()) {
            Reading reading = read(folder, fixture.getKey(), fixture.getValue(), ReaderOptions.DEFAULT);
            assertThat(reading.failure()).as(fixture.getKey()).isEmpty();
            assertThat(reading.reasons()).as(fixture.getKey()).isEmpty();
            assertThat(reading.records()).as(fixture.getKey()).isNotEmpty();
        }
    }

    @Test
    default void numbersRecordsFromZeroAndNamesFileSourceAndVersion(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, byte[]> fixture : fixtures().entrySet()) {
            List<ReadResult> results = read(folder, fixture.getKey(), fixture.getValue(), ReaderOptions.DEFAULT)
                    .results();
            for (int i = 0; i < results.size(); i++) {
                Provenance provenance = provenance(results.get(i));
                assertThat(provenance.location().record()).as(fixture.getKey()).isEqualTo(i);
                assertThat(provenance.location().file()).isEqualTo(fixture.getKey());
                assertThat(provenance.source()).isEqualTo("essai");
                assertThat(provenance.reader())
                        .startsWith(reader(ReaderOptions.DEFAULT).version());
                assertThat(provenance.sourceId()).isNotBlank();
            }
        }
    }

    @Test
    default void givesTheSameRecordsWhateverTheBlockSize(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, byte[]> fixture : fixtures().entrySet()) {
            List<String> whole = read(folder, fixture.getKey(), fixture.getValue(), ReaderOptions.DEFAULT)
                    .described();
            for (int blockBytes : new int[] {1, 2, 3, 7, 64, 1000, 4096}) {
                ReaderOptions options =
                        ReaderOptions.DEFAULT.withLimits(ReaderOptions.DEFAULT_MAX_RECORD_BYTES, blockBytes);
                assertThat(read(folder, fixture.getKey(), fixture.getValue(), options)
                                .described())
                        .as("%s in blocks of %d bytes", fixture.getKey(), blockBytes)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    default void answersDamagedFilesWithValuesOrOneDeclaredFailure(@TempDir Path folder) throws IOException {
        long seed = 20260101;
        for (Map.Entry<String, byte[]> fixture : fixtures().entrySet()) {
            Random random = new Random(seed);
            for (int i = 0; i < mutations(); i++) {
                byte[] damaged = damage(fixture.getValue(), random);
                Reading reading;
                Reading inSmallBlocks;
                try {
                    reading = read(folder, fixture.getKey(), damaged, ReaderOptions.DEFAULT.withLimits(1 << 20, 512));
                    inSmallBlocks =
                            read(folder, fixture.getKey(), damaged, ReaderOptions.DEFAULT.withLimits(1 << 20, 7));
                } catch (RuntimeException | Error e) {
                    Path kept = Files.write(Files.createTempFile("damaged", "-" + fixture.getKey()), damaged);
                    throw new AssertionError("seed " + seed + ", mutation " + i + ", kept as " + kept, e);
                }
                assertThat(inSmallBlocks.described())
                        .as("%s, seed %d, mutation %d: records before the fault", fixture.getKey(), seed, i)
                        .isEqualTo(reading.described());
                assertThat(reading.texts())
                        .as("seed %d, mutation %d: lone surrogates", seed, i)
                        .allMatch(ReaderContract::isWellFormed);
                reading.malformed().forEach(ReaderContract::hasSentencesAndLittleText);
                reading.failure()
                        .ifPresent(failure ->
                                assertThat(failure.message().in(Locale.FRENCH)).contains(fixture.getKey()));
            }
        }
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static void hasSentencesAndLittleText(ReadResult.Malformed bad) {
        assertThat(bad.raw().length).isLessThanOrEqualTo(ReadResult.MAX_RAW_BYTES);
        try {
            assertThat(UserMessage.of("read.reason." + bad.reason()).in(Locale.FRENCH))
                    .isNotBlank();
        } catch (MissingResourceException e) {
            throw new AssertionError("no sentence for " + bad.reason(), e);
        }
    }

    /** Cuts the file off, or changes, removes or repeats a few of its bytes. */
    private static byte[] damage(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        }
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int place = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[place] = (byte) random.nextInt(256);
                default -> {
                    int length = Math.min(random.nextInt(16), bytes.length - place);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, place, length);
                }
            }
        }
        return bytes;
    }

    private static Provenance provenance(ReadResult result) {
        return result instanceof ReadResult.Read read
                ? read.record().provenance()
                : ((ReadResult.Malformed) result).provenance();
    }

    private Reading read(Path folder, String name, byte[] bytes, ReaderOptions options) throws IOException {
        return Reading.of(reader(options), Files.write(folder.resolve(name), bytes));
    }

    /** A list of names and contents as a map in that order. */
    static Map<String, byte[]> files(Object... namesAndBytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Object[] pair : pairs(namesAndBytes)) {
            files.put((String) pair[0], (byte[]) pair[1]);
        }
        return files;
    }

    private static List<Object[]> pairs(Object[] flat) {
        List<Object[]> pairs = new ArrayList<>();
        for (int i = 0; i < flat.length; i += 2) {
            pairs.add(new Object[] {flat[i], flat[i + 1]});
        }
        return pairs;
    }
}
