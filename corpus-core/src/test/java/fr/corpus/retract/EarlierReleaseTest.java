package fr.corpus.retract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.Corpus;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.identifier.WebAddress;
import fr.corpus.internal.parquet.SourceColumns;
import fr.corpus.internal.parquet.SourceTable;
import fr.corpus.match.ReservationIndex;
import fr.corpus.match.Reservations;
import fr.corpus.pipeline.Version;
import fr.corpus.proof.ProofVerifier;
import fr.corpus.proof.ReleaseProof;
import fr.corpus.release.Manifest;
import fr.corpus.release.ReleaseProofs;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases made before documents had identifiers, and before bare numbers were none, stay releases. */
class EarlierReleaseTest {

    private static final Path RELEASE = Path.of("src/test/resources/vectors/earlier-release/keys-1");
    private static final Path BARE_NUMBERS = Path.of("src/test/resources/vectors/earlier-release/keys-2");
    private static final Key COPY_OF_CANAL =
            WebAddress.find("https://exemple.fr/canal").orElseThrow().key();
    private static final Key ISBN = Isbn.find("9782070360024").orElseThrow().key();
    private static final Key COPY =
            WebAddress.find("https://ailleurs.exemple.org/moulin").orElseThrow().key();
    private static final Key OTHER = Isbn.find("9782070413119").orElseThrow().key();

    @TempDir
    Path folder;

    private static List<String> findings(Path release) {
        return Corpus.check(release).findings().stream()
                .map(finding -> finding.message().key())
                .toList();
    }

    private static boolean hasIdentifiers(Path part) throws IOException {
        return !(SourceTable.open(part)
                        .columns(List.of(List.of("identifiers")))
                        .columns()
                        .get(0)
                instanceof SourceColumns.Found.Missing);
    }

    private static boolean isPresent(Path release, Key key) throws IOException {
        try (ReleaseProofs proofs = ReleaseProofs.open(release, Optional.empty(), Optional.empty())) {
            byte[] bytes = proofs.prover().prove(Optional.empty(), List.of(key)).bytes();
            ReleaseProof read = ReleaseProof.parse(bytes);
            new ProofVerifier(Optional.empty(), Optional.empty(), List.of(key)).verify(bytes);
            return read.verdict().isPresent();
        }
    }

    @Test
    void itsRowsAreReadAndItIsSound() throws IOException {
        assertThat(findings(RELEASE)).isEmpty();
        try (RowStream<ReleaseRow> rows = ReleaseReader.open(RELEASE).data()) {
            assertThat(rows.next().orElseThrow().document().metadata().identifiers())
                    .isEmpty();
        }
    }

    @Test
    void itsProofsAreMadeAndHold() throws IOException {
        assertThat(isPresent(RELEASE, ISBN)).isTrue();
        assertThat(isPresent(RELEASE, OTHER)).isFalse();
    }

    @Test
    void bareNumbersOfAnEarlierReleaseAreTheKeysThatItPublished() throws IOException {
        Key issn = new Key(KeyType.ISSN, "1234-5687");
        assertThat(findings(BARE_NUMBERS)).isEmpty();
        assertThat(isPresent(BARE_NUMBERS, issn)).isTrue();
        assertThat(isPresent(BARE_NUMBERS, ISBN)).isTrue();
        assertThat(isPresent(BARE_NUMBERS, OTHER)).isTrue();
        ReservationIndex.Builder index = new ReservationIndex.Builder(1);
        index.addKey(issn, 0);
        Reservations bare = new Reservations(
                "registre.exemple.fr/essai 1 x", index.build(), List.of(new Reservations.Entry("res-0", false)));
        // By the rule of today nobody has that number, so nothing is taken back for it.
        assertThat(new Retraction(BARE_NUMBERS, folder.resolve("v2"), 2, Version.current())
                        .run(bare)
                        .withheld())
                .isEmpty();
        index = new ReservationIndex.Builder(1);
        index.addKey(COPY_OF_CANAL, 0);
        Path next = folder.resolve("v3");
        Reservations copy = new Reservations(
                "registre.exemple.fr/essai 1 x", index.build(), List.of(new Reservations.Entry("res-0", false)));
        new Retraction(BARE_NUMBERS, next, 2, Version.current()).run(copy);
        assertThat(findings(next)).isEmpty();
        assertThat(isPresent(next, issn)).isFalse();
        assertThat(isPresent(next, ISBN)).isTrue();
    }

    @Test
    void whatIsRetractedFromItHasItsColumnsAndItsSetOfKeys() throws IOException {
        ReservationIndex.Builder index = new ReservationIndex.Builder(1);
        index.addKey(ISBN, 0);
        index.addKey(COPY, 1);
        Reservations reservations = new Reservations(
                "registre.exemple.fr/essai 1 x",
                index.build(),
                List.of(new Reservations.Entry("res-0", true), new Reservations.Entry("res-1", false)));
        Path next = folder.resolve("v2");
        RetractionReport report = new Retraction(RELEASE, next, 2, Version.current()).run(reservations);
        assertThat(report.withheld())
                .extracting(document -> document.binding().entry().id())
                .containsExactly("res-1");
        assertThat(findings(next)).isEmpty();
        assertThat(isPresent(next, ISBN)).isFalse();
        assertThat(hasIdentifiers(next.resolve("data/part-00000.parquet"))).isFalse();
        Manifest manifest = Corpus.open(next).manifest();
        assertThat(manifest.keys().orElseThrow().version()).isEqualTo("keys@1");
        assertThat(manifest.statistics().counts().withheld()).isEqualTo(1);
    }
}
