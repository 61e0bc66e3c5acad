package fr.corpus.proof;

import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Key;
import fr.corpus.optout.Declaration;
import fr.corpus.optout.Holder;
import fr.corpus.optout.HolderKind;
import fr.corpus.optout.IdentityTier;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Receipt;
import fr.corpus.optout.Selector;
import fr.corpus.optout.UseCategory;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.releaselog.IdSet;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseCommitment;
import fr.corpus.releaselog.ReleaseEntry;
import fr.corpus.releaselog.ReleaseLog;
import fr.corpus.releaselog.ReleaseLogEntry;
import fr.corpus.releaselog.Reservations;
import fr.corpus.releaselog.RetractionEntry;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TileLog;
import fr.corpus.tlog.TlogProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Proofs about a release that a registry's log of releases has, and ways to get one wrong. Keys and times never change. */
final class LoggedVectors {

    private static final Instant TIME = Instant.parse("2026-11-24T08:00:00Z");
    private static final String ORIGIN = "registre.exemple.fr/reservations";
    private static final Key ISBN = Isbn.find("9782070360024").orElseThrow().key();
    private static final SignerKey WITNESS = SignerKey.of(
            "temoin.exemple.fr", SignatureKind.COSIGNATURE, Sha256.of("témoin").bytes());
    private static final ReleaseEntry.Rules RULES = new ReleaseEntry.Rules("match@1", "rights.optout@1");

    private final SmallRelease release;
    private final String work;
    private final Path registry;
    private final Path scratch;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private LoggedVectors(SmallRelease release, String work, Path registry) {
        this.release = release;
        this.work = work;
        this.registry = registry;
        this.scratch = registry.resolveSibling("journaux");
    }

    /**
     * The files by name.
     *
     * @param work a text that the release has
     * @param registry where a registry may stand
     */
    static Map<String, byte[]> of(SmallRelease release, String work, Path registry) throws IOException {
        LoggedVectors vectors = new LoggedVectors(release, work, registry);
        vectors.make();
        return vectors.files;
    }

