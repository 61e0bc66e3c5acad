package fr.corpus.annotate.accuracy;

import fr.corpus.annotate.accuracy.Units.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which word of a system stands for which word of gold: outside multiword tokens those with the same span; inside a region
 * of overlapping multiword tokens by the longest common subsequence of forms in lower case. Source: CoNLL 2018 shared task,
 * "Evaluation". Confined to one thread.
 */
final class Alignment {

    /** Two words that stand for each other. */
    record Pair(Word gold, Word system) {}

    private final List<Word> gold;
    private final List<Word> system;
    private final List<Pair> pairs = new ArrayList<>();
    private int i;
    private int j;

    private Alignment(List<Word> gold, List<Word> system) {
        this.gold = gold;
        this.system = system;
    }

    static List<Pair> of(List<Word> gold, List<Word> system) {
        Alignment alignment = new Alignment(gold, system);
        alignment.run();
        return alignment.pairs;
    }

    private void run() {
        while (i < gold.size() && j < system.size()) {
            Word g = gold.get(i);
            Word s = system.get(j);
            if (g.multiword() || s.multiword()) {
                region(g, s);
            } else if (g.range().equals(s.range())) {
                pairs.add(new Pair(g, s));
                i++;
                j++;
            } else if (g.range().start() <= s.range().start()) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void region(Word g, Word s) {
        Word anchor = g.multiword() ? g : s;
        Word other = g.multiword() ? s : g;
        int end = anchor.range().end();
        if (!other.multiword() && other.range().start() < anchor.range().start()) {
            if (g.multiword()) {
                j++;
            } else {
                i++;
            }
        }
        int firstGold = i;
        int firstSystem = j;
        while (!passed(gold, i, end) || !passed(system, j, end)) {
            boolean fromGold = j == system.size()
                    || i < gold.size()
                            && gold.get(i).range().start()
                                    <= system.get(j).range().start();
            Word word = fromGold ? gold.get(i++) : system.get(j++);
            end = word.multiword() ? Math.max(end, word.range().end()) : end;
        }
        common(gold.subList(firstGold, i), system.subList(firstSystem, j));
    }

    private static boolean passed(List<Word> words, int at, int end) {
        if (at == words.size()) {
            return true;
        }
        Word word = words.get(at);
        return word.multiword() ? word.range().start() >= end : word.range().end() > end;
    }

    private void common(List<Word> a, List<Word> b) {
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int x = a.size() - 1; x >= 0; x--) {
            for (int y = b.size() - 1; y >= 0; y--) {
                length[x][y] = same(a.get(x), b.get(y))
                        ? 1 + length[x + 1][y + 1]
                        : Math.max(length[x + 1][y], length[x][y + 1]);
            }
        }
        int x = 0;
        int y = 0;
        while (x < a.size() && y < b.size()) {
            if (same(a.get(x), b.get(y))) {
                pairs.add(new Pair(a.get(x++), b.get(y++)));
            } else if (length[x + 1][y] >= length[x][y + 1]) {
                x++;
            } else {
                y++;
            }
        }
    }

    private static boolean same(Word a, Word b) {
        return a.form().toLowerCase(Locale.ROOT).equals(b.form().toLowerCase(Locale.ROOT));
    }
}
