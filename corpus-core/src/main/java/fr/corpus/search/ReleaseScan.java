package fr.corpus.search;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.Document;
import fr.corpus.document.Metadata;
import fr.corpus.identifier.Key;
import fr.corpus.match.DocumentKeys;
import fr.corpus.match.NearWork;
import fr.corpus.match.Quotation;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.parallel.Workers;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for what is asked in every row of a release, when there is nothing to look it up in. Thread-safe. */
final class ReleaseScan {

    private final ReleaseReader release;

    ReleaseScan(ReleaseReader release) {
        this.release = release;
    }

    /**
     * What is looked for.
     *
     * @param keys exact keys and samples
     * @param codes Text-Codes near that of a work which has too few samples
     * @param words words of texts, titles and names
     */
    record Wanted(Question question, boolean keys, boolean codes, boolean words) {}

    void find(Wanted wanted, int threads, Candidates found) throws IOException {
        Workers.<IOException>each(threads, "search", release.parts(), () -> {
            RowTest test = new RowTest(wanted, found);
            return part -> {
                try (RowStream<ReleaseRow> rows = release.texts(part)) {
                    for (Optional<ReleaseRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                        test.look(row.get().document());
                    }
                }
            };
        });
    }

    /** Looks at rows. Confined to one thread. */
    private static final class RowTest {

        private final Wanted wanted;
        private final Candidates found;
        private final Map<Key, Candidates.Way> keys = new HashMap<>();
        private final @Nullable WorkSamples work;
        private final @Nullable NearWork near;
        private final boolean compareEvery;
        private final Words words = new Words();
        private final PhraseFinder finder = new PhraseFinder();

        RowTest(Wanted wanted, Candidates found) {
            this.wanted = wanted;
            this.found = found;
            Question question = wanted.question();
            Optional<WorkFingerprint> asked = wanted.keys() ? question.work() : Optional.empty();
            work = asked.map(WorkSamples::new).orElse(null);
            near = question.work().flatMap(NearWork::of).orElse(null);
            compareEvery = wanted.codes() && question.comparesEveryDocument();
            if (wanted.keys()) {
                question.keys()
                        .forEach(key -> keys.put(key, new Candidates.Way(KeySearch.kind(key), key.toString(), 0)));
                asked.ifPresent(fingerprint -> keys.putAll(KeySearch.exact(fingerprint)));
            }
        }

        void look(Document document) {
            if (wanted.keys()) {
                byKeys(document);
            }
            if (compareEvery) {
                byCode(document);
            }
            if (wanted.words()) {
                byMetadata(document);
                byText(document);
            }
        }

        private void byKeys(Document document) {
            for (Key key : DocumentKeys.of(
                    document.provenance(), CanonicalText.digest(document.text()), document.metadata())) {
                Candidates.Way way = keys.get(key);
                if (way != null) {
                    found.add(document.id(), way);
                }
            }
            if (work != null) {
                List<Quotation.Hit> hits = work.common(document.text());
                if (work.isQuotation(hits)) {
                    found.add(document.id(), hits);
                } else if (!hits.isEmpty() && !compareEvery) {
                    byCode(document);
                }
            }
        }

        private void byCode(Document document) {
            if (near != null) {
                near.similarity(document.text()).ifPresent(bits -> found.addNear(document.id(), bits));
            }
        }

        private void byMetadata(Document document) {
            Metadata metadata = document.metadata();
            metadata.title().ifPresent(title -> {
                words.of(title);
                for (Phrase asked : wanted.question().titles()) {
                    if (finder.hasAll(asked, words, true)) {
                        found.add(document.id(), new Candidates.Way(MatchKind.TITLE, asked.text(), 0));
                    }
                }
            });
            metadata.author().ifPresent(author -> {
                words.of(author);
                for (Phrase asked : wanted.question().authors()) {
                    if (finder.hasAll(asked, words, false)) {
                        found.add(document.id(), new Candidates.Way(MatchKind.AUTHOR, asked.text(), 0));
                    }
                }
            });
        }

        private void byText(Document document) {
            List<Phrase> phrases = wanted.question().phrases();
            if (phrases.isEmpty()) {
                return;
            }
            words.of(document.text());
            boolean related = false;
            for (Phrase phrase : phrases) {
                Optional<PhraseFinder.Place> place = finder.find(phrase, words, document.text(), true);
                if (place.isEmpty()) {
                    return;
                }
                related |= place.get().likeness() == PhraseFinder.Likeness.RELATED;
            }
            MatchKind kind = related ? MatchKind.RELATED : MatchKind.PHRASE;
            found.add(document.id(), new Candidates.Way(kind, WordSearch.asked(phrases), 0));
        }
    }
}
