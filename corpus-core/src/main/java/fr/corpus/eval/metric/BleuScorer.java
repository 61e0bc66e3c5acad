package fr.corpus.eval.metric;

import java.util.Arrays;
import java.util.List;

/** Statistics of BLEU, segment by segment. */
final class BleuScorer implements SegmentScorer {

    private final Bleu metric;
    private final TextBuffer text = new TextBuffer();
    private final WordTable table = new WordTable();
    private final NgramMatcher matcher = new NgramMatcher();
    private final Symbols hypothesis = new Symbols();
    private final int[] matches;
    private Symbols[] references = {};

    BleuScorer(Bleu metric) {
        this.metric = metric;
        matches = new int[metric.maxNgramOrder()];
    }

    @Override
    public void measure(String hypothesisText, List<String> referenceTexts, double[] row, int at) {
        table.clear();
        int count = referenceTexts.size();
        if (references.length < count) {
            int old = references.length;
            references = Arrays.copyOf(references, count);
            for (int r = old; r < count; r++) {
                references[r] = new Symbols();
            }
        }
        for (int r = 0; r < count; r++) {
            words(referenceTexts.get(r), references[r]);
        }
        words(hypothesisText, hypothesis);
        matcher.match(hypothesis, references, count, matches);
        int order = metric.maxNgramOrder();
        row[at] = hypothesis.length();
        row[at + 1] = closest(count);
        for (int n = 1; n <= order; n++) {
            row[at + 1 + n] = matches[n - 1];
            row[at + 1 + order + n] = Math.max(0, hypothesis.length() - n + 1);
        }
    }

    private void words(String segment, Symbols into) {
        text.set(segment);
        if (metric.lowercase()) {
            text.lower();
        }
        text.stripTrailing();
        metric.tokenizer().apply(text);
        into.words(text, table);
    }

    private int closest(int count) {
        int best = references[0].length();
        for (int r = 1; r < count; r++) {
            int length = references[r].length();
            int gain = Math.abs(hypothesis.length() - best) - Math.abs(hypothesis.length() - length);
            if (gain > 0 || gain == 0 && length < best) {
                best = length;
            }
        }
        return best;
    }
}
