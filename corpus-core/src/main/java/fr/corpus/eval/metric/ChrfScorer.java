package fr.corpus.eval.metric;

import java.util.List;

/** Statistics of chrF, segment by segment. */
final class ChrfScorer implements SegmentScorer {

    private static final String MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final Chrf metric;
    private final TextBuffer text = new TextBuffer();
    private final WordTable table = new WordTable();
    private final NgramMatcher matcher = new NgramMatcher();
    private final Symbols letters = new Symbols();
    private final Symbols words = new Symbols();
    private final Symbols[] referenceLetters = {new Symbols()};
    private final Symbols[] referenceWords = {new Symbols()};
    private final int[] letterMatches;
    private final int[] wordMatches;
    private final double[] candidate;

    ChrfScorer(Chrf metric) {
        this.metric = metric;
        letterMatches = new int[metric.charOrder()];
        wordMatches = new int[metric.wordOrder()];
        candidate = new double[metric.width()];
    }

    @Override
    public void measure(String hypothesis, List<String> references, double[] row, int at) {
        table.clear();
        read(hypothesis, letters, words);
        double best = -1;
        for (String reference : references) {
            read(reference, referenceLetters[0], referenceWords[0]);
            matcher.match(letters, referenceLetters, 1, letterMatches);
            fill(letters.length(), referenceLetters[0].length(), letterMatches, 0);
            if (metric.wordOrder() > 0) {
                matcher.match(words, referenceWords, 1, wordMatches);
                fill(words.length(), referenceWords[0].length(), wordMatches, 3 * metric.charOrder());
            }
            double score = references.size() == 1 ? 0 : metric.score(candidate, 0, Arithmetic.DOUBLE);
            if (score > best) {
                best = score;
                System.arraycopy(candidate, 0, row, at, candidate.length);
            }
        }
    }

    private void fill(int hypothesis, int reference, int[] matches, int at) {
        for (int n = 1; n <= matches.length; n++) {
            int inReference = Math.max(0, reference - n + 1);
            int place = at + 3 * (n - 1);
            candidate[place] = inReference > 0 ? Math.max(0, hypothesis - n + 1) : 0;
            candidate[place + 1] = inReference;
            candidate[place + 2] = matches[n - 1];
        }
    }

    private void read(String segment, Symbols intoLetters, Symbols intoWords) {
        text.set(segment);
        if (metric.lowercase()) {
            text.lower();
        }
        if (metric.wordOrder() > 0) {
            words(intoWords);
        }
        if (!metric.whitespace()) {
            text.removeSpace();
        }
        intoLetters.letters(text);
    }

    /** Words with one ASCII mark set apart: the last one, else the first one. */
    private void words(Symbols into) {
        into.clear();
        int[] points = text.array();
        int n = text.length();
        int i = 0;
        while (i < n) {
            while (i < n && PythonText.isSpace(points[i])) {
                i++;
            }
            int start = i;
            while (i < n && !PythonText.isSpace(points[i])) {
                i++;
            }
            if (i == start) {
                break;
            }
            if (i - start > 1 && isMark(points[i - 1])) {
                into.add(table.number(points, start, i - 1));
                into.add(table.number(points, i - 1, i));
            } else if (i - start > 1 && isMark(points[start])) {
                into.add(table.number(points, start, start + 1));
                into.add(table.number(points, start + 1, i));
            } else {
                into.add(table.number(points, start, i));
            }
        }
    }

    private static boolean isMark(int point) {
        return point < 0x80 && MARKS.indexOf(point) >= 0;
    }
}
