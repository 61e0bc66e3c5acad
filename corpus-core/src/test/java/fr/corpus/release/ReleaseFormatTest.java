package fr.corpus.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Annotations;
import fr.corpus.document.CanonicalText;
import fr.corpus.document.Document;
import fr.corpus.document.DocumentId;
import fr.corpus.document.Identifier;
import fr.corpus.document.LicenseId;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.document.Span;
import fr.corpus.error.SourceLocation;
import fr.corpus.fingerprint.CopyTraces;
import fr.corpus.fingerprint.NearCode;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.parquet.Column;
import fr.corpus.iscc.TextCode;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import fr.corpus.step.RightsDecision;
import fr.corpus.text.Signal;
import fr.corpus.tlog.MerkleAccumulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page of the format and the code say the same. */
class ReleaseFormatTest {

    private static final String PAGE = read();

    private static String read() {
        try {
            return Files.readString(Path.of("docs/formats/release.md"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("run in corpus-core", e);
        }
    }

    static List<ReleaseRow> data() {
        double[] signals = new double[Signal.values().length];
        Arrays.fill(signals, Double.NaN);
        signals[Signal.WORDS.ordinal()] = 5;
        signals[Signal.STOP_WORDS.ordinal()] = 2;
        signals[Signal.MEAN_WORD_LENGTH.ordinal()] = 4 / 3d;
        signals[Signal.LANGUAGE_SCORE.ordinal()] = 0.98;
        Document full = Document.of(
                        "« L’été »\n\tvient. 😀",
                        new Metadata.Builder()
                                .title("Saisons")
                                .author("Anonyme")
                                .date("1857")
                                .uri("https://exemple.fr/1")
                                .identifiers(List.of(
                                        new Identifier(Identifier.Scheme.ISNI, "0000000121032683"),
                                        new Identifier(Identifier.Scheme.ISBN, "9782070360024")))
                                .build(),
                        place("saisons", "s1", new SourceLocation("saisons.jsonl", 0, 0)))
                .with(Annotations.NONE.withSentences(List.of(new Span(0, 17))));
        ReleaseRow first = new ReleaseRow(
                full,
                Optional.of(new RightsDecision.Admit(LicenseId.of("CC-BY-4.0"), "Anonyme, Saisons, 1857")),
                new Measures(Optional.of("fra"), Quality.of(signals), 8),
                2);
        Document bare =
                Document.of("Rien.", Metadata.EMPTY, place("notes", "notes.txt#0", SourceLocation.of("notes.txt")));
        ReleaseRow second = new ReleaseRow(bare, Optional.empty(), new Measures(Optional.empty(), Quality.NONE, 2), 1);
        return List.of(first, second).stream().sorted(ReleaseRow.ORDER).toList();
    }

    private static Provenance place(String source, String sourceId, SourceLocation location) {
        return new Provenance(source, sourceId, location, "jsonl@1", Sha256.of(sourceId));
    }

    static DropRow drop() {
        return new DropRow(
                Optional.of(DocumentId.of("saisons", Sha256.of("x"))),
                new Origin("saisons", "s2", new SourceLocation("saisons.jsonl", 120, 1)),
                Outcome.DROPPED,
                new DropRow.Cause(
                        "filter.language@1",
                        Reason.of("other-language"),
                        Evidence.of("language", "eng").and("score", 1 / 3d)));
    }

    static DuplicateRow duplicate() {
        DocumentId survivor = data().get(0).id();
        DocumentId member = DocumentId.of("saisons", Sha256.of("y"));
        return new DuplicateRow(
                member.compareTo(survivor) < 0 ? member : survivor,
                member,
                new Origin("saisons", "s3", new SourceLocation("saisons.jsonl", 240, 2)),
                new DuplicateRow.Survivor(survivor, "s1"),
                new DuplicateRow.Match(DuplicateRow.Kind.NEAR, 0.875),
                Optional.of("CC-BY-4.0"),
                new CopyTraces(
                        Optional.of("https://exemple.fr/3"),
                        Optional.of("Anonyme"),
                        Optional.of(Sha256.of("s3")),
                        Optional.of(CanonicalText.digest("L’hiver vient.")),
                        Optional.of(List.of(-16L, 240L)),
                        Optional.of(NearCode.of(TextCode.of("L’hiver vient."), 14)),
                        List.of(new Identifier(Identifier.Scheme.ISBN, "9782070360024"))));
    }

    @Test
    void showsTheCanonicalJsonAndLeafOfSampleRows() {
        data().forEach(row -> assertShown(new DataLayout(), row));
        assertShown(new DropsLayout(), drop());
        assertShown(new DuplicatesLayout(), duplicate());
    }

    private static <T> void assertShown(TableLayout<T> layout, T row) {
        byte[] json = json(layout, row);
        assertThat(PAGE).contains(new String(json, StandardCharsets.UTF_8));
        assertThat(PAGE)
                .contains(Digest.of(new MerkleAccumulator().leafHash(json)).hex());
    }

    private static <T> byte[] json(TableLayout<T> layout, T row) {
        CanonicalJson json = new CanonicalJson();
        layout.json(row, json);
        return json.toByteArray();
    }

    @Test
    void showsTheRootOfTheSampleTable() {
        MerkleAccumulator tree = new MerkleAccumulator();
        data().forEach(row -> tree.add(json(new DataLayout(), row)));
        assertThat(PAGE).contains(tree.root().hex());
        assertThat(PAGE).contains(new MerkleAccumulator().root().hex());
    }

    @Test
    void namesEveryColumnOfEveryTableInOrder() {
        for (TableLayout<?> layout : List.of(new DataLayout(), new DropsLayout(), new DuplicatesLayout())) {
            int section = PAGE.indexOf("### Table `" + layout.table().directory() + "`");
            assertThat(section).isNotNegative();
            int at = section;
            for (Column column : layout.columns()) {
                int next = PAGE.indexOf("\n| `" + column.name() + "` |", at);
                assertThat(next).as(layout.table() + "." + column.name()).isGreaterThan(at);
                at = next;
            }
        }
    }

    @Test
    void showsACheckpoint() {
        ReleaseCheckpoint checkpoint = new ReleaseCheckpoint(
                "corpus/saisons", 2, Sha256.of("racine"), Sha256.of("manifeste"), Optional.empty());
        assertThat(PAGE).contains(new String(checkpoint.toBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void showsACheckpointWithKeys() {
        ReleaseCheckpoint checkpoint = new ReleaseCheckpoint(
                "corpus/saisons",
                2,
                Sha256.of("racine"),
                Sha256.of("manifeste"),
                Optional.of(new Manifest.KeySet("keys@3", Sha256.of("clés"), 3)));
        String[] lines = new String(checkpoint.toBytes(), StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(5);
        assertThat(PAGE).contains("```\n" + lines[4] + "\n```");
    }

    /** Prints the vectors of the page, for whoever changes the format. */
    public static void main(String[] arguments) {
        data().forEach(row -> print(new DataLayout(), row));
        print(new DropsLayout(), drop());
        print(new DuplicatesLayout(), duplicate());
        MerkleAccumulator tree = new MerkleAccumulator();
        data().forEach(row -> tree.add(json(new DataLayout(), row)));
        System.out.println(tree.root().hex() + " root, empty: " + new MerkleAccumulator().root());
        System.out.println(new String(
                new ReleaseCheckpoint(
                                "corpus/saisons", 2, Sha256.of("racine"), Sha256.of("manifeste"), Optional.empty())
                        .toBytes(),
                StandardCharsets.UTF_8));
    }

    private static <T> void print(TableLayout<T> layout, T row) {
        byte[] json = json(layout, row);
        System.out.println(new String(json, StandardCharsets.UTF_8) + "\n"
                + Digest.of(new MerkleAccumulator().leafHash(json)).hex());
    }
}
