package fr.corpus.release;

import fr.corpus.annotate.profile.Growth;
import fr.corpus.annotate.profile.Profile;
import fr.corpus.annotate.profile.Quantiles;
import fr.corpus.annotate.profile.Readability;
import fr.corpus.annotate.term.Keyword;
import fr.corpus.annotate.term.MultiwordTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The section of a data card on the words of the texts. Names, and words of one document only, are not shown: nobody should be
 * met there.
 */
final class ProfileSection {

    private static final int SHOWN = 20;
    private static final int PERCENT = 100;

    private final CardText card;
    private final Profile profile;
    private final ReleaseProfile found;

    ProfileSection(CardText card, ReleaseProfile found) {
        this.card = card;
        this.found = found;
        profile = found.profile();
    }

    void write() {
        card.line("## " + card.say("profile"));
        card.line(card.say(
                found.isWhole() ? "profile.whole" : "profile.part",
                card.number(profile.documents()),
                card.number(profile.tokens())));
        card.table(List.of("measure", "value"), 1, measures());
        card.line(card.say("profile.measures", Integer.toString(Profile.LEAST_WORDS)));
        card.line("### " + card.say("profile.keywords"));
        card.line(card.say(
                "profile.reference",
                card.number(found.reference().words()),
                found.reference().digest().hex()));
        card.table(
                List.of("lemma", "part-of-speech", "count", "documents", "significance", "log-ratio"), 2, keywords());
        card.line("### " + card.say("profile.terms"));
        card.table(List.of("term", "count", "documents", "c-value"), 1, terms());
    }

    private List<List<String>> measures() {
        List<List<String>> rows = new ArrayList<>();
        Optional<Readability> whole = profile.readability();
        whole.ifPresent(scores -> {
            rows.add(row("sentence-words", card.tenths(scores.meanSentenceWords())));
            rows.add(row("rare-share", card.tenths(PERCENT * scores.rareShare())));
            rows.add(row("lix", card.tenths(scores.lix())));
            rows.add(row("kandel-moles", card.tenths(scores.kandelMoles())));
        });
        profile.kandelMoles().ifPresent(spread -> rows.add(row("kandel-moles-spread", spread(spread))));
        profile.mtld().ifPresent(spread -> rows.add(row("mtld-spread", spread(spread))));
        List<Growth.Point> points = profile.growth().points();
        if (!points.isEmpty()) {
            rows.add(row("types", card.number(points.get(points.size() - 1).types())));
        }
        return rows;
    }

    private List<String> row(String measure, String value) {
        return List.of(card.say("measure." + measure), value);
    }

    private String spread(Quantiles spread) {
        return card.tenths(spread.low()) + " / " + card.tenths(spread.median()) + " / " + card.tenths(spread.high());
    }

    /** Whether more than one document has it; in a release of one, always. */
    private boolean isShared(int documents) {
        return documents > 1 || profile.documents() == 1;
    }

    private List<List<String>> keywords() {
        List<List<String>> rows = new ArrayList<>();
        for (Keyword word : profile.keyTerms().keywords()) {
            if (rows.size() < SHOWN && !word.upos().equals("PROPN") && isShared(word.documents())) {
                rows.add(List.of(
                        Markdown.escape(word.lemma()),
                        word.upos(),
                        card.number(word.count()),
                        card.number(word.documents()),
                        card.tenths(word.logLikelihood()),
                        card.tenths(word.logRatio())));
            }
        }
        return rows;
    }

    private List<List<String>> terms() {
        List<List<String>> rows = new ArrayList<>();
        for (MultiwordTerm term : profile.keyTerms().terms()) {
            boolean isName = !term.term().equals(term.term().toLowerCase(Locale.ROOT));
            if (rows.size() < SHOWN && !isName && isShared(term.documents())) {
                rows.add(List.of(
                        Markdown.escape(term.form()),
                        card.number(term.count()),
                        card.number(term.documents()),
                        card.tenths(term.cValue())));
            }
        }
        return rows;
    }
}
