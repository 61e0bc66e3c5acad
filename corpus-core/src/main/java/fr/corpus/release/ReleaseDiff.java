package fr.corpus.release;

import fr.corpus.document.DocumentId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Compares two releases by merging their tables, which are sorted by id: memory does not grow with them, but for documents
 * that the other release knows nothing of, which are held (without text, up to a million) until the end to see whether their
 * record came back with another text.
 */
public final class ReleaseDiff {

    private static final int MAX_HELD = 1_000_000;

    private final ReleaseReader before;
    private final ReleaseReader after;
    private final Consumer<Change> sink;
    private final TreeMap<String, Long> enteredBecause = new TreeMap<>();
    private final TreeMap<String, Long> leftBecause = new TreeMap<>();
    private final Map<List<String>, Change.Summary> absentBefore = new LinkedHashMap<>();
    private final Map<List<String>, Change.Summary> absentAfter = new LinkedHashMap<>();
    private long entered;
    private long left;
    private long changed;
    private long same;

    private ReleaseDiff(ReleaseReader before, ReleaseReader after, Consumer<Change> sink) {
        this.before = before;
        this.after = after;
        this.sink = sink;
    }

    /**
     * Compares two releases.
     *
     * @param sink is given every change in the order of ids; documents that the other release knows nothing of, or whose
     *     record has another text there, come last
     * @return the changes in numbers
     * @throws fr.corpus.error.EngineException if one of them is no release
     * @throws fr.corpus.error.IntegrityException if one of them is damaged
     * @throws IOException if one of them cannot be read
     */
    public static ReleaseChanges between(Path before, Path after, Consumer<Change> sink) throws IOException {
        return new ReleaseDiff(ReleaseReader.open(before), ReleaseReader.open(after), sink).run();
    }

    /** The three tables of one release, read side by side. */
    private static final class Side implements AutoCloseable {
        final IdGroups<ReleaseRow> data;
        final IdGroups<DropRow> drops;
        final IdGroups<DuplicateRow> duplicates;

        Side(ReleaseReader release) {
            data = new IdGroups<>(release.data(), new DataLayout());
            drops = new IdGroups<>(release.drops(), new DropsLayout());
            duplicates = new IdGroups<>(release.duplicates(), new DuplicatesLayout());
        }

        Change.Fate fate(DocumentId id, Origin origin) throws IOException {
            Change.Fate fate = new Change.Fate.Absent();
            for (DuplicateRow row : duplicates.group(id)) {
                if (fate instanceof Change.Fate.Absent || isRecord(row.origin(), origin)) {
                    fate = new Change.Fate.Copy(row);
                }
            }
            for (DropRow row : drops.group(id)) {
                if (fate instanceof Change.Fate.Absent || isRecord(row.origin(), origin)) {
                    fate = new Change.Fate.Rejected(row);
                }
            }
            return fate;
        }

        @Override
        public void close() throws IOException {
            data.close();
            drops.close();
            duplicates.close();
        }
    }

    private static boolean isRecord(Origin a, Origin b) {
        return a.source().equals(b.source()) && a.sourceId().equals(b.sourceId());
    }

    private ReleaseChanges run() throws IOException {
        try (Side a = new Side(before);
                Side b = new Side(after)) {
            Optional<DocumentId> id = smaller(a.data.head(), b.data.head());
            while (id.isPresent()) {
                merge(id.get(), a, b);
                id = smaller(a.data.head(), b.data.head());
            }
        }
        settleAbsent();
        return new ReleaseChanges(
                before.manifest(), after.manifest(), entered, left, changed, same, enteredBecause, leftBecause);
    }

    private static Optional<DocumentId> smaller(Optional<DocumentId> a, Optional<DocumentId> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        return a.get().compareTo(b.get()) <= 0 ? a : b;
    }

    private void merge(DocumentId id, Side a, Side b) throws IOException {
        List<ReleaseRow> olds = new ArrayList<>(a.data.group(id));
        List<ReleaseRow> news = new ArrayList<>(b.data.group(id));
        pair(olds, news, true);
        pair(olds, news, false);
        for (ReleaseRow row : olds) {
            leave(Change.Summary.of(row), b.fate(id, row.origin()));
        }
        for (ReleaseRow row : news) {
            enter(Change.Summary.of(row), a.fate(id, row.origin()));
        }
    }

    /** Takes rows of the same record, or of any, out of both lists two by two. */
    private void pair(List<ReleaseRow> olds, List<ReleaseRow> news, boolean sameRecord) {
        for (Iterator<ReleaseRow> rest = news.iterator(); rest.hasNext(); ) {
            ReleaseRow row = rest.next();
            Optional<ReleaseRow> old = olds.stream()
                    .filter(other -> !sameRecord || isRecord(other.origin(), row.origin()))
                    .findFirst();
            if (old.isPresent()) {
                olds.remove(old.get());
                rest.remove();
                compare(old.get(), row);
            }
        }
    }

    private void compare(ReleaseRow old, ReleaseRow row) {
        List<String> columns = DataLayout.differences(old, row);
        if (columns.isEmpty()) {
            same++;
        } else {
            changed++;
            sink.accept(new Change.Changed(Change.Summary.of(row), columns));
        }
    }

    private void enter(Change.Summary document, Change.Fate fate) {
        boolean held = fate instanceof Change.Fate.Absent && hold(absentBefore, document);
        if (!held) {
            entered++;
            enteredBecause.merge(reason(fate), 1L, Long::sum);
            sink.accept(new Change.Entered(document, fate));
        }
    }

    private void leave(Change.Summary document, Change.Fate fate) {
        boolean held = fate instanceof Change.Fate.Absent && hold(absentAfter, document);
        if (!held) {
            left++;
            leftBecause.merge(reason(fate), 1L, Long::sum);
            sink.accept(new Change.Left(document, fate));
        }
    }

    private static boolean hold(Map<List<String>, Change.Summary> absent, Change.Summary document) {
        return absent.size() < MAX_HELD && absent.putIfAbsent(record(document), document) == null;
    }

    private static List<String> record(Change.Summary document) {
        return List.of(document.origin().source(), document.origin().sourceId());
    }

    private void settleAbsent() {
        absentAfter.forEach((record, document) -> {
            Change.Summary other = absentBefore.get(record);
            Change.Fate fate = other == null ? new Change.Fate.Absent() : new Change.Fate.Edited(other.id());
            left++;
            leftBecause.merge(reason(fate), 1L, Long::sum);
            sink.accept(new Change.Left(document, fate));
        });
        absentBefore.forEach((record, document) -> {
            Change.Summary other = absentAfter.get(record);
            Change.Fate fate = other == null ? new Change.Fate.Absent() : new Change.Fate.Edited(other.id());
            entered++;
            enteredBecause.merge(reason(fate), 1L, Long::sum);
            sink.accept(new Change.Entered(document, fate));
        });
    }

    private static String reason(Change.Fate fate) {
        return fate instanceof Change.Fate.Rejected rejected
                ? fate.word() + " " + rejected.row().cause().step() + " "
                        + rejected.row().cause().reason().code()
                : fate.word();
    }
}
