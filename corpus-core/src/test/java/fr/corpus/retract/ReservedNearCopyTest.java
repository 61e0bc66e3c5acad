package fr.corpus.retract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.Corpus;
import fr.corpus.audit.ReleaseAudit;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.impact.ReleaseImpact;
import fr.corpus.match.ReservationIndex;
import fr.corpus.match.Reservations;
import fr.corpus.optout.Declaration;
import fr.corpus.optout.Holder;
import fr.corpus.optout.HolderKind;
import fr.corpus.optout.IdentityTier;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Selector;
import fr.corpus.optout.UseCategory;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.HeededRegistry;
import fr.corpus.pipeline.Version;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.Finding;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is reserved after publication is near a copy that was left out, and not near the copy that was kept: the copy's Text-Code, in
 * the release, is all that can tell.
 */
class ReservedNearCopyTest {

    private static final long SEED = 20261124;

    @TempDir
    Path folder;

    private Path registry;
    private Path recipe;

    @BeforeEach
    void createRegistry() throws IOException {
        registry = folder.resolve("registre");
        OptOutRegistry.create(
                registry,
                "registre.exemple.fr/essai",
                Optional.empty(),
                OptOutRegistry.DEFAULT_MERGE_DELAY,
                OptOutRegistry.Environment.system());
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int letter = 0; letter < 5 + random.nextInt(5); letter++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(word(random));
        }
        return words;
    }

    /** Other words in place of some. */
    private static List<String> changed(Random random, List<String> words, int changes) {
        List<String> changed = new ArrayList<>(words);
        for (int i = 0; i < changes; i++) {
            changed.set(random.nextInt(changed.size()), word(random));
        }
        return changed;
    }

    /** Writes pages of which two are near copies; answers these two texts. */
    private List<String> publish(int words, String output) throws IOException {
        Random random = new Random(SEED);
        List<String> one = words(random, words);
        List<String> texts = List.of(String.join(" ", one), String.join(" ", changed(random, one, words / 40)));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            String text = i < 2 ? texts.get(i) : String.join(" ", words(random, words));
            lines.append("{\"id\":\"" + i + "\",\"text\":\"" + text + "\"}\n");
        }
        Files.writeString(folder.resolve("data.jsonl"), lines);
        recipe = Files.writeString(folder.resolve("recipe.yaml"), """
                recipe: 1
                name: essai
                sources:
                  - { id: pages, format: jsonl, paths: data.jsonl, license: CC-BY-4.0, profile: web, fields: { id: id } }
                steps:
                  - { use: dedup.minhash@1 }
                output: { %s }
                """.formatted(output));
        build("v1", Corpus.registry(registry));
        return texts;
    }

    private Path build(String name, HeededRegistry heeded) {
        Path release = folder.resolve(name);
        Corpus.build(recipe, release, BuildOptions.standard().withThreads(2).withRegistry(heeded));
        return release;
    }

    private DuplicateRow copy() throws IOException {
        try (RowStream<DuplicateRow> copies =
                ReleaseReader.open(folder.resolve("v1")).duplicates()) {
            DuplicateRow copy = copies.next().orElseThrow();
            assertThat(copy.match().kind()).isEqualTo(DuplicateRow.Kind.NEAR);
            return copy;
        }
    }

    private static int distance(String a, String b) {
        return new BigInteger(WorkFingerprint.of(a).iscc())
                .xor(new BigInteger(WorkFingerprint.of(b).iscc()))
                .bitCount();
    }

    /** A text that is near the copy and not near its survivor. */
    private String nearTheCopyOnly(List<String> texts) throws IOException {
        return nearTheCopyOnly(texts, Integer.MAX_VALUE);
    }

    private String nearTheCopyOnly(List<String> texts, int mostSamples) throws IOException {
        int gone = Integer.parseInt(copy().origin().sourceId());
        List<String> words = List.of(texts.get(gone).split(" "));
        for (long seed = 1; seed < 20_000; seed++) {
            Random random = new Random(seed);
            String text = String.join(" ", changed(random, words, words.size() / 12 + random.nextInt(8)));
            if (WorkFingerprint.of(text).samples().length <= mostSamples
                    && distance(text, texts.get(gone)) <= 64
                    && distance(text, texts.get(1 - gone)) > 64) {
                return text;
            }
        }
        throw new AssertionError("no text is near one and not the other");
    }

    private void reserve(Selector selector) throws IOException {
        try (OptOutRegistry open = OptOutRegistry.open(registry, Duration.ZERO, OptOutRegistry.Environment.system())) {
            open.register(new Declaration(
                    new Holder("Anne Exemple", HolderKind.AUTHOR),
                    Optional.empty(),
                    IdentityTier.ATTESTED,
                    UseCategory.DEFAULT,
                    List.of(selector),
                    Declaration.Origin.registry(Instant.parse("2026-11-24T08:00:00Z"))));
        }
    }

    private static Selector code(String text) {
        String code = HexFormat.of().formatHex(WorkFingerprint.of(text).iscc());
        return new Selector.Exact(new Key(KeyType.ISCC, code));
    }

    private RetractionReport retract() throws IOException {
        return new Retraction(folder.resolve("v1"), folder.resolve("v1.1"), 2, Version.current())
                .run(HeededRegistry.open(registry));
    }

    private static Digest documents(Path release) throws IOException {
        return ReleaseReader.open(release).manifest().roots().data();
    }

    @Test
    void aReservedCodeNearTheCopyTakesTheSurvivorBack() throws IOException {
        String reserved = nearTheCopyOnly(publish(150, "keys: true"));
        reserve(code(reserved));
        RetractionReport report = retract();
        assertThat(report.withheld()).hasSize(1);
        assertThat(report.withheld().get(0).id()).isEqualTo(copy().survivor().id());
        assertThat(report.withheld().get(0).binding().member()).isEqualTo(copy().member());
        assertThat(report.withheld().get(0).binding().match().by()).isEqualTo(KeyType.ISCC);
        assertThat(report.withheld().get(0).binding().match().similarity()).isBetween(0.75, 0.99);
        assertThat(report.copiesWithoutCode()).isZero();
        // A build under the same registry sees the copy itself.
        Path built = build("v2", Corpus.registry(registry));
        assertThat(documents(folder.resolve("v1.1"))).isEqualTo(documents(built));
    }

    @Test
    void aReservedShortWorkNearTheCopyTakesTheSurvivorBack() throws IOException {
        String reserved = nearTheCopyOnly(publish(45, "keys: true"), 3);
        reserve(new Selector.Work(WorkFingerprint.of(reserved)));
        assertThat(retract().withheld())
                .extracting(document -> document.binding().member())
                .containsExactly(copy().member());
    }

    @Test
    void aReleaseThatDidNotHeedItIsNotSound() throws IOException {
        String reserved = nearTheCopyOnly(publish(150, "keys: true"));
        reserve(code(reserved));
        HeededRegistry honest = Corpus.registry(registry);
        Reservations nothing = new Reservations(
                honest.reservations().checkpoint(), new ReservationIndex.Builder(0).build(), List.of());
        Path liar = build("v2", new HeededRegistry(registry, nothing, honest.checkpoint()));
        assertThat(ReleaseAudit.check(liar, registry, 2).findings())
                .extracting(Finding::message)
                .extracting(message -> message.key())
                .containsExactly("audit.reserved");
        assertThat(ReleaseAudit.check(build("v3", honest), registry, 2).findings())
                .isEmpty();
    }

    @Test
    void theImpactOfACodeIsSeenOnCopiesToo() throws IOException {
        String reserved = nearTheCopyOnly(publish(150, "keys: true"));
        ReleaseImpact impact = ReleaseImpact.of(Corpus.open(folder.resolve("v1")), List.of(code(reserved)), 2026);
        assertThat(impact.matched()).isEqualTo(1);
        ReleaseImpact.Example example = impact.reaches().get(0).examples().get(0);
        assertThat(example.id()).isEqualTo(copy().survivor().id());
        assertThat(example.member()).isEqualTo(copy().member());
        assertThat(example.isByCopy()).isTrue();
    }

    @Test
    void aReleaseWithoutCodesOfCopiesSaysSo() throws IOException {
        String reserved = nearTheCopyOnly(publish(150, "keys: false"));
        assertThat(copy().traces().code()).isEmpty();
        reserve(code(reserved));
        RetractionReport report = retract();
        assertThat(report.withheld()).isEmpty();
        assertThat(report.copiesWithoutCode()).isEqualTo(1);
        ReleaseImpact impact = ReleaseImpact.of(Corpus.open(folder.resolve("v1")), List.of(code(reserved)), 2026);
        assertThat(impact.copiesWithoutCode()).isEqualTo(1);
        assertThat(impact.matched()).isZero();
    }
}
