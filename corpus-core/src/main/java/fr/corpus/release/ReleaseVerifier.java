package fr.corpus.release;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.parallel.Workers;
import fr.corpus.proof.KeyTrieBuilder;
import fr.corpus.proof.ReleaseKeys;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.tlog.MerkleAccumulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Computes everything that a release says of itself again from its bytes: file hashes, rows and their order, Merkle roots,
 * figures, the conservation law, licences, survivors of duplicates, document ids where the text is as it was read, the
 * checkpoint. Takes nothing for granted but the manifest’s count of records read, which no file can prove.
 */
public final class ReleaseVerifier {

    private final Path release;
    private final Manifest manifest;
    private final Findings findings = new Findings();
    private final int threads;
    private final RowAudit audit;
    private final RowChecks checks;
    private long rows;

    private ReleaseVerifier(Path release, Manifest manifest, int threads, RowAudit audit) {
        this.audit = audit;
        this.release = release;
        this.manifest = manifest;
        this.threads = threads;
        boolean textsAreAsRead = !manifest.identity().recipe().contains("\"normalize.");
        this.checks = new RowChecks(findings, textsAreAsRead);
    }

    /**
     * Checks a release.
     *
     * @param threads how many files are read at once, at least 1
     * @return what is wrong with it, if anything
     * @throws EngineException if there is no release
     * @throws IOException if a file cannot be read though it is there
     */
    public static ReleaseReport check(Path release, int threads) throws IOException {
        return check(release, threads, RowAudit.NONE);
    }

    /**
     * Checks a release, and lets another look at its rows on the way.
     *
     * @param audit sees every row that can be read
     * @throws EngineException if there is no release
     * @throws IOException if a file cannot be read though it is there
     */
    public static ReleaseReport check(Path release, int threads, RowAudit audit) throws IOException {
        Path manifestPath = release.resolve(ReleaseFiles.MANIFEST);
        if (!Files.isRegularFile(manifestPath)) {
            throw new EngineException(UserMessage.of("release.none", release.toString()));
        }
        SyncMarker.verifyNotExchanging(release);
        byte[] bytes = Files.readAllBytes(manifestPath);
        Manifest manifest;
        byte[] form;
        try {
            manifest = ManifestJson.parse(bytes);
            form = ManifestJson.write(manifest);
        } catch (IllegalArgumentException e) {
            Findings bad = new Findings();
            bad.add(ReleaseFiles.MANIFEST, 0, "manifest", ReleaseFiles.MANIFEST, JsonNode.place(e));
            return new ReleaseReport(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, 0, bad.list(), false);
        }
        return new ReleaseVerifier(release, manifest, threads, audit).run(bytes, form);
    }

    /**
     * Checks the files of a release only: that they are all there with their sizes and digests, that there are no others, and
     * that the checkpoint is that of the manifest.
     *
     * @param threads how many files are read at once, at least 1
     * @throws EngineException if there is no release
     * @throws IOException if a file cannot be read though it is there
     */
    public static List<Finding> checkFiles(Path release, int threads) throws IOException {
        SealedManifest sealed = SealedManifest.read(release);
        ReleaseVerifier verifier = new ReleaseVerifier(release, sealed.manifest(), threads, RowAudit.NONE);
        Set<String> present = new TreeSet<>(ReleaseFiles.list(release));
        new FileChecks(release, sealed.manifest(), verifier.findings).run(present, threads);
        verifier.checkCheckpoint(sealed.digest(), present);
        return verifier.findings.list();
    }

    private ReleaseReport run(byte[] manifestBytes, byte[] form) throws IOException {
        if (!Arrays.equals(form, manifestBytes)) {
            findings.add(ReleaseFiles.MANIFEST, 0, "manifest-form", ReleaseFiles.MANIFEST);
        }
        Set<String> present = new TreeSet<>(ReleaseFiles.list(release));
        int hashed = new FileChecks(release, manifest, findings).run(present, threads);
        Optional<Manifest.Roots> roots = Optional.empty();
        Optional<Manifest.KeySet> keys = Optional.empty();
        int pairs = manifest.keys().isPresent() ? KeyTrieBuilder.DEFAULT_PAIRS_IN_MEMORY / 2 : 1;
        String version = manifest.keys().map(Manifest.KeySet::version).orElse(ReleaseKeys.VERSION);
        try (KeyAudit keyAudit = new KeyAudit(version, pairs)) {
            roots = checkTables(present, keyAudit);
            if (roots.isPresent() && manifest.keys().isPresent()) {
                keys = Optional.of(keyAudit.compare(manifest, findings));
            }
        }
        checkKeyFiles();
        checkSuperseded();
        checkCheckpoint(Sha256.of(manifestBytes), present);
        checkLogged(present);
        return new ReleaseReport(
                Optional.of(manifest),
                roots,
                keys,
                hashed,
                rows,
                checks.idsConfirmed(),
                findings.list(),
                findings.more());
    }

