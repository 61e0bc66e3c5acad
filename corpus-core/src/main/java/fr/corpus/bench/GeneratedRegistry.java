package fr.corpus.bench;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.optout.Declaration;
import fr.corpus.optout.Holder;
import fr.corpus.optout.HolderKind;
import fr.corpus.optout.IdentityTier;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Selector;
import fr.corpus.optout.UseCategory;
import fr.corpus.optout.WorkFingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A registry to build with, of any number of reservations, one selector each. Of twenty, eight are by ISBN, three by address, two by
 * the beginning of addresses, one each by host, author, digest of a text and digest of a file, one by a Text-Code that stands
 * alone or by an ISBN too, and two are whole works. Immutable.
 *
 * <p>Documents that {@link CorpusGenerator} makes share sentences, so that a work of them reserves many others. Works are therefore
 * strangers, of random samples and codes as unrelated texts have them, one of ten long as a novel; but one reservation in {@value
 * #KNOWN_ONE_IN} is a document of the corpus of the same seed.
 *
 * @param reservations how many it has
 * @param works how many of them are works
 * @param samples of those works
 */
public record GeneratedRegistry(int reservations, int works, long samples) {

    private static final int BATCH = 1000;
    private static final int KINDS = 20;
    private static final int CODE = 2;
    private static final int KNOWN_ONE_IN = 10_000;
    private static final int SAMPLES_OF_A_PAGE = 16;
    private static final int SAMPLES_OF_A_NOVEL = 2_800;

    /** The lowest bits of a sample are zero. */
    private static final long SAMPLE = -16L;

    /**
     * Writes it into a directory that must not hold one.
     *
     * @param codes whether Text-Codes stand alone in it: then the code of every document is computed
     */
    public static GeneratedRegistry generate(Path directory, int reservations, long seed, boolean codes)
            throws IOException {
        OptOutRegistry.Environment system = OptOutRegistry.Environment.system();
        OptOutRegistry.create(
                directory, "mesure.exemple.fr/reservations", Optional.empty(), Duration.ofHours(24), system);
        PlannedCorpus corpus = new PlannedCorpus(seed, reservations);
        int works = 0;
        long samples = 0;
        try (OptOutRegistry registry = OptOutRegistry.open(directory, Duration.ofSeconds(10), system)) {
            registry.setQuota(IdentityTier.ATTESTED, Optional.empty());
            for (int from = 0; from < reservations; from += BATCH) {
                List<Declaration> batch = IntStream.range(from, Math.min(from + BATCH, reservations))
                        .mapToObj(i -> declaration(
                                i, i % KNOWN_ONE_IN == 0 ? known(corpus.text(i)) : selector(i, seed, codes)))
                        .toList();
                registry.register(batch);
                for (Declaration declaration : batch) {
                    if (declaration.selectors().get(0) instanceof Selector.Work work) {
                        works++;
                        samples += work.fingerprint().samples().length;
                    }
                }
            }
        }
        return new GeneratedRegistry(reservations, works, samples);
    }

    private static Declaration declaration(int i, Selector selector) {
        return new Declaration(
                new Holder("Éditions " + i % 100, HolderKind.PUBLISHER),
                Optional.empty(),
                IdentityTier.ATTESTED,
                UseCategory.DEFAULT,
                List.of(selector),
                Declaration.Origin.registry(Instant.EPOCH));
    }

    private static Selector known(String text) {
        return new Selector.Work(WorkFingerprint.of(text));
    }

    private static Selector selector(int i, long seed, boolean codes) {
        if (i % KINDS == CODE && !codes) {
            return isbn(i);
        }
        String host = "exemple" + i % 5000 + ".fr";
        return switch (i % KINDS) {
            case 0, 1 -> stranger(SeededRandom.of(seed ^ 0x574F, i));
            case CODE -> exact(KeyType.ISCC, HexFormat.of().formatHex(code(SeededRandom.of(seed ^ 0x4953, i))));
            case 3 -> exact(KeyType.TEXT, Sha256.of("text " + i).hex());
            case 4 -> exact(KeyType.BYTES, Sha256.of("file " + i).hex());
            case 5 -> exact(KeyType.HOST, "site" + i + ".exemple.org");
            case 6 -> exact(KeyType.AUTHOR, "anne exemple n" + i);
            case 7, 8 -> exact(KeyType.PREFIX, host + "/oeuvres/" + i + "/");
            case 9, 10, 11 -> exact(KeyType.URL, host + "/pages/" + i);
            default -> isbn(i);
        };
    }

    private static Selector isbn(int i) {
        return exact(KeyType.ISBN, "978" + (1_000_000_000L + i));
    }

    private static Selector exact(KeyType type, String value) {
        return new Selector.Exact(new Key(type, value));
    }

    private static Selector stranger(SeededRandom random) {
        int most = 2 * (random.below(10) == 0 ? SAMPLES_OF_A_NOVEL : SAMPLES_OF_A_PAGE);
        long[] samples = LongStream.generate(() -> random.next() & SAMPLE)
                .limit(random.below(most))
                .distinct()
                .toArray();
        Digest text = Sha256.of("work " + random.next());
        return new Selector.Work(WorkFingerprint.of(Optional.empty(), text, code(random), samples));
    }

    private static byte[] code(SeededRandom random) {
        ByteBuffer code = ByteBuffer.allocate(WorkFingerprint.ISCC_BYTES);
        while (code.hasRemaining()) {
            code.putLong(random.next());
        }
        return code.array();
    }
}