    private void make() throws IOException {
        Files.createDirectories(scratch);
        SplittableRandom random = new SplittableRandom(20261124);
        OptOutRegistry.Environment environment = new OptOutRegistry.Environment(() -> TIME, random::nextBytes);
        OptOutRegistry.create(registry, ORIGIN, Optional.empty(), OptOutRegistry.DEFAULT_MERGE_DELAY, environment);
        Path twin = registry.resolveSibling("jumeau");
        copy(registry, twin);
        byte[] beforeAll = Files.readAllBytes(registry.resolve("log/checkpoint"));
        Receipt receipt;
        Receipt later;
        SignedNote note;
        try (OptOutRegistry open = OptOutRegistry.open(registry, Duration.ZERO, environment)) {
            receipt = open.receipt(open.register(declaration()).index());
            note = open.checkpoint();
            later = open.receipt(open.register(declaration()).index());
        }
        files.put("receipt.entry", receipt.entry());
        files.put("receipt.tlog-proof", receipt.proof().bytes());
        files.put("receipt-later.entry", later.entry());
        files.put("receipt-later.tlog-proof", later.proof().bytes());

        ReleaseEntry first = other(SignedNote.parse(beforeAll));
        ReleaseEntry entry = new ReleaseEntry(
                ReleaseCommitment.parse(release.state.note()),
                Sha256.of("recette"),
                RULES,
                note,
                Optional.of(first.manifest()),
                0);
        LoggedEntry logged;
        try (ReleaseLog log = ReleaseLog.open(registry, Duration.ZERO, environment)) {
            logged = log.append(List.of(first, entry, retraction(first, entry))).get(1);
        }
        byte[] proof = prove(logged);
        files.put("logged.json", proof);
        String policy = Files.readString(registry.resolve("policy.txt"));
        files.put("registry-policy.txt", ReleaseProofVectorsTest.utf8(policy));
        String quorum = "witness temoin " + WITNESS.verifier() + "\nquorum temoin\n";
        files.put("witness-policy.txt", ReleaseProofVectorsTest.utf8(policy.replace("quorum none\n", quorum)));
        byte[] witnessed = prove(cosigned(logged, logged.proof().checkpoint().text()));
        files.put("witnessed.json", witnessed);
        mutate(proof, witnessed, logged, entry);
        // The same registry, key and size, and another history.
        try (OptOutRegistry open = OptOutRegistry.open(twin, Duration.ZERO, environment)) {
            Receipt other = open.receipt(open.register(declaration()).index());
            files.put("receipt-other-history.entry", other.entry());
            files.put("receipt-other-history.tlog-proof", other.proof().bytes());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private Declaration declaration() {
        return new Declaration(
                new Holder("Éditions de l’Exemple", HolderKind.PUBLISHER),
                Optional.empty(),
                IdentityTier.EMAIL,
                UseCategory.DEFAULT,
                List.of(new Selector.Exact(ISBN), new Selector.Work(WorkFingerprint.of(work))),
                Declaration.Origin.registry(TIME));
    }

    /** The entry of a release with another manifest. */
    private ReleaseEntry other(SignedNote note) {
        String text = SmallRelease.checkpoint("essai", Sha256.of("autre"), release.trie.root(), 7);
        return new ReleaseEntry(ReleaseCommitment.parse(text), Sha256.of("recette"), RULES, note, Optional.empty(), 0);
    }

    private static RetractionEntry retraction(ReleaseEntry stale, ReleaseEntry fresh) {
        return new RetractionEntry(
                stale.manifest(),
                fresh.manifest(),
                IdSet.of(List.of("1eb118cba12998434b0fc5caf50dc8803e6a9afe")),
                Reservations.of(List.of()),
                fresh.registryNote(),
                0);
    }

    private byte[] prove(LoggedEntry logged) throws IOException {
        return release.prover(logged)
                .prove(Optional.of(WorkFingerprint.of(work)), List.of(ISBN))
                .bytes();
    }

    /** The same entry with a cosignature over a text, which should be that of its checkpoint. */
    private static LoggedEntry cosigned(LoggedEntry logged, String text) {
        SignedNote note = logged.proof().checkpoint().with(WITNESS.sign(text, TIME.getEpochSecond() + 60));
        String bytes = text(logged.proof().bytes());
        String head = bytes.substring(0, bytes.indexOf("\n\n") + 2);
        return LoggedEntry.parse(logged.entryBytes(), ReleaseProofVectorsTest.utf8(head + text(note.bytes())));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private void mutate(byte[] proof, byte[] witnessed, LoggedEntry logged, ReleaseEntry entry) throws IOException {
        change(proof, "log-index-other", "proof", text -> text.replace("index 1", "index 0"));
        change(proof, "log-hash-left-out", "proof", text -> text.replaceFirst("(index 1\n)[^\n]*\n", "$1"));
        change(proof, "log-extra", "proof", text -> text.replace("index 1", "extra eA==\nindex 1"));
        change(proof, "log-smaller", "proof", text -> text.replace("/releases\n3\n", "/releases\n2\n"));
        change(proof, "log-signature-false-under-policy", "proof", LoggedVectors::lastByteChanged);
        change(witnessed, "witness-signature-false-under-policy", "proof", LoggedVectors::lastByteChanged);
        change(proof, "log-entry-time-other", "entry", text -> text.replace("\"time\":17", "\"time\":16"));
        change(proof, "log-entry-not-canonical", "entry", text -> text.replace("\"v\":1}", "\"v\":1 }"));
        change(proof, "log-entry-of-no-known-type", "entry", text -> text.replace("\"release\"", "\"relaese\""));
        byte[] leftOut = ReleaseProofVectorsTest.changed(proof, json -> json.remove("log"));
        files.put("mutated/log-left-out-under-policy.json", leftOut);

        String autre = SmallRelease.checkpoint("autre", Sha256.of(new byte[] {2}), release.trie.root(), 3);
        SignerKey own = key("releases.key");
        Map<String, LoggedEntry> others = new LinkedHashMap<>();
        others.put("log-of-another-release", relogged(at(autre, entry), own));
        others.put("log-of-a-retraction", relogged(retraction(entry, other(entry.registryNote())), own));
        others.put("log-of-another-registry", relogged(entry, named("ailleurs.exemple.fr/releases")));
        others.put("log-of-reservations", relogged(entry, key("log.key")));
        others.put("log-of-a-stranger-under-policy", relogged(entry, named(ORIGIN + "/releases")));
        SignedNote forged = SignedNote.parse(ReleaseProofVectorsTest.utf8(
                lastByteChanged(text(entry.registryNote().bytes()))));
        others.put("registry-signature-false-under-policy", relogged(withNote(entry, forged), own));
        SignedNote strange = named(ORIGIN).note(entry.registry().text());
        others.put("registry-of-a-stranger-under-policy", relogged(withNote(entry, strange), own));
        String older = logged.proof().checkpoint().text().replace("\n3\n", "\n2\n");
        others.put("witness-of-another-checkpoint-under-policy", cosigned(logged, older));
        others.forEach((name, other) -> files.put("mutated/" + name + ".json", replaced(proof, other)));
    }

    private SignerKey key(String file) throws IOException {
        Path place = registry.resolve("private").resolve(file);
        return SignerKey.parse(Files.readString(place).strip());
    }

    private static SignerKey named(String origin) {
        return SignerKey.of(origin, SignatureKind.ED25519, Sha256.of(origin).bytes());
    }

    private static ReleaseEntry at(String checkpoint, ReleaseEntry entry) {
        return new ReleaseEntry(
                ReleaseCommitment.parse(checkpoint),
                entry.recipe(),
                entry.rules(),
                entry.registryNote(),
                Optional.empty(),
                TIME.toEpochMilli());
    }

    private static ReleaseEntry withNote(ReleaseEntry entry, SignedNote note) {
        return new ReleaseEntry(
                entry.release(), entry.recipe(), entry.rules(), note, entry.supersedes(), TIME.toEpochMilli());
    }

    /** An entry in a log of its own, signed by a key. */
    private LoggedEntry relogged(ReleaseLogEntry entry, SignerKey key) throws IOException {
        Path place = Files.createTempDirectory(scratch, "journal");
        byte[] bytes = entry.at(TIME.toEpochMilli()).bytes();
        try (TileLog log = TileLog.create(place, key)) {
            log.append(bytes);
            log.publish();
            return LoggedEntry.parse(
                    bytes,
                    TlogProof.of(log.reader().inclusion(0), log.published()).bytes());
        }
    }

    private static byte[] replaced(byte[] proof, LoggedEntry logged) {
        return ReleaseProofVectorsTest.changed(proof, json -> {
            Map<String, Object> log = ReleaseProofVectorsTest.object(json, "log");
            log.put("entry", text(logged.entryBytes()));
            log.put("proof", text(logged.proof().bytes()));
        });
    }

    private void change(byte[] proof, String name, String part, UnaryOperator<String> change) {
        byte[] changed = ReleaseProofVectorsTest.changed(proof, json -> {
            Map<String, Object> log = ReleaseProofVectorsTest.object(json, "log");
            log.computeIfPresent(part, (key, text) -> change.apply((String) text));
        });
        if (Arrays.equals(changed, proof)) {
            throw new IllegalStateException("nothing was changed: " + name);
        }
        files.put("mutated/" + name + ".json", changed);
    }

    /** Changes the last signature of a note without making it unreadable. */
    private static String lastByteChanged(String note) {
        int at = note.length() - 10;
        return note.substring(0, at) + (note.charAt(at) == 'A' ? 'B' : 'A') + note.substring(at + 1);
    }
}
