package fr.corpus.bench;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.hash.Sha256;
import fr.corpus.match.DocumentMatcher;
import fr.corpus.match.ReservationIndex;
import fr.corpus.match.ReservationMatcher;
import fr.corpus.match.Reserved;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often an excerpt of a reserved work is found again, and how often another work is taken for it, by length of the excerpt
 * and errors in it. Every document of a release that is long enough is reserved; excerpts are drawn from all of them. Confined
 * to one thread.
 */
public final class RecallTable {

    /** Lengths of excerpts in UTF-16 units. */
    public static final List<Integer> LENGTHS = List.of(1000, 2000, 5000, 20_000);

    /** Probabilities of an error at each letter. */
    public static final List<Double> RATES = List.of(0.0, 0.01, 0.02, 0.05, 0.1);

    private static final int SHORTEST_WORK = 40_000;
    private static final int MOST_WORKS = 500;

    private final List<String> works = new ArrayList<>();
    private final FrenchTokenizer tokenizer = new FrenchTokenizer();
    private final TokenizedText tokens = new TokenizedText();
    private final long seed;

    private RecallTable(long seed) {
        this.seed = seed;
    }

    /**
     * A cell of the table. Immutable.
     *
     * @param misreading the kind of errors
     * @param length of the excerpts, in UTF-16 units
     * @param rate probability of an error at each letter
     * @param excerpts excerpts looked up
     * @param found those in which the work that they are from was found
     * @param wrong those in which another work was found
     */
    public record Cell(Misreading misreading, int length, double rate, int excerpts, int found, int wrong) {

        /** Share of the excerpts that were found. */
        public double recall() {
            return (double) found / excerpts;
        }
    }

    /**
     * Reads the works: documents of at least 40,000 UTF-16 units, 500 at most.
     *
     * @param seed of places and errors
     */
    public static RecallTable of(ReleaseReader release, long seed) throws IOException {
        RecallTable table = new RecallTable(seed);
        try (RowStream<ReleaseRow> rows = release.data()) {
            Optional<ReleaseRow> row = rows.next();
            while (row.isPresent() && table.works.size() < MOST_WORKS) {
                String text = row.get().document().text();
                if (text.length() >= SHORTEST_WORK) {
                    table.works.add(text);
                }
                row = rows.next();
            }
        }
        return table;
    }

    /** Number of works. */
    public int works() {
        return works.size();
    }

    /**
     * Draws excerpts and looks them up.
     *
     * @param perWork excerpts of each work in each cell
     */
    public List<Cell> measure(int perWork) {
        ReservationIndex.Builder builder = new ReservationIndex.Builder(works.size());
        for (int i = 0; i < works.size(); i++) {
            builder.addWork(WorkFingerprint.of(works.get(i)).samples(), i);
        }
        ReservationMatcher matcher = new ReservationMatcher(builder.build());
        List<Cell> cells = new ArrayList<>();
        for (Misreading misreading : Misreading.values()) {
            for (double rate : RATES) {
                for (int length : LENGTHS) {
                    cells.add(cell(matcher, new Cell(misreading, length, rate, perWork * works.size(), 0, 0), perWork));
                }
            }
        }
        return cells;
    }

    /** Lengths of whole short works in UTF-16 units. */
    public static final List<Integer> SHORT_WORKS = List.of(500, 1000, 2000, 5000);

    /**
     * Copies of whole short works. Immutable.
     *
     * @param misreading the kind of errors
     * @param length of the works, in UTF-16 units
     * @param rate probability of an error at each letter
     * @param copies copies looked up, one of each work
     * @param bySamples those found by samples alone
     * @param found those found by samples or by the Text-Code
     * @param wrong those in which a part of another author’s work was found
     */
    public record CopyCell(
            Misreading misreading, int length, double rate, int copies, int bySamples, int found, int wrong) {}

    /**
     * Reserves parts of the works as short works of their own, and looks whole copies of them up.
     *
     * @param perWork short works of each long one
     */
    public List<CopyCell> measureCopies(int perWork) {
        List<CopyCell> cells = new ArrayList<>();
        for (int length : SHORT_WORKS) {
            SeededRandom random = SeededRandom.of(seed, length);
            List<String> parts = new ArrayList<>();
            ReservationIndex.Builder samples = new ReservationIndex.Builder(4);
            ReservationIndex.Builder both = new ReservationIndex.Builder(4);
            for (int i = 0; i < works.size() * perWork; i++) {
                String text = works.get(i / perWork);
                int from = random.below(text.length() - length);
                parts.add(text.substring(from, from + length));
                WorkFingerprint print = WorkFingerprint.of(parts.get(i));
                samples.addWork(print.samples(), i);
                both.addWork(print.samples(), print.iscc(), i);
            }
            DocumentMatcher one = new DocumentMatcher(samples.build());
            DocumentMatcher other = new DocumentMatcher(both.build());
            for (Misreading misreading : Misreading.values()) {
                for (double rate : RATES) {
                    int bySamples = 0;
                    int found = 0;
                    int wrong = 0;
                    for (int i = 0; i < parts.size(); i++) {
                        String copy = misreading.of(parts.get(i), rate, random.next());
                        int own = i;
                        bySamples += find(one, copy).stream().anyMatch(match -> match.reservation() == own) ? 1 : 0;
                        List<Reserved> all = find(other, copy);
                        found += all.stream().anyMatch(match -> match.reservation() == own) ? 1 : 0;
                        wrong += all.stream().anyMatch(match -> match.reservation() / perWork != own / perWork) ? 1 : 0;
                    }
                    cells.add(new CopyCell(misreading, length, rate, parts.size(), bySamples, found, wrong));
                }
            }
        }
        return cells;
    }

    private static List<Reserved> find(DocumentMatcher matcher, String text) {
        return matcher.find(
                text,
                new Provenance("bench", "copy", SourceLocation.of("copy"), "bench@1", Sha256.of(new byte[0])),
                CanonicalText.digest(text),
                Metadata.EMPTY);
    }

    private Cell cell(ReservationMatcher matcher, Cell wanted, int perWork) {
        int found = 0;
        int wrong = 0;
        SeededRandom random = SeededRandom.of(seed, wanted.length());
        for (int work = 0; work < works.size(); work++) {
            for (int i = 0; i < perWork; i++) {
                String text = works.get(work);
                int from = random.below(text.length() - wanted.length());
                String excerpt = text.substring(from, from + wanted.length());
                tokenizer.tokenize(wanted.misreading().of(excerpt, wanted.rate(), random.next()), tokens);
                List<Reserved> reserved = matcher.match(List.of(), tokens);
                int own = work;
                found += reserved.stream().anyMatch(one -> one.reservation() == own) ? 1 : 0;
                wrong += reserved.stream().anyMatch(one -> one.reservation() != own) ? 1 : 0;
            }
        }
        return new Cell(wanted.misreading(), wanted.length(), wanted.rate(), wanted.excerpts(), found, wrong);
    }
}
