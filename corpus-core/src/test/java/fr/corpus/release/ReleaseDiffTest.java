package fr.corpus.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Document;
import fr.corpus.document.LicenseId;
import fr.corpus.fingerprint.CopyTraces;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import fr.corpus.step.RightsDecision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseDiffTest {

    @TempDir
    Path dir;

    private final List<Change> changes = new ArrayList<>();

    @Test
    void findsNothingBetweenAReleaseAndItsCopyCutIntoOtherParts() throws IOException {
        ReleaseChanges diff = diff(sample(), 1, sample(), 5);
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.same()).isEqualTo(sample().data.size());
        assertThat(changes).isEmpty();
    }

    @Test
    void saysWhatLeftAndWhy() throws IOException {
        SampleRelease after = sample();
        ReleaseRow dropped = after.data.remove(60);
        after.drops.add(new DropRow(
                Optional.of(dropped.id()),
                dropped.origin(),
                Outcome.DROPPED,
                new DropRow.Cause("filter.length@1", Reason.of("too-short"), Evidence.of("chars", 3))));
        ReleaseRow copied = after.data.remove(40);
        after.duplicates.add(new DuplicateRow(
                copied.id(),
                copied.id(),
                copied.origin(),
                new DuplicateRow.Survivor(after.data.get(0).id(), "n1"),
                new DuplicateRow.Match(DuplicateRow.Kind.NEAR, 0.9),
                Optional.empty(),
                CopyTraces.NONE));
        ReleaseRow gone = after.data.remove(20);
        after.drops.sort(DropRow.ORDER);
        after.duplicates.sort(DuplicateRow.ORDER);

        ReleaseChanges diff = diff(sample(), 2, after, 3);
        assertThat(diff.left()).isEqualTo(3);
        assertThat(diff.entered()).isZero();
        assertThat(diff.leftBecause())
                .isEqualTo(Map.of("absent", 1L, "dropped filter.length@1 too-short", 1L, "duplicate", 1L));
        assertThat(changes).hasSize(3).allMatch(Change.Left.class::isInstance);
        assertThat(changes).anySatisfy(change -> {
            Change.Left left = (Change.Left) change;
            assertThat(left.document()).isEqualTo(Change.Summary.of(gone));
            assertThat(left.after()).isEqualTo(new Change.Fate.Absent());
        });

        changes.clear();
        ReleaseChanges back = diff(after, 1, sample(), 1);
        assertThat(back.entered()).isEqualTo(3);
        assertThat(back.enteredBecause()).isEqualTo(diff.leftBecause());
    }

    @Test
    void namesTheColumnsThatChanged() throws IOException {
        SampleRelease after = sample();
        ReleaseRow row = after.data.get(9);
        RightsDecision.Admit other = new RightsDecision.Admit(LicenseId.of("etalab-2.0"), "Autre");
        after.data.set(9, new ReleaseRow(row.document(), Optional.of(other), row.measures(), 4));
        ReleaseChanges diff = diff(sample(), 1, after, 1);
        assertThat(diff.changed()).isEqualTo(1);
        assertThat(changes)
                .containsExactly(
                        new Change.Changed(Change.Summary.of(row), List.of("license", "attribution", "cluster_size")));
    }

    @Test
    void seesThatARecordCameBackWithAnotherText() throws IOException {
        SampleRelease after = sample();
        ReleaseRow old = after.data.remove(33);
        Document edited = Document.of(
                old.document().text() + " Corrigé.",
                old.document().metadata(),
                old.document().provenance());
        ReleaseRow now = new ReleaseRow(edited, old.admission(), old.measures(), 1);
        after.data.add(now);
        after.data.sort(ReleaseRow.ORDER);
        ReleaseChanges diff = diff(sample(), 1, after, 1);
        assertThat(diff.leftBecause()).isEqualTo(Map.of("edited", 1L));
        assertThat(changes)
                .containsExactly(
                        new Change.Left(Change.Summary.of(old), new Change.Fate.Edited(now.id())),
                        new Change.Entered(Change.Summary.of(now), new Change.Fate.Edited(old.id())));
    }

    private static SampleRelease sample() {
        return new SampleRelease(41, 400);
    }

    private int count;

    private ReleaseChanges diff(SampleRelease before, int beforeParts, SampleRelease after, int afterParts)
            throws IOException {
        Path a = before.write(dir.resolve("a" + count), beforeParts);
        Path b = after.write(dir.resolve("b" + count++), afterParts);
        return ReleaseDiff.between(a, b, changes::add);
    }
}
