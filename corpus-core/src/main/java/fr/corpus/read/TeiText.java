package fr.corpus.read;

import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlFault;
import java.io.IOException;

/**
 * Turns the text of a TEI document into plain text, in one pass. Confined to one thread.
 *
 * <p>Paragraphs, verses, speakers and headings stand on lines of their own; divisions, stanzas, speeches and headings are
 * set apart by blank lines. A stage direction inside a speech is put into parentheses, if it has none. The parts of a
 * verse stay with their speakers; those of one speaker become one line. Notes, running titles and descriptions are left
 * out. {@link TeiElement} lists the elements.
 */
final class TeiText {

    private static final String GAP = "[…]";

    private final XmlCursor cursor;
    private final TextLayout layout;
    private int lines;
    private boolean openVerse;
    private boolean found;
    private boolean included;

    TeiText(XmlCursor cursor, long maxBytes) {
        this.cursor = cursor;
        this.layout = new TextLayout(maxBytes);
    }

    /** Whether there was a text element at all. */
    boolean isFound() {
        return found;
    }

    /** Whether a part of the text stands in another file, which is not read. */
    boolean hasInclude() {
        return included;
    }

    /** Size of the text in UTF-8. */
    long bytes() {
        return layout.bytes();
    }

    /** The text, or its beginning when it is larger than allowed. */
    String text() {
        return layout.toString();
    }

    /** Reads the element on whose start the cursor stands to its end. */
    void read() throws IOException, XmlFault {
        found = true;
        element();
    }

    /** Passes over the element on whose start the cursor stands. */
    void skip() throws IOException, XmlFault {
        int depth = 1;
        while (depth > 0) {
            switch (cursor.next()) {
                case START -> {
                    noteInclude();
                    depth++;
                }
                case END -> depth--;
                default -> {}
            }
        }
    }

    private void noteInclude() {
        included |= cursor.namespace().equals(TeiReader.XINCLUDE);
    }

    private void element() throws IOException, XmlFault {
        noteInclude();
        if (!TeiReader.isTei(cursor.namespace())) {
            skip();
            return;
        }
        switch (TeiElement.of(cursor.name())) {
            case SECTION -> section();
            case LINE -> line();
            case VERSE -> verse();
            case SPEAKER -> {
                line();
                layout.noBlankLine();
            }
            case STAGE -> stage();
            case UNIT -> {
                layout.wordEnd();
                content();
                layout.wordEnd();
            }
            case LINE_BREAK -> {
                breakLine(true);
                skip();
            }
            case PAGE_BREAK -> {
                breakLine(false);
                skip();
            }
            case MILESTONE -> {
                if (lines == 0) {
                    layout.blankLine();
                }
                skip();
            }
            case GAP -> {
                layout.text(GAP);
                skip();
            }
            case CHOICE -> choice();
            case LEFT_OUT, INCLUDE -> skip();
            case INLINE -> content();
        }
    }

    private void content() throws IOException, XmlFault {
        while (true) {
            switch (cursor.next()) {
                case START -> element();
                case TEXT -> layout.text(cursor.textChars(), cursor.textStart(), cursor.textLength());
                case END -> {
                    return;
                }
                case FINISHED -> throw new IllegalStateException("a document ends inside an element");
            }
        }
    }

    private void section() throws IOException, XmlFault {
        openVerse = false;
        int outer = lines;
        lines = 0;
        layout.blankLine();
        content();
        layout.blankLine();
        lines = outer;
    }

    private void line() throws IOException, XmlFault {
        openVerse = false;
        lines++;
        layout.newLine();
        content();
        layout.newLine();
        lines--;
    }

    /** Where a verse goes on in another element, its parts are one line unless something stands between them. */
    private void verse() throws IOException, XmlFault {
        String part = cursor.attribute("part");
        boolean goesOn = openVerse && (part.equals("M") || part.equals("F"));
        lines++;
        if (goesOn) {
            layout.sameLine();
        } else {
            layout.newLine();
        }
        content();
        layout.newLine();
        lines--;
        openVerse = part.equals("I") || part.equals("M");
    }

    private void stage() throws IOException, XmlFault {
        if (lines == 0) {
            line();
            return;
        }
        TextLayout.Mark mark = layout.mark();
        content();
        String direction = layout.cut(mark);
        if (!direction.isEmpty()) {
            boolean marked = direction.startsWith("(") || direction.startsWith("[");
            layout.space();
            layout.text(marked ? direction : "(" + direction + ")");
            layout.space();
        }
    }

    private void breakLine(boolean line) {
        if (cursor.attribute("break").equals("no")) {
            layout.joinWord();
        } else if (line) {
            layout.printLine();
        }
    }

    private void choice() throws IOException, XmlFault {
        TextLayout.Mark mark = layout.mark();
        String best = "";
        int bestRank = 0;
        while (true) {
            switch (cursor.next()) {
                case START -> {
                    int rank = TeiElement.rank(cursor.name());
                    element();
                    String text = layout.cut(mark);
                    if (rank > bestRank) {
                        best = text;
                        bestRank = rank;
                    }
                }
                case END -> {
                    layout.text(best);
                    return;
                }
                default -> {}
            }
        }
    }
}
