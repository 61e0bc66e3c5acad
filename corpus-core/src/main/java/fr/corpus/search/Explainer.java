package fr.corpus.search;

import fr.corpus.match.Quotation;
import fr.corpus.release.ReleaseRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says why documents were found. Confined to one thread. */
final class Explainer {

    private final Question question;
    private final @Nullable WorkSamples work;
    private final Words words = new Words();
    private final PhraseFinder finder = new PhraseFinder();

    Explainer(Question question) {
        this.question = question;
        this.work = question.work().map(WorkSamples::new).orElse(null);
    }

    Hit hit(ReleaseRow row, Candidates.Candidate candidate) {
        List<Match> matches = new ArrayList<>();
        List<Candidates.Way> ways = candidate.ways();
        boolean same = ways.stream().anyMatch(way -> way.kind() == MatchKind.TEXT);
        for (Candidates.Way way : ways) {
            switch (way.kind()) {
                case NEAR_DUPLICATE, QUOTATION -> {
                    // Of the same text it goes without saying.
                    if (!same) {
                        matches.add(way.kind() == MatchKind.QUOTATION ? quotation(row) : near(row, candidate));
                    }
                }
                default -> matches.add(match(row, way));
            }
        }
        for (Candidates.OfCopy copy : candidate.copies()) {
            boolean told = same && copy.likeness() != Match.Likeness.NONE
                    || matches.stream()
                            .anyMatch(match ->
                                    match.kind() == copy.kind() && match.asked().equals(copy.asked()));
            if (!told) {
                Passage passage = Passage.beginning(row.document().text());
                matches.add(new Match(copy.kind(), copy.asked(), copy.likeness(), Optional.of(copy.copy()), passage));
            }
        }
        matches.sort(Comparator.comparing(Match::kind));
        return new Hit(row, matches);
    }

    private Match match(ReleaseRow row, Candidates.Way way) {
        String text = row.document().text();
        return way.kind() == MatchKind.PHRASE || way.kind() == MatchKind.RELATED
                ? phrases(text, way)
                : new Match(way.kind(), way.asked(), Passage.beginning(text));
    }

    /** The first phrase is shown; the least alike says how alike they are. */
    private Match phrases(String text, Candidates.Way way) {
        words.of(text);
        Passage shown = null;
        MatchKind kind = MatchKind.PHRASE;
        for (Phrase phrase : question.phrases()) {
            Optional<PhraseFinder.Place> place = finder.find(phrase, words, text, true);
            if (place.isPresent()) {
                MatchKind here = switch (place.get().likeness()) {
                    case SAME -> MatchKind.PHRASE;
                    case FOLDED -> MatchKind.FOLDED;
                    case RELATED -> MatchKind.RELATED;
                };
                kind = here.compareTo(kind) > 0 ? here : kind;
                int from = place.get().from();
                shown = shown == null
                        ? Passage.of(text, words.start(from), words.end(from + phrase.size() - 1))
                        : shown;
            }
        }
        Passage passage = shown == null ? Passage.beginning(text) : shown;
        return new Match(kind, way.asked(), passage);
    }

    private static Match near(ReleaseRow row, Candidates.Candidate candidate) {
        return new Match(
                MatchKind.NEAR_DUPLICATE,
                "",
                Match.Likeness.ofCode(candidate.code().orElseThrow()),
                Optional.empty(),
                Passage.beginning(row.document().text()));
    }

    private Match quotation(ReleaseRow row) {
        WorkSamples samples = Objects.requireNonNull(work);
        String text = row.document().text();
        List<Quotation.Hit> hits = samples.common(text);
        Match.Shares shares = samples.shares(hits);
        Passage passage = hits.isEmpty() ? Passage.beginning(text) : samples.passage(text, hits);
        return new Match(shares.kind(), "", Match.Likeness.of(shares), Optional.empty(), passage);
    }
}
