package fr.corpus.eval.metric;

import java.util.List;

/** Statistics of TER, segment by segment. */
final class TerScorer implements SegmentScorer {

    private final Ter metric;
    private final TextBuffer text = new TextBuffer();
    private final WordTable table = new WordTable();
    private final Symbols hypothesis = new Symbols();
    private final Symbols reference = new Symbols();
    private final ShiftSearch search = new ShiftSearch();

    TerScorer(Ter metric) {
        this.metric = metric;
    }

    @Override
    public void measure(String hypothesisText, List<String> references, double[] row, int at) {
        table.clear();
        text.set(hypothesisText);
        prepare();
        hypothesis.words(text, table);
        int fewest = Integer.MAX_VALUE;
        long lengths = 0;
        for (String referenceText : references) {
            text.set(referenceText);
            prepare();
            text.collapse();
            prepare(); // the original prepares a reference twice, and a hypothesis once
            reference.words(text, table);
            fewest = Math.min(fewest, search.edits(hypothesis, reference));
            lengths += reference.length();
        }
        row[at] = fewest;
        row[at + 1] = (double) lengths / references.size();
    }

    private void prepare() {
        text.stripTrailing();
        TercomTokenizer.apply(metric, text);
    }
}
