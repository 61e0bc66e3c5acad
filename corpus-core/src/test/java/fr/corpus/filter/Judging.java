package fr.corpus.filter;

import fr.corpus.step.Filter;
import fr.corpus.step.Verdict;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import java.util.List;

/** The three filters of a native profile, one after the other. */
final class Judging {

    /** The native profiles. */
    static final List<String> NATIVE =
            List.of("web", "press", "book", "law", "theatre", "verse", "speech", "technical");

    private final List<Filter> chain;
    private final TextView view = new TextView(new FrenchTokenizer());

    Judging(String profile) {
        chain = List.of(Profiles.repetition(profile), Profiles.lines(profile), Profiles.quality(profile));
    }

    /** "keep", or the step, the reason and the evidence of the first drop. */
    String outcome(String text) {
        view.of(text);
        for (Filter filter : chain) {
            if (filter.judge(view) instanceof Verdict.Drop drop) {
                return filter.id().name() + " " + drop.reason() + " "
                        + drop.evidence().items();
            }
        }
        return "keep";
    }
}
