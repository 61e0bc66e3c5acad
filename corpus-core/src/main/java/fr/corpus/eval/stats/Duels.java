package fr.corpus.eval.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Who won how often against whom. Confined to one thread.
 *
 * <p>A tie may count as half a win each or not at all; published rankings do either, and the choice changes ranks.
 */
public final class Duels {

    private final int players;
    private final double[][] wins;
    private final double[][] ties;

    /** Duels among so many players. */
    public Duels(int players) {
        if (players < 2) {
            throw new IllegalArgumentException("need at least two players, got " + players);
        }
        this.players = players;
        wins = new double[players][players];
        ties = new double[players][players];
    }

    /** Adds wins of one player over another. */
    public Duels won(int winner, int loser, double times) {
        check(winner, loser, times);
        wins[winner][loser] += times;
        return this;
    }

    /** Adds duels without winner. */
    public Duels tied(int first, int second, double times) {
        check(first, second, times);
        ties[first][second] += times;
        ties[second][first] += times;
        return this;
    }

    private void check(int first, int second, double times) {
        if (first == second || first < 0 || second < 0 || first >= players || second >= players || !(times >= 0)) {
            throw new IllegalArgumentException("no duel: " + first + ", " + second + ", " + times + " times");
        }
    }

    /** How many players there are. */
    public int players() {
        return players;
    }

    /** Wins of each over each, ties as half a win for both or left out. */
    double[][] wins(boolean tiesCount) {
        double[][] counted = new double[players][players];
        for (int i = 0; i < players; i++) {
            for (int j = 0; j < players; j++) {
                counted[i][j] = wins[i][j] + (tiesCount ? ties[i][j] / 2 : 0);
            }
        }
        return counted;
    }

    /**
     * Groups of players who can all be compared: in a group each one has beaten each other through some chain. Strengths exist
     * only if there is one group.
     */
    public List<List<Integer>> components(boolean tiesCount) {
        boolean[][] beats = new boolean[players][players];
        double[][] counted = wins(tiesCount);
        for (int i = 0; i < players; i++) {
            for (int j = 0; j < players; j++) {
                beats[i][j] = i == j || counted[i][j] > 0;
            }
        }
        for (int k = 0; k < players; k++) {
            for (int i = 0; i < players; i++) {
                for (int j = 0; j < players; j++) {
                    beats[i][j] |= beats[i][k] && beats[k][j];
                }
            }
        }
        List<List<Integer>> groups = new ArrayList<>();
        boolean[] placed = new boolean[players];
        for (int i = 0; i < players; i++) {
            if (!placed[i]) {
                List<Integer> group = new ArrayList<>();
                for (int j = i; j < players; j++) {
                    if (beats[i][j] && beats[j][i]) {
                        group.add(j);
                        placed[j] = true;
                    }
                }
                groups.add(group);
            }
        }
        return groups;
    }
}
