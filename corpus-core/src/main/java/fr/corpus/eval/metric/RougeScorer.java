package fr.corpus.eval.metric;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Statistics of one type of ROUGE, segment by segment. */
final class RougeScorer implements SegmentScorer {

    private final Rouge metric;
    private final TextBuffer text = new TextBuffer();
    private final WordTable table = new WordTable();
    private final NgramMatcher matcher = new NgramMatcher();
    private final CommonSubsequence subsequence = new CommonSubsequence();
    private final Symbols hypothesis = new Symbols();
    private final Symbols[] reference = {new Symbols()};
    private final int[] matches;
    private double precision;
    private double recall;
    private double f1;

    RougeScorer(Rouge metric) {
        this.metric = metric;
        matches = new int[Math.max(0, metric.type().order())];
    }

    @Override
    public void measure(String hypothesisText, List<String> references, double[] row, int at) {
        double best = -1;
        for (String referenceText : references) {
            table.clear();
            score(hypothesisText, referenceText);
            if (f1 > best) {
                best = f1;
                row[at] = precision;
                row[at + 1] = recall;
                row[at + 2] = f1;
            }
        }
        row[at + 3] = 1;
    }

    private void score(String hypothesisText, String referenceText) {
        if (metric.type().equals(RougeType.LSUM)) {
            List<Symbols> left = sentences(referenceText);
            List<Symbols> right = sentences(hypothesisText);
            ratio(subsequence.union(left, right, table.size()), length(right), length(left));
            return;
        }
        words(hypothesisText, hypothesis);
        words(referenceText, reference[0]);
        int order = metric.type().order();
        if (order == 0) {
            int common = subsequence.length(reference[0], hypothesis);
            ratio(common, hypothesis.length(), reference[0].length());
        } else {
            matcher.match(hypothesis, reference, 1, matches);
            ratio(matches[order - 1], hypothesis.length() - order + 1, reference[0].length() - order + 1);
        }
    }

    private void ratio(int common, int ofHypothesis, int ofReference) {
        precision = (double) common / Math.max(1, ofHypothesis);
        recall = (double) common / Math.max(1, ofReference);
        f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }

    private static int length(List<Symbols> sentences) {
        return sentences.stream().mapToInt(Symbols::length).sum();
    }

    private List<Symbols> sentences(String segment) {
        List<Symbols> sentences = new ArrayList<>();
        for (String line : segment.split("\n", -1)) {
            if (!line.isEmpty()) {
                Symbols words = new Symbols();
                words(line, words);
                sentences.add(words);
            }
        }
        return sentences;
    }

    private void words(String segment, Symbols into) {
        into.clear();
        boolean original = metric.tokenizer() == RougeTokenizer.ORIGINAL;
        text.set(original ? segment : Normalizer.normalize(segment, Normalizer.Form.NFC));
        text.lower();
        int[] points = text.array();
        int n = text.length();
        int i = 0;
        while (i < n) {
            while (i < n && !isWord(points[i], original)) {
                i++;
            }
            int start = i;
            while (i < n && isWord(points[i], original)) {
                i++;
            }
            if (i > start) {
                int end = metric.stemmed() ? PorterStemmer.stem(points, start, i) : i;
                into.add(table.number(points, start, end));
            }
        }
    }

    private static boolean isWord(int point, boolean original) {
        return original ? point >= 'a' && point <= 'z' || point >= '0' && point <= '9' : UnicodeClasses.isWord(point);
    }
}
