package fr.corpus.normalize;

import fr.corpus.step.Normalizer;
import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import fr.corpus.text.heritage.RunningLines;
import java.util.List;

/**
 * Takes running heads, page numbers, signatures and catchwords out of a text whose pages end in form feeds, as {@link RunningLines} finds
 * them, and joins the pages. Immutable, thread-safe, idempotent. Form feeds must still be there: {@code normalize.unicode} turns them
 * into line ends.
 *
 * @param minPages how many pages a line must return on
 * @param edgeLines how many lines at each edge of a page are looked at
 */
public record PageNormalizer(int minPages, int edgeLines) implements Normalizer {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("normalize.pages@1");

    private static final Parameter MIN_PAGES = Parameter.of("min-pages", Parameter.Type.INTEGER);
    private static final Parameter EDGE_LINES = Parameter.of("edge-lines", Parameter.Type.INTEGER);

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = List.of(MIN_PAGES, EDGE_LINES);

    private static final int MOST = 1000;

    public PageNormalizer {
        if (minPages < 2 || minPages > MOST || edgeLines < 1 || edgeLines > MOST) {
            throw new IllegalArgumentException(
                    "need 2 <= min-pages <= 1000 and 1 <= edge-lines <= 1000, got " + minPages + ", " + edgeLines);
        }
    }

    /** The step with these parameters. */
    public static PageNormalizer from(Settings settings) {
        return new PageNormalizer(
                Math.toIntExact(settings.integer(MIN_PAGES.name())),
                Math.toIntExact(settings.integer(EDGE_LINES.name())));
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public String normalize(String text) {
        return rewrite(text).text();
    }

    @Override
    public Rewritten rewrite(String text) {
        RunningLines.Cut cut = RunningLines.cut(text, minPages, edgeLines);
        return Rewritten.of(cut.text())
                .and("running-heads", cut.heads())
                .and("page-numbers", cut.numbers())
                .and("sheet-marks", cut.marks());
    }
}
