package fr.corpus.search;

import fr.corpus.document.DocumentId;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks up the words of a question in an index. Thread-safe. */
final class WordSearch {

    private final ReleaseIndex index;

    WordSearch(ReleaseIndex index) {
        this.index = index;
    }

    /**
     * Finds documents.
     *
     * @param limit documents for which it is worth looking for other forms of the words
     */
    void find(Question question, int limit, Candidates found) throws IOException {
        if (!question.phrases().isEmpty()) {
            phrases(question.phrases(), limit, found);
        }
        for (Phrase title : question.titles()) {
            add(index.titled(title, Candidates.MOST), MatchKind.TITLE, title.text(), Set.of(), found);
        }
        for (Phrase author : question.authors()) {
            add(index.written(author, Candidates.MOST), MatchKind.AUTHOR, author.text(), Set.of(), found);
        }
    }

    private void phrases(List<Phrase> phrases, int limit, Candidates found) throws IOException {
        String asked = asked(phrases);
        ReleaseIndex.Found exact = index.phrases(phrases, false, Candidates.MOST);
        add(exact, MatchKind.PHRASE, asked, Set.of(), found);
        if (exact.total() < limit) {
            ReleaseIndex.Found related = index.phrases(phrases, true, Candidates.MOST);
            add(related, MatchKind.RELATED, asked, new HashSet<>(exact.best()), found);
        }
    }

    /** The phrases as one text. */
    static String asked(List<Phrase> phrases) {
        return String.join(" … ", phrases.stream().map(Phrase::text).toList());
    }

    private static void add(
            ReleaseIndex.Found answer, MatchKind kind, String asked, Set<DocumentId> known, Candidates found) {
        int order = 0;
        for (DocumentId id : answer.best()) {
            if (!known.contains(id)) {
                found.add(id, new Candidates.Way(kind, asked, order++));
            }
        }
        if (!answer.isExact() || answer.total() > answer.best().size()) {
            found.cut(answer.total());
        }
    }
}
