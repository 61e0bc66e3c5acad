package fr.corpus.annotate.term;

import fr.corpus.document.Annotations;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
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

    /**
     * Adds a document.
     *
     * @param layers its sentences, and tokens with parts of speech and lemmas
     */
    public void add(String text, Annotations layers) {
        documents++;
        List<Token> tokens = layers.tokens().orElse(List.of());
        TextOffsets offsets = new TextOffsets(text);
        TermSpans.each(layers, (words, lexical) -> {
            Cell cell = cells.of(TermSpans.key(words));
            cell.lexical = lexical;
            cell.meet(documents);
            cell.vote(form(words, tokens, offsets));
        });
    }

    /** As written, with one blank where there is white space. */
    private static String form(List<TermSpans.Place> words, List<Token> tokens, TextOffsets offsets) {
        StringBuilder form = new StringBuilder();
        int before = -1;
        for (TermSpans.Place word : words) {
            int token = word.token();
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
