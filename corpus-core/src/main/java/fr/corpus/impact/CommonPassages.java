package fr.corpus.impact;

import fr.corpus.fingerprint.Samples;
import fr.corpus.match.ClaimBreadth;
import fr.corpus.optout.Selector;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Selectors without the passages that belong to everybody: a sample of a work that stands in too many documents of a release (a
 * licence notice, a formula, a verse that all quote) does not count, by the limits of {@link ClaimBreadth}. Immutable.
 *
 * @param selectors the same selectors, works without those samples
 * @param dropped how many samples do not count
 * @param of how many there were
 */
public record CommonPassages(List<Selector> selectors, long dropped, long of) {

    public CommonPassages {
        selectors = List.copyOf(selectors);
    }

    /**
     * Looks through a release; reads it only if there is a work among the selectors.
     *
     * @throws IOException if the release cannot be read
     */
    public static CommonPassages drop(ReleaseReader release, List<Selector> selectors) throws IOException {
        long[] samples = selectors.stream()
                .filter(Selector.Work.class::isInstance)
                .flatMapToLong(work ->
                        Arrays.stream(((Selector.Work) work).fingerprint().samples()))
                .sorted()
                .distinct()
                .toArray();
        boolean[] common = samples.length == 0 ? new boolean[0] : common(release, samples);
        long before = 0;
        long after = 0;
        List<Selector> kept = new ArrayList<>();
        for (Selector selector : selectors) {
            if (selector instanceof Selector.Work work) {
                WorkFingerprint all = work.fingerprint();
                WorkFingerprint rest = all.withSamples(Arrays.stream(all.samples())
                        .filter(sample -> !common[Arrays.binarySearch(samples, sample)])
                        .toArray());
                before += all.samples().length;
                after += rest.samples().length;
                kept.add(new Selector.Work(rest));
            } else {
                kept.add(selector);
            }
        }
        return new CommonPassages(kept, before - after, before);
    }

    /** Of ascending samples, which are common. */
    private static boolean[] common(ReleaseReader release, long[] wanted) throws IOException {
        long[] frequency = new long[wanted.length];
        long documents = 0;
        FrenchTokenizer tokenizer = new FrenchTokenizer();
        TokenizedText tokens = new TokenizedText();
        Samples samples = new Samples();
        try (RowStream<ReleaseRow> rows = release.texts()) {
            for (Optional<ReleaseRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                documents++;
                tokenizer.tokenize(row.get().document().text(), tokens);
                samples.of(tokens);
                for (long sample : samples.inOrder()) { // each once
                    int at = Arrays.binarySearch(wanted, sample);
                    if (at >= 0) {
                        frequency[at]++;
                    }
                }
            }
        }
        boolean[] common = new boolean[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            common[i] = ClaimBreadth.isPassage(frequency[i], documents);
        }
        return common;
    }
}
