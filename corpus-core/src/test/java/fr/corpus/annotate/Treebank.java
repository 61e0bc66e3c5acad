package fr.corpus.annotate;

import fr.corpus.document.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The sentences of a CoNLL-U file, joined by one space, and how well a splitter finds them again. */
record Treebank(String text, List<Span> gold) {

    /** Precision, recall and F1 of whole sentences, as shares. */
    record Score(double precision, double recall) {
        double f1() {
            return 2 * precision * recall / (precision + recall);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "P %.2f R %.2f F1 %.2f", precision * 100, recall * 100, f1() * 100);
        }
    }

    static Treebank read(Path conllu) throws IOException {
        StringBuilder text = new StringBuilder();
        List<Span> gold = new ArrayList<>();
        int start = 0;
        for (String line : Files.readAllLines(conllu)) {
            if (line.startsWith("# text = ")) {
                String sentence = line.substring(9).strip();
                int length = sentence.codePointCount(0, sentence.length());
                text.append(sentence).append(' ');
                gold.add(new Span(start, start + length));
                start += length + 1;
            }
        }
        return new Treebank(text.toString(), gold);
    }

    Score score(SentenceSplitter splitter) {
        List<Span> found = splitter.split(text);
        Set<Span> right = new HashSet<>(gold);
        right.retainAll(found);
        return new Score((double) right.size() / found.size(), (double) right.size() / gold.size());
    }

    /** Prints the score of each file, and with {@code -v} first each sentence that was cut elsewhere. */
    public static void main(String[] arguments) throws IOException {
        SentenceSplitter splitter = SentenceSplitter.newest(LineBreaks.AUTO);
        boolean verbose = arguments[0].equals("-v");
        for (int i = verbose ? 1 : 0; i < arguments.length; i++) {
            Treebank treebank = read(Path.of(arguments[i]));
            if (verbose) {
                Set<Span> gold = new HashSet<>(treebank.gold);
                for (Span span : splitter.split(treebank.text)) {
                    if (!gold.contains(span)) {
                        System.out.println("> " + treebank.at(span));
                    }
                }
            }
            System.out.println(arguments[i] + " " + treebank.score(splitter));
        }
    }

    private String at(Span span) {
        int from = text.offsetByCodePoints(0, span.start());
        return text.substring(from, text.offsetByCodePoints(from, span.end() - span.start()));
    }
}
