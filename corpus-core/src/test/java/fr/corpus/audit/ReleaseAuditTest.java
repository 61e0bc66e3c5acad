package fr.corpus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.Corpus;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
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
import fr.corpus.release.Finding;
import fr.corpus.release.ReleaseLogging;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseEntry;
import fr.corpus.releaselog.ReleaseLog;
import fr.corpus.tlog.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publisher lies, a registry shows two faces, a log is cut: what an auditor with the release and the registry finds out. */
class ReleaseAuditTest {

    @TempDir
    Path folder;

    private Path registry;
    private Path recipe;

    @BeforeEach
    void writeCorpusAndRegistry() throws IOException {
        registry = folder.resolve("registre");
        OptOutRegistry.create(
                registry,
                "registre.exemple.fr/reservations",
                Optional.empty(),
                OptOutRegistry.DEFAULT_MERGE_DELAY,
                OptOutRegistry.Environment.system());
        String copied = words(300, 7);
        Files.writeString(
                folder.resolve("data.jsonl"),
                line("libre", words(300, 1), "https://libre.exemple.org/1")
                        + line("livre", words(300, 2), "urn:isbn:9782070360024")
                        + line("copie-a", copied, "https://a.exemple.org/1")
                        + line("copie-b", copied, "https://b.exemple.org/1"));
        recipe = Files.writeString(folder.resolve("recette.yaml"), """
                recipe: 1
                name: essai
                sources:
                  - { id: pages, format: jsonl, paths: data.jsonl, license: CC-BY-4.0, profile: web, fields: { id: id, uri: uri } }
                steps:
                  - { use: dedup.exact@1 }
                """);
    }

