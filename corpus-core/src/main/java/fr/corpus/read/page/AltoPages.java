package fr.corpus.read.page;

import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlFault;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads ALTO, of the Library of Congress (versions 2 to 4) and of its first makers (1, without namespace). Confined to one thread.
 *
 * <p>A {@code TextLine} is a line, of its {@code String} elements with a space between; the halves of a word that
 * {@code SUBS_TYPE} names are joined on the first line. Margins are left out: the standard means them for running titles, page
 * numbers and notes beside the print.
 */
final class AltoPages {

    private static final int MOST_TAGS = 10_000;

    private final XmlCursor cursor;
    private final ScannedText text;
    private final Map<String, Zone> zones = new HashMap<>();
    private final ReadingOrder order = new ReadingOrder();
    private final DividedWord divided;

    AltoPages(XmlCursor cursor, ScannedText text) {
        this.cursor = cursor;
        this.text = text;
        this.divided = new DividedWord(text);
    }

    /** Reads the root element on whose start the cursor stands to its end. */
    void read() throws IOException, XmlFault {
        while (cursor.next() != XmlCursor.Event.END) {
            if (cursor.event() == XmlCursor.Event.START) {
                switch (cursor.name()) {
                    case "Tags" -> tags();
                    case "ReadingOrder" -> order.read(cursor);
                    case "Layout" -> read();
                    case "Page" -> page();
                    default -> cursor.skip();
                }
            }
        }
    }

    private void tags() throws IOException, XmlFault {
        while (cursor.next() != XmlCursor.Event.END) {
            if (cursor.event() == XmlCursor.Event.START) {
                if (zones.size() == MOST_TAGS) {
                    throw cursor.tooLarge();
                }
                zones.put(ScannedBlock.id(cursor, "ID"), Zone.of(cursor.attribute("LABEL")));
                cursor.skip();
            }
        }
    }

    private void page() throws IOException, XmlFault {
        text.language(cursor.attribute("LANG"));
        while (cursor.next() != XmlCursor.Event.END) {
            if (cursor.event() == XmlCursor.Event.START) {
                blocks(cursor.name().endsWith("Margin") ? Zone.LEFT_OUT : Zone.TEXT);
            }
        }
        divided.end();
        text.endPage(order);
    }

    private void blocks(Zone outer) throws IOException, XmlFault {
        Zone zone = zone().within(outer);
        while (cursor.next() != XmlCursor.Event.END) {
            if (cursor.event() == XmlCursor.Event.START) {
                switch (cursor.name()) {
                    case "ComposedBlock" -> blocks(zone);
                    case "TextBlock" -> block(zone);
                    default -> cursor.skip();
                }
            }
        }
    }

    private Zone zone() {
        Zone zone = Zone.TEXT;
        for (String id : cursor.attribute("TAGREFS").split(" ")) {
            zone = zone == Zone.TEXT ? zones.getOrDefault(id, zone) : zone;
        }
        return zone;
    }

    private void block(Zone outer) throws IOException, XmlFault {
        ScannedBlock block = new ScannedBlock(ScannedBlock.id(cursor, "ID"), zone().within(outer));
        while (cursor.next() != XmlCursor.Event.END) {
            if (cursor.event() == XmlCursor.Event.START) {
                if (cursor.name().equals("TextLine")) {
                    line(block);
                } else {
                    cursor.skip();
                }
            }
        }
    }

    private Box box() {
        return Box.of(
                cursor.attribute("HPOS"),
                cursor.attribute("VPOS"),
                cursor.attribute("WIDTH"),
                cursor.attribute("HEIGHT"));
    }

    private void line(ScannedBlock block) throws IOException, XmlFault {
        ScannedLine line = new ScannedLine(box());
        line.dropCapital = block.zone == Zone.DROP_CAPITAL || zone() == Zone.DROP_CAPITAL;
        while (cursor.next() != XmlCursor.Event.END) {
            if (cursor.event() == XmlCursor.Event.START) {
                if (cursor.name().equals("String")) {
                    text.confidence(cursor.attribute("WC"));
                    divided.word(
                            line,
                            cursor.attribute("CONTENT"),
                            cursor.attribute("SUBS_TYPE"),
                            cursor.attribute("SUBS_CONTENT"));
                    if (line.text.length() > ScannedLine.LONGEST) {
                        throw cursor.tooLarge();
                    }
                } else if (cursor.name().equals("HYP")) {
                    divided.hyphen(line, cursor.attribute("CONTENT"));
                }
                cursor.skip();
            }
        }
        text.add(block, line, cursor);
    }
}
