package fr.corpus.read.page;

import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text of one or more pages as it grows, and what there is to say of them. Lines stay lines, since later steps need them;
 * blocks are set apart by a blank line, pages by a form feed. Confined to one thread.
 */
public final class ScannedText {

    /** Fewer alternating lines are a coincidence, or a table. */
    private static final int FEWEST_ALTERNATIONS = 6;

    /** Share of the lines of a page that alternate from which its columns count as mixed. */
    private static final double ALTERNATING_SHARE = 0.3;

    /** Shorter lines are cells of a table rather than lines of a column. */
    private static final int SHORTEST_COLUMN_LINE = 12;

    private static final int MOST_LINES = 1_000_000;

    private final long maxBytes;
    private final StringBuilder out = new StringBuilder();
    private final List<ScannedBlock> blocks = new ArrayList<>();
    private long bytes;
    private int pages;
    private int lines;
    private long leftOut;
    private long interleaved;
    private double confidence;
    private long judged;
    private String language = "";

    /** Keeps texts of up to so many UTF-8 bytes; larger ones are only counted. */
    public ScannedText(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes a line that was read to its end; what is left out of the text is only counted. */
    void add(ScannedBlock block, ScannedLine line, XmlCursor cursor) throws XmlFault {
        if (line.isEmpty()) {
            return;
        }
        if (block.zone == Zone.LEFT_OUT) {
            leftOut++;
            return;
        }
        bytes += utf8Length(line.text) + 1;
        line.isCounted = true;
        if (bytes <= maxBytes) {
            if (lines++ == MOST_LINES) {
                throw cursor.tooLarge();
            }
            if (block.lines.isEmpty()) {
                bytes += blocks.isEmpty() ? 0 : 1;
                blocks.add(block);
            }
            block.lines.add(line);
        }
    }

    /** Gives a line another end than its last {@code cut} units, perhaps after {@link #add} took it; none if the text is too large. */
    void end(ScannedLine line, int cut, String end) {
        int stem = line.text.length() - cut;
        if (line.isCounted) {
            bytes += utf8Length(end) - utf8Length(line.text.substring(stem));
        }
        if (bytes <= maxBytes) {
            line.text.replace(stem, line.text.length(), end);
        }
    }

    /** Takes the confidence of a word or line, 0 to 1; anything else is not taken. */
    void confidence(String stated) {
        double value = Numbers.of(stated);
        if (value >= 0 && value <= 1) {
            confidence += value;
            judged++;
        }
    }

    /** Takes the language that a page states, unless an earlier one did. */
    void language(String stated) {
        language = language.isEmpty() ? stated : language;
    }

    /** Ends a page: its blocks are written in their order. */
    void endPage(ReadingOrder order) {
        if (pages++ > 0 && ++bytes <= maxBytes) {
            out.append('\f');
        }
        List<ScannedBlock> sorted = order.sorted(blocks);
        DropCapitals.join(sorted);
        boolean first = true;
        for (ScannedBlock block : sorted) {
            if (!block.lines.isEmpty()) {
                out.append(first ? "" : "\n\n");
                first = false;
                out.append(block.lines.get(0).text);
                block.lines.stream().skip(1).forEach(line -> out.append('\n').append(line.text));
            }
        }
        interleaved += alternating(sorted);
        blocks.clear();
        lines = 0;
    }

    /** How many lines stand beside the one before them, in another column, if they are too many for chance. */
    private static long alternating(List<ScannedBlock> blocks) {
        List<ScannedLine> lines =
                blocks.stream().flatMap(block -> block.lines.stream()).toList();
        long count = 0;
        for (int i = 1; i < lines.size(); i++) {
            ScannedLine line = lines.get(i);
            ScannedLine before = lines.get(i - 1);
            boolean columns = Math.min(line.text.length(), before.text.length()) >= SHORTEST_COLUMN_LINE;
            count += columns && line.box.isBeside(before.box) ? 1 : 0;
        }
        return count >= FEWEST_ALTERNATIONS && count >= ALTERNATING_SHARE * lines.size() ? count : 0;
    }

    private static long utf8Length(CharSequence text) {
        long length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return length;
    }

    /** How many pages were read. */
    public int pages() {
        return pages;
    }

    /** Size of the text in UTF-8, kept or not, with its line ends. */
    public long bytes() {
        return bytes;
    }

    /** The text, or its beginning when it is larger than allowed. */
    public String text() {
        return out.toString();
    }

    /** The language that the first page states, as written; empty when none does. */
    public String language() {
        return language;
    }

    /**
     * What else there is to know, for the provenance: {@code ;pages=4;left-out-lines=3;interleaved-lines=40;confidence=0.861}, each
     * only if there is something to say; pages from two on.
     */
    public String remarks() {
        String remarks = remark("pages", pages > 1 ? pages : 0)
                + remark("left-out-lines", leftOut)
                + remark("interleaved-lines", interleaved);
        return judged == 0 ? remarks : remarks + String.format(Locale.ROOT, ";confidence=%.3f", confidence / judged);
    }

    private static String remark(String name, long count) {
        return count == 0 ? "" : ";" + name + "=" + count;
    }
}
