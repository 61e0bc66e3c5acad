package fr.corpus.eval.contamination;

import fr.corpus.document.DocumentId;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.fingerprint.Samples;
import fr.corpus.match.Quotation;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.parallel.Workers;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.search.Answer;
import fr.corpus.search.Hit;
import fr.corpus.search.Match;
import fr.corpus.search.Question;
import fr.corpus.search.ReleaseIndex;
import fr.corpus.search.ReleaseSearch;
import fr.corpus.search.SequenceLookup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks for items in a release. A text of at least {@value #SEQUENCE_WORDS} words is covered by the sequences of so many words that
 * it shares with the release; one of {@value #PHRASE_WORDS} to 12 words is looked for whole; a shorter one is not judged. A text
 * that is long enough to have {@value Quotation#LEAST_HITS} samples and is not covered to 80 % is compared by samples too, which
 * finds it with some of its words changed. Thread-safe.
 */
public final class ContaminationCheck {

    /** Words of a sequence, since GPT-3 (Brown et al. 2020, doi 10.48550/arXiv.2005.14165, appendix C). */
    public static final int SEQUENCE_WORDS = 13;

    /** Words of the shortest text that is looked for, whole: shorter ones are said by anybody. */
    public static final int PHRASE_WORDS = 8;

    /** Share of a text from which it is exposed, unless told otherwise: what is below is clean as {@link Band} has it. */
    public static final double LEAST_SHARE = 0.2;

    /** Most documents told of a text. */
    public static final int MOST_PLACES = 3;

    private final ReleaseReader release;
    private final ReleaseSearch search;
    private final ReleaseIndex index;
    private final boolean hasKeys;
    private final Map<String, TextFinding> known = new ConcurrentHashMap<>();
    private final Map<DocumentId, Optional<Exposer>> exposers = new ConcurrentHashMap<>();

    /**
     * A check against a release.
     *
     * @param search the release with its index
     * @throws IllegalArgumentException if it was opened without an index
     */
    public ContaminationCheck(ReleaseReader release, ReleaseSearch search) {
        this.release = release;
        this.search = search;
        this.index = search.index().orElseThrow(() -> new IllegalArgumentException("need an index"));
        this.hasKeys = !search.scans(question(WorkFingerprint.of("")));
    }

    /** Whether near-duplicates can be found: the release, or its index, has the keys of its documents. */
    public boolean comparesSamples() {
        return hasKeys;
    }

    /**
     * Looks for items.
     *
     * @param kinds which of their texts
     * @param threads from 1
     * @return what was found of each, in the order of the items
     * @throws fr.corpus.error.IntegrityException if release or index are damaged
     * @throws IOException if they cannot be read
     */
    public List<ItemFinding> check(List<PackItem> items, Set<ItemPart.Kind> kinds, int threads) throws IOException {
        @Nullable ItemFinding[] found = new ItemFinding[items.size()];
        Workers.<IOException>each(threads, "contamination", found.length, () -> {
            Lookups lookups = new Lookups();
            return item -> found[item] = check(items.get(item), kinds, lookups);
        });
        return Arrays.stream(found).map(java.util.Objects::requireNonNull).toList();
    }

    private ItemFinding check(PackItem item, Set<ItemPart.Kind> kinds, Lookups lookups) throws IOException {
        List<ItemFinding.Part> parts = new ArrayList<>();
        for (ItemPart part : ItemPart.of(item)) {
            if (kinds.contains(part.kind())) {
                TextFinding found = known.get(part.text());
                if (found == null) {
                    found = find(part.text(), lookups);
                    known.put(part.text(), found);
                }
                parts.add(new ItemFinding.Part(part, found));
            }
        }
        return new ItemFinding(item.id(), item.facts().cluster(), parts);
    }

    private TextFinding find(String text, Lookups lookups) throws IOException {
        SequenceLookup.Coverage coverage = lookups.of(SEQUENCE_WORDS).of(text);
        int words = coverage.words();
        if (words < PHRASE_WORDS) {
            return new TextFinding(words, 0, Band.TOO_SHORT, Optional.empty(), List.of(), 0);
        }
        if (words < SEQUENCE_WORDS) {
            coverage = lookups.of(words).of(text);
        }
        Band band = Band.of(coverage.share());
        if (band != Band.FROM_80 && hasKeys) {
            List<Hit> alike = alike(text);
            if (!alike.isEmpty()) {
                return finding(coverage, band, alike);
            }
        }
        return finding(coverage, band, List.of());
    }

    private TextFinding finding(SequenceLookup.Coverage coverage, Band band, List<Hit> alike) throws IOException {
        List<TextFinding.Place> places = new ArrayList<>();
        for (SequenceLookup.Overlap overlap : coverage.documents()) {
            if (places.size() < MOST_PLACES) {
                exposer(overlap.document())
                        .ifPresent(exposer -> places.add(new TextFinding.Place(exposer, overlap.covered())));
            }
        }
        int documents = coverage.documents().size();
        for (Hit hit : alike) {
            if (coverage.documents().stream()
                    .noneMatch(overlap -> overlap.document().equals(hit.id()))) {
                documents++;
                if (places.size() < MOST_PLACES) {
                    places.add(new TextFinding.Place(Exposer.of(hit.row()), 0));
                }
            }
        }
        Optional<Match.Shares> near = alike.stream()
                .flatMap(hit -> hit.matches().stream())
                .flatMap(match -> match.shares().stream())
                .findFirst();
        return new TextFinding(coverage.words(), coverage.covered(), band, near, places, documents);
    }

    /** Documents that quote the text or are near-duplicates of it, when it has samples enough to say. */
    private List<Hit> alike(String text) throws IOException {
        if (text.length() < Quotation.LEAST_HITS * Samples.RATE * Samples.MIN_CODE_POINTS / 2) {
            return List.of();
        }
        WorkFingerprint work = WorkFingerprint.of(text);
        if (work.samples().length < Quotation.LEAST_HITS) {
            return List.of();
        }
        Answer answer = search.lookUp(question(work), MOST_PLACES);
        return answer.hits();
    }

    private static Question question(WorkFingerprint work) {
        return new Question(Optional.of(work), List.of(), List.of(), List.of(), List.of());
    }

    private Optional<Exposer> exposer(DocumentId id) throws IOException {
        Optional<Exposer> exposer = exposers.get(id);
        if (exposer == null) {
            List<ReleaseRow> rows = release.find(id);
            exposer = rows.isEmpty() ? Optional.empty() : Optional.of(Exposer.of(rows.get(0)));
            exposers.put(id, exposer);
        }
        return exposer;
    }

    /** What one thread looks up sequences with, by their length. */
    private final class Lookups {

        private final @Nullable SequenceLookup[] byLength = new SequenceLookup[SEQUENCE_WORDS + 1];

        SequenceLookup of(int n) {
            SequenceLookup lookup = byLength[n];
            if (lookup == null) {
                lookup = index.sequences(n);
                byLength[n] = lookup;
            }
            return lookup;
        }
    }
}