    /** A release that takes the place of another was made under the registry that it names. */
    private void checkSuperseded() {
        List<Superseded> superseded = manifest.identity().supersedes();
        if (!superseded.isEmpty()) {
            String registry = manifest.identity().components().getOrDefault("registry", "");
            String promised = superseded.get(0).registry();
            if (!registry.equals(promised)) {
                findings.add(ReleaseFiles.MANIFEST, 0, "figures", "supersedes[0].registry", promised, registry);
            }
        }
    }

    /** A release has the files of its keys, or no keys. */
    private void checkKeyFiles() {
        Optional<Manifest.KeySet> keys = manifest.keys();
        if (keys.isPresent() && !ReleaseKeys.isKnown(keys.get().version())) {
            findings.add(
                    ReleaseFiles.MANIFEST,
                    0,
                    "figures",
                    "keys.set",
                    ReleaseKeys.VERSION,
                    keys.get().version());
        }
        for (String path : KeyFiles.paths()) {
            boolean listed =
                    manifest.files().stream().anyMatch(entry -> entry.path().equals(path));
            if (listed && keys.isEmpty()) {
                findings.add(path, 0, "extra-file", path);
            }
        }
    }

    private Optional<Manifest.Roots> checkTables(Set<String> present, KeyAudit keyAudit) throws IOException {
        TableCheck<DuplicateRow> duplicates = new TableCheck<>(DuplicatesLayout::new, (file, row, number) -> {
            checks.duplicate(file, row, number);
            audit.copy(file, row, number);
        });
        Optional<Digest> duplicatesRoot = duplicates.run(present);
        collectSurvivors(duplicates.present);
        TableCheck<ReleaseRow> data = new TableCheck<>(DataLayout::new, (file, row, number) -> {
            checks.released(file, row, number);
            audit.released(file, row, number);
            if (manifest.keys().isPresent()) {
                keyAudit.add(row);
            }
        });
        Optional<Digest> dataRoot = data.run(present);
        TableCheck<DropRow> drops = new TableCheck<>(DropsLayout::new, checks::drop);
        Optional<Digest> dropsRoot = drops.run(present);
        if (dataRoot.isEmpty() || dropsRoot.isEmpty() || duplicatesRoot.isEmpty()) {
            return Optional.empty();
        }
        checkSurvivors(duplicates.present);
        checkFigures(data.tally, drops.tally, duplicates.tally);
        return Optional.of(new Manifest.Roots(dataRoot.get(), dropsRoot.get(), duplicatesRoot.get()));
    }

    /** Looks at a row, given its file and its number from 1. */
    private interface RowCheck<T> {
        void look(String file, T row, long number);
    }

    /** All files of one table. */
    private final class TableCheck<T> {
        private final Supplier<TableLayout<T>> layouts;
        private final RowCheck<T> rowCheck;
        private final Table table;
        private final Tally tally;
        private final List<String> present = new ArrayList<>();
        private int files;

        TableCheck(Supplier<TableLayout<T>> layouts, RowCheck<T> rowCheck) {
            this.layouts = layouts;
            this.rowCheck = rowCheck;
            this.table = layouts.get().table();
            this.tally = TableLayout.emptyTally(table);
        }

        /** The root over all rows, unless some could not be read. */
        Optional<Digest> run(Set<String> found) throws IOException {
            List<PartCheck<T>> parts = new ArrayList<>();
            List<PartCheck<T>> readable = new ArrayList<>();
            for (FileEntry entry : manifest.files()) {
                if (!entry.path().startsWith(table.directory() + "/")) {
                    continue;
                }
                String expected = table.file(files++);
                if (!entry.path().equals(expected)) {
                    findings.add(entry.path(), 0, "part-name", entry.path(), expected);
                }
                PartCheck<T> part = new PartCheck<>(
                        entry.path(),
                        layouts.get(),
                        (row, number) -> rowCheck.look(entry.path(), row, number),
                        findings);
                parts.add(part);
                if (found.contains(entry.path())) {
                    present.add(entry.path());
                    readable.add(part);
                }
            }
            Workers.<IOException>each(
                    threads,
                    "verify",
                    readable.size(),
                    () -> part -> readable.get(part).run(release));
            return fold(parts);
        }

        private Optional<Digest> fold(List<PartCheck<T>> parts) {
            MerkleAccumulator tree = new MerkleAccumulator();
            PartCheck<T> before = null;
            for (PartCheck<T> part : parts) {
                if (!part.foldInto(tree, tally, before)) {
                    findings.add(part.file(), 1, "order", part.file(), 1);
                }
                before = part.isEmpty() ? before : part;
                rows += part.rows();
            }
            if (parts.isEmpty() || !parts.stream().allMatch(PartCheck::isWhole)) {
                return Optional.empty();
            }
            checkRowCounts(parts);
            Digest promised = manifest.roots().of(table);
            if (!tree.root().equals(promised)) {
                findings.add(
                        ReleaseFiles.MANIFEST,
                        0,
                        "root",
                        table.directory(),
                        promised.hex(),
                        tree.root().hex());
            }
            return Optional.of(tree.root());
        }

