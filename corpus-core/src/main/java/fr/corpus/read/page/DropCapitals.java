package fr.corpus.read.page;

import java.util.List;

/** Puts a large first letter in front of the line that it belongs to. */
final class DropCapitals {

    /** A page with more is none: the rest stays as it is. */
    private static final int MOST = 1000;

    private DropCapitals() {}

    /** Joins the letters of a page; one whose line is not found stays a line. */
    static void join(List<ScannedBlock> blocks) {
        int left = MOST;
        for (ScannedBlock block : blocks) {
            for (int i = block.lines.size() - 1; i >= 0 && left > 0; i--) {
                ScannedLine line = block.lines.get(i);
                if (!line.dropCapital || !line.isInitial()) {
                    continue;
                }
                left--;
                ScannedLine rest = block.zone == Zone.DROP_CAPITAL
                        ? beside(line, blocks)
                        : i + 1 < block.lines.size() ? block.lines.get(i + 1) : line;
                if (rest != line) {
                    rest.text.insert(0, line.text);
                    block.lines.remove(i);
                }
            }
        }
    }

    /** The first line, from above, that the letter reaches down beside and that starts right of its middle. */
    private static ScannedLine beside(ScannedLine letter, List<ScannedBlock> blocks) {
        ScannedLine best = letter;
        double middle = (letter.box.left() + letter.box.right()) / 2;
        for (ScannedBlock block : blocks) {
            for (ScannedLine line : block.lines) {
                double height = (line.box.top() + line.box.bottom()) / 2;
                boolean fits = line.box.isKnown()
                        && !line.dropCapital
                        && height >= letter.box.top()
                        && height <= letter.box.bottom()
                        && line.box.left() >= middle;
                if (fits && (best == letter || height < (best.box.top() + best.box.bottom()) / 2)) {
                    best = line;
                }
            }
        }
        return best;
    }
}
