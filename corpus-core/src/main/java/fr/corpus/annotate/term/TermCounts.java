package fr.corpus.annotate.term;

import fr.corpus.document.Annotations;
import fr.corpus.document.Span;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts terms of several words, document by document. Confined to one thread.
 *
 * <p>Past {@value #MOST} different ones, the rarest are forgotten: {@link Cells}.
 */
public final class TermCounts {

    private static final int MOST = 1 << 19;

    private final Cells<Cell> cells = new Cells<>(MOST, Cell::new);
    private int documents;

    /** How often one term was met, and the form that most of them have, by a vote. */
    private static final class Cell extends Cells.Cell {
        private int lexical;
        private String form = "";
        private int votes;

        private int nested;
        private int longer;

        void vote(String written) {
            if (votes == 0) {
                form = written;
            }
            votes += form.equals(written) ? 1 : -1;
        }
    }

    /** A word in the order of the text. */
    private record Place(String lemma, TermPattern.Sort sort, int token) {}

    /**
     * Adds a document.
     *
     * @param layers its sentences, and tokens with parts of speech and lemmas
     */
    public void add(String text, Annotations layers) {
        documents++;
        List<Token> tokens = layers.tokens().orElse(List.of());
        TextOffsets offsets = new TextOffsets(text);
        List<Place> sentence = new ArrayList<>();
        List<Span> sentences = layers.sentences().orElse(List.of());
        int next = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            while (next < sentences.size() && sentences.get(next).start() <= token.start()) {
                next++;
                find(sentence, tokens, offsets);
            }
            for (Word word : token.words()) {
                String lemma = Lemmas.of(word);
                sentence.add(new Place(lemma, TermPattern.sort(word, lemma), i));
            }
        }
        find(sentence, tokens, offsets);
    }

    private void find(List<Place> words, List<Token> tokens, TextOffsets offsets) {
        for (int first = 0; first < words.size(); first++) {
            int state = TermPattern.START;
            int lexical = 0;
            int end = Math.min(words.size(), first + TermPattern.MOST_WORDS);
            for (int last = first; last < end; last++) {
                TermPattern.Sort sort = words.get(last).sort();
                state = TermPattern.next(state, sort);
                lexical += sort.isLexical() ? 1 : 0;
                if (state == TermPattern.DEAD || lexical > TermPattern.MOST_LEXICAL) {
                    break;
                }
                if (lexical > 1 && TermPattern.isEnd(state)) {
                    count(words.subList(first, last + 1), lexical, form(words, first, last, tokens, offsets));
                }
            }
        }
        words.clear();
    }

    private void count(List<Place> words, int lexical, String form) {
        StringBuilder key = new StringBuilder();
        for (Place word : words) {
            key.append(key.isEmpty() ? "" : " ").append(word.lemma());
        }
        Cell cell = cells.of(key.toString());
        cell.lexical = lexical;
        cell.meet(documents);
        cell.vote(form);
    }

    /** As written, with one blank where there is white space. */
    private static String form(List<Place> words, int first, int last, List<Token> tokens, TextOffsets offsets) {
        StringBuilder form = new StringBuilder();
        int before = -1;
        for (int i = first; i <= last; i++) {
            int token = words.get(i).token();
            if (token == before) {
                continue;
            }
            if (before >= 0 && tokens.get(before).end() < tokens.get(token).start()) {
                form.append(' ');
            }
            form.append(
                    offsets.slice(tokens.get(token).start(), tokens.get(token).end()));
            before = token;
        }
        return form.toString();
    }

    /**
     * The terms with the highest C-values, the highest first.
     *
     * @param least how often a term must have been met
     * @param most how many terms at most
     */
    public List<MultiwordTerm> terms(int least, int most) {
        List<String> keys = new ArrayList<>();
        cells.each((key, cell) -> {
            cell.nested = 0;
            cell.longer = 0;
            if (cell.count() >= least) {
                keys.add(key);
            }
        });
        Map<String, Integer> lengths = new HashMap<>();
        keys.forEach(key -> lengths.put(key, words(key)));
        keys.sort((a, b) -> {
            int order = Integer.compare(lengths.getOrDefault(b, 0), lengths.getOrDefault(a, 0));
            return order != 0 ? order : a.compareTo(b);
        });
        List<MultiwordTerm> terms = new ArrayList<>();
        for (String key : keys) {
            Cell cell = cell(key);
            double free = cell.longer == 0 ? cell.count() : cell.count() - (double) cell.nested / cell.longer;
            double value = StrictMath.log(cell.lexical) / StrictMath.log(2) * free;
            shareWithShorter(key, cell);
            if (value > 0) {
                terms.add(new MultiwordTerm(key, cell.form, cell.count(), cell.documents(), cell.lexical, value));
            }
        }
        Collections.sort(terms, MultiwordTerm.ORDER);
        return List.copyOf(terms.subList(0, Math.min(most, terms.size())));
    }

    private Cell cell(String key) {
        Cell cell = cells.find(key);
        if (cell == null) {
            throw new IllegalStateException(key);
        }
        return cell;
    }

    private static int words(String key) {
        return 1 + (int) key.chars().filter(c -> c == ' ').count();
    }

    /** Tells the terms within a term how often they were met in it alone. */
    private void shareWithShorter(String key, Cell longer) {
        String[] words = key.split(" ");
        for (int from = 0; from < words.length; from++) {
            StringBuilder part = new StringBuilder();
            for (int to = from; to < words.length; to++) {
                part.append(to == from ? "" : " ").append(words[to]);
                Cell shorter = to - from + 1 == words.length || to == from ? null : cells.find(part.toString());
                if (shorter != null) {
                    shorter.nested += longer.count() - longer.nested;
                    shorter.longer++;
                }
            }
        }
    }
}
