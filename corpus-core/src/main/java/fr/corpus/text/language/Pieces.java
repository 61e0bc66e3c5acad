package fr.corpus.text.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Short pieces of texts from word to word, drawn by a generator of fixed seed: the same ones, in the same order, for the same
 * texts. Confined to one thread.
 */
final class Pieces {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 60;
    private static final long LETTERS_A_PIECE = 8;

    private final List<Piece> all = new ArrayList<>();
    private long random = 1;

    /**
     * A piece.
     *
     * @param variety the number of its variety
     * @param codes the letters of its passage
     * @param from its first letter, a space
     * @param to after its last one
     */
    record Piece(int variety, char[] codes, int from, int to) {}

    /**
     * Draws pieces of the texts of one variety: one for every few letters, and at least {@code fewest}, at most {@code most},
     * evenly spread over the passages.
     */
    void draw(int variety, List<Letters> passages, int fewest, int most) {
        long letters = passages.stream().mapToLong(Letters::size).sum();
        long count = passages.isEmpty() ? 0 : Math.min(most, Math.max(letters / LETTERS_A_PIECE, fewest));
        for (long i = 0; i < count; i++) {
            Letters passage = passages.get((int) (i * passages.size() / count));
            char[] codes = passage.codes();
            int length = SHORTEST + next(LONGEST - SHORTEST + 1);
            int from = next(Math.max(1, passage.size() - SHORTEST));
            while (from > 0 && codes[from] != Letters.SPACE) {
                from--;
            }
            int to = Math.min(passage.size(), from + length);
            while (to < passage.size() && codes[to - 1] != Letters.SPACE) {
                to++;
            }
            all.add(new Piece(variety, codes, from, to));
        }
    }

    /** All pieces drawn, in an order drawn too. */
    List<Piece> shuffled() {
        List<Piece> order = new ArrayList<>(all);
        for (int i = order.size() - 1; i > 0; i--) {
            int other = next(i + 1);
            Piece piece = order.set(other, order.get(i));
            order.set(i, piece);
        }
        return order;
    }

    /** A number below a bound: Knuth’s linear congruential generator, its upper bits. */
    private int next(int bound) {
        random = random * 6364136223846793005L + 1442695040888963407L;
        return (int) ((random >>> 33) % bound);
    }
}