    private static String line(String id, String text, String uri) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\",\"uri\":\"" + uri + "\"}\n";
    }

    /** Words that no language has, so that no two texts share a sequence by chance. */
    private static String words(int count, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int letter = 0; letter < 6; letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(i % 11 == 10 ? ". " : " ");
        }
        return text.toString();
    }

    private void reserve(Selector... selectors) throws IOException {
        try (OptOutRegistry open = OptOutRegistry.open(registry, Duration.ZERO, OptOutRegistry.Environment.system())) {
            open.register(new Declaration(
                    new Holder("Anne Exemple", HolderKind.AUTHOR),
                    Optional.empty(),
                    IdentityTier.EMAIL,
                    UseCategory.DEFAULT,
                    List.of(selectors),
                    Declaration.Origin.registry(Instant.parse("2026-11-24T08:00:00Z"))));
        }
    }

    private static Selector isbn() {
        return new Selector.Exact(Isbn.find("9782070360024").orElseThrow().key());
    }

    private Path build(String name, HeededRegistry heeded) {
        Path release = folder.resolve(name);
        Corpus.build(recipe, release, BuildOptions.standard().withThreads(2).withRegistry(heeded));
        return release;
    }

    /** A build that names the state of the registry and heeds nothing of it. */
    private HeededRegistry ignored() {
        HeededRegistry honest = Corpus.registry(registry);
        Reservations nothing = new Reservations(
                honest.reservations().checkpoint(), new ReservationIndex.Builder(0).build(), List.of());
        return new HeededRegistry(registry, nothing, honest.checkpoint());
    }

    private AuditReport audit(Path release) throws IOException {
        return ReleaseAudit.check(release, registry, 2);
    }

    private static List<String> keys(AuditReport report) {
        return report.findings().stream()
                .map(Finding::message)
                .map(message -> message.key())
                .toList();
    }

    @Test
    void aReleaseThatHonouredTheRegistryIsSound() throws IOException {
        reserve(isbn());
        AuditReport report = audit(build("v1", Corpus.registry(registry)));
        assertThat(report.release().findings()).isEmpty();
        assertThat(report.findings()).isEmpty();
        assertThat(report.isSound()).isTrue();
        assertThat(report.reservations()).isEqualTo(1);
        assertThat(report.registry().orElseThrow().size()).isEqualTo(1);
        assertThat(report.successors()).isEmpty();
    }

    /** Enters a release as one that heeded the registry by an earlier rule. */
    private void enterAs(Path release, String rule) throws IOException {
        ReleaseEntry.Rules rules = new ReleaseEntry.Rules(rule, HeededRegistry.RULES.withhold());
        SignedNote state = Corpus.registry(registry).checkpoint();
        try (ReleaseLog log = ReleaseLog.open(registry)) {
            ReleaseLogging.write(
                    release,
                    LoggedEntry.RELEASE,
                    log.append(ReleaseLogging.entry(release, state, rules, Optional.empty())));
        }
    }

    @Test
    void aReleaseIsAuditedByTheRuleThatItsEntryNames() throws IOException {
        // A text of which a few words are others, and a journal that has the number of a record by chance.
        String near = words(300, 1).replace("a ", "b ");
        assertThat(near).isNotEqualTo(words(300, 1));
        String code = HexFormat.of().formatHex(WorkFingerprint.of(near).iscc());
        reserve(
                new Selector.Exact(new Key(KeyType.ISCC, code)),
                new Selector.Exact(new Key(KeyType.ISSN, "1234-5679")));
        Map<String, List<String>> reserved = new TreeMap<>();
        for (String rule : List.of("match@1", "match@2", "match@3")) {
            // A release is entered once: each has a document of its own.
            Files.writeString(
                    folder.resolve("data.jsonl"),
                    line("libre", words(300, 1), "https://libre.exemple.org/1")
                            + line("12345679", words(300, 2), "https://libre.exemple.org/2")
                            + line(rule, words(300, 90 + reserved.size()), "https://libre.exemple.org/3"));
            Path release = folder.resolve(rule);
            Corpus.build(recipe, release, BuildOptions.standard().withThreads(2));
            enterAs(release, rule);
            reserved.put(
                    rule,
                    audit(release).findings().stream()
                            .filter(finding -> finding.message().key().equals("audit.reserved"))
                            .map(finding -> finding.message().arguments().get(4).toString())
                            .sorted()
                            .toList());
        }
        assertThat(reserved)
                .isEqualTo(Map.of(
                        "match@1", List.of("issn"), "match@2", List.of("iscc", "issn"), "match@3", List.of("iscc")));
    }

    @Test
    void aReservationThatCameLaterIsNoFault() throws IOException {
        Path release = build("v1", Corpus.registry(registry));
        reserve(isbn());
        AuditReport report = audit(release);
        assertThat(report.isSound()).isTrue();
        assertThat(report.reservations()).isZero();
    }

    @Test
    void aReservedWorkInTheReleaseIsFoundThoughAllRootsAreRight() throws IOException {
        reserve(isbn());
        reserve(new Selector.Work(
                WorkFingerprint.of(words(20, 50) + words(300, 1).substring(300, 1500))));
        AuditReport report = audit(build("v1", ignored()));
        assertThat(report.release().isSound()).isTrue();
        assertThat(report.isSound()).isFalse();
        assertThat(keys(report)).containsExactly("audit.reserved", "audit.reserved");
    }

    /** The page that was reserved is not in the release, but its copy is. */
    @Test
    void aReservationOfACopyThatWasLeftOutBindsTheOneThatWasKept() throws IOException {
        reserve(Selector.ofUrl("https://a.exemple.org/1").orElseThrow());
        reserve(Selector.ofUrl("https://b.exemple.org/1").orElseThrow());
        AuditReport report = audit(build("v1", ignored()));
        assertThat(keys(report)).containsExactly("audit.reserved");
        assertThat(audit(build("v2", Corpus.registry(registry))).isSound()).isTrue();
    }

    @Test
    void aReleaseOfBeforeTheRegistryRotatedItsKeyStaysSound() throws IOException {
        reserve(isbn());
        Path release = build("v1", Corpus.registry(registry));
        try (OptOutRegistry open = OptOutRegistry.open(registry, Duration.ZERO, OptOutRegistry.Environment.system())) {
            open.rotateKey(false);
            open.retireKeys();
        }
        assertThat(audit(release).findings()).isEmpty();
        assertThat(audit(build("v2", Corpus.registry(registry))).findings()).isEmpty();
    }

    @Test
    void aReleaseThatWasNotLoggedIsNoted() throws IOException {
        Path release = folder.resolve("v0");
        Corpus.build(recipe, release);
        assertThat(keys(audit(release))).containsExactly("audit.not-logged");
    }

    @Test
    void aRegistryWithAnotherPastIsFoundOut() throws IOException {
        Path before = folder.resolve("avant");
        copy(registry, before);
        reserve(isbn());
        Path release = build("v1", Corpus.registry(registry));
        move(before);
        reserve(Selector.ofUrl("https://ailleurs.exemple.org/x").orElseThrow());
        Path log = folder.resolve("registre-1/releases");
        copy(log, registry.resolve("releases"));
        Files.copy(folder.resolve("registre-1/releases.vkey"), registry.resolve("releases.vkey"));
        assertThat(keys(audit(release))).containsExactly("optout.checkpoint-unknown");
    }

    @Test
    void aRegistryThatForgotWhatItHadIsFoundOut() throws IOException {
        Path before = folder.resolve("avant");
        reserve(isbn());
        Corpus.registry(registry);
        copy(registry, before);
        reserve(Selector.ofUrl("https://ailleurs.exemple.org/x").orElseThrow());
        Path release = build("v1", Corpus.registry(registry));
        move(before);
        assertThat(keys(audit(release))).containsExactly("releaselog.shorter", "optout.checkpoint-unknown");
    }

    @Test
    void anEntryOfAnotherStateThanTheManifestNamesIsFoundOut() throws IOException {
        reserve(isbn());
        HeededRegistry then = Corpus.registry(registry);
        reserve(Selector.ofUrl("https://ailleurs.exemple.org/x").orElseThrow());
        HeededRegistry now = Corpus.registry(registry);
        Path release = build("v1", new HeededRegistry(registry, then.reservations(), now.checkpoint()));
        assertThat(keys(audit(release))).containsExactly("audit.other-state");
    }

    @Test
    void anEntryOfAnotherReleaseIsFoundOut() throws IOException {
        Path release = build("v1", Corpus.registry(registry));
        Files.writeString(recipe, Files.readString(recipe).replace("essai", "autre"));
        Path other = build("v2", Corpus.registry(registry));
        for (String file : List.of("release.entry", "release.tlog-proof")) {
            Files.copy(other.resolve(file), release.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        AuditReport report = audit(release);
        assertThat(report.isSound()).isFalse();
        assertThat(keys(report)).containsExactly("release.entry-of-another");
        assertThat(report.release().findings()).extracting(Finding::file).contains("release.entry");
    }

    /** After the release was logged its publisher slips one more document into a shard, or takes a key out of its place. */
    @Test
    void aHiddenRowAndKeysOutOfOrderAreFoundOut() throws IOException {
        Path release = build("v1", Corpus.registry(registry));
        Path shard = Path.of("data/part-00000.parquet");
        byte[] honest = Files.readAllBytes(release.resolve(shard));
        Path data = folder.resolve("data.jsonl");
        Files.writeString(data, Files.readString(data) + line("cache", words(300, 9), "https://cache.exemple.org/1"));
        Files.copy(
                build("v2", Corpus.registry(registry)).resolve(shard),
                release.resolve(shard),
                StandardCopyOption.REPLACE_EXISTING);
        AuditReport hidden = audit(release);
        assertThat(hidden.isSound()).isFalse();
        assertThat(hidden.release().findings()).extracting(Finding::file).contains(shard.toString());
        assertThat(hidden.release().findings())
                .extracting(finding -> finding.message().key())
                .contains("release.check.sha256", "release.check.root");
        Files.write(release.resolve(shard), honest);
        assertThat(audit(release).isSound()).isTrue();

        Path records = release.resolve("keys/records");
        byte[] keys = Files.readAllBytes(records);
        byte[] swapped = keys.clone();
        System.arraycopy(keys, 0, swapped, 72, 72);
        System.arraycopy(keys, 72, swapped, 0, 72);
        Files.write(records, swapped);
        AuditReport disordered = audit(release);
        assertThat(disordered.isSound()).isFalse();
        assertThat(disordered.release().findings()).extracting(Finding::file).contains("keys/records");
    }

    @Test
    void aBuildThatIsRunAgainIsLoggedOnce() throws IOException {
        Path release = build("v1", Corpus.registry(registry));
        byte[] entry = Files.readAllBytes(release.resolve("release.entry"));
        Files.move(release, folder.resolve("ailleurs"));
        build("v1", Corpus.registry(registry));
        assertThat(Files.readAllBytes(release.resolve("release.entry"))).isEqualTo(entry);
        assertThat(Files.readString(registry.resolve("releases/checkpoint"))).contains("\n1\n");
    }

    private void move(Path in) throws IOException {
        Files.move(registry, folder.resolve("registre-1"));
        Files.move(in, registry);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