        private void checkRowCounts(List<PartCheck<T>> parts) {
            for (PartCheck<T> part : parts) {
                for (FileEntry entry : manifest.files()) {
                    boolean differs =
                            entry.path().equals(part.file()) && entry.rows().orElse(-1) != part.rows();
                    if (differs) {
                        findings.add(
                                part.file(),
                                0,
                                "rows",
                                part.file(),
                                entry.rows().orElse(-1),
                                part.rows());
                    }
                }
            }
        }
    }

    private void collectSurvivors(List<String> files) throws IOException {
        MessageDigest sha = Survivors.digest();
        eachDuplicate(
                files,
                (file, row, number) -> checks.survivors()
                        .add(Survivors.key(row.survivor().id(), row.survivor().sourceId(), sha)));
        checks.survivors().seal();
    }

    private void checkSurvivors(List<String> files) throws IOException {
        MessageDigest sha = Survivors.digest();
        eachDuplicate(files, (file, row, number) -> {
            if (!checks.survivors()
                    .isMet(Survivors.key(row.survivor().id(), row.survivor().sourceId(), sha))) {
                findings.add(
                        file,
                        number,
                        "survivor",
                        file,
                        number,
                        row.survivor().id().hex());
            }
        });
    }

    /** Visits the rows of files that could be read; the check of the table has said which could not. */
    private void eachDuplicate(List<String> files, RowCheck<DuplicateRow> visitor) throws IOException {
        for (String file : files) {
            try (RowStream<DuplicateRow> stream =
                    new RowStream<>(release, List.of(file), new DuplicatesLayout(), null)) {
                long number = 0;
                for (Optional<DuplicateRow> row = stream.next(); row.isPresent(); row = stream.next()) {
                    visitor.look(file, row.get(), ++number);
                }
            } catch (IntegrityException e) {
                continue;
            }
        }
    }

    private void checkFigures(Tally data, Tally drops, Tally duplicates) {
        List<ReleaseInfo.Input> inputs = manifest.statistics().sources().stream()
                .map(source ->
                        new ReleaseInfo.Input(source.source(), source.counts().read(), source.textBytesRead()))
                .toList();
        for (String unknown : ReleaseStatistics.unknownSources(inputs, data, drops, duplicates)) {
            findings.add(ReleaseFiles.MANIFEST, 0, "unknown-source", unknown);
        }
        Manifest.Statistics found = ReleaseStatistics.of(inputs, data, drops, duplicates);
        for (Manifest.SourceFigures source : found.sources()) {
            if (!source.counts().isBalanced()) {
                findings.add(ReleaseFiles.MANIFEST, 0, "conservation", ReleaseStatistics.arguments(source));
            }
        }
        Manifest.Statistics promised = manifest.statistics();
        figure("counts", promised.counts(), found.counts());
        figure("textBytesRead", promised.textBytesRead(), found.textBytesRead());
        figure("released", promised.released(), found.released());
        figure("sources", promised.sources(), found.sources());
        figure("releasedByLicense", promised.licenses(), found.licenses());
        figure("releasedByLanguage", promised.languages(), found.languages());
        figure("reasons", promised.reasons(), found.reasons());
    }

    private void figure(String name, Object promised, Object found) {
        if (!promised.equals(found)) {
            findings.add(ReleaseFiles.MANIFEST, 0, "figures", name, promised.toString(), found.toString());
        }
    }

    private void checkCheckpoint(Digest manifestDigest, Set<String> present) throws IOException {
        if (!present.contains(ReleaseFiles.CHECKPOINT)) {
            findings.add(ReleaseFiles.CHECKPOINT, 0, "missing-file", ReleaseFiles.CHECKPOINT);
            return;
        }
        byte[] expected = ReleaseCheckpoint.of(manifest, manifestDigest).toBytes();
        if (!Arrays.equals(expected, Files.readAllBytes(release.resolve(ReleaseFiles.CHECKPOINT)))) {
            findings.add(ReleaseFiles.CHECKPOINT, 0, "checkpoint", ReleaseFiles.CHECKPOINT);
        }
    }

    /** What the release says of the log of releases must be about itself; whose signature that is, a policy says. */
    private void checkLogged(Set<String> present) throws IOException {
        if (!present.contains(ReleaseFiles.CHECKPOINT)) {
            return;
        }
        String entry = LoggedEntry.RELEASE + LoggedEntry.ENTRY;
        String proof = LoggedEntry.RELEASE + LoggedEntry.PROOF;
        for (String file : List.of(entry, proof)) {
            boolean alone = !present.contains(file) && present.contains(file.equals(entry) ? proof : entry);
            if (alone) {
                findings.add(file, 0, "missing-file", file);
                return;
            }
        }
        try {
            ReleaseLogging.read(release);
        } catch (IntegrityException | MalformedSourceException e) {
            // Entry and proof belong together; which of the two is wrong, cannot be told.
            findings.add(entry, 0, "logged", entry, e.message());
            findings.add(proof, 0, "logged", proof, e.message());
        }
    }
}
