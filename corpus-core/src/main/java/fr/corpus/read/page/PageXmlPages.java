package fr.corpus.read.page;

import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlFault;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads PAGE XML of PRImA, whose versions differ in nothing that is read here. Confined to one thread.
 *
 * <p>A {@code TextLine} is a line: the first reading of its {@code TextEquiv}, else its words with a space between; a region
 * without lines gives those of its own text. The zone of a region is its {@code type}, or that of {@code structure} in
 * {@code custom}.
 */
final class PageXmlPages {

    private static final Pattern STRUCTURE = Pattern.compile("structure\\s*\\{[^{}]*?type:\\s*([^;}]{1,100})");

    private final XmlCursor cursor;
    private final ScannedText text;

    PageXmlPages(XmlCursor cursor, ScannedText text) {
        this.cursor = cursor;
        this.text = text;
    }

    /** Reads the root element on whose start the cursor stands to its end. */
    void read() throws IOException, XmlFault {
        while (cursor.next() != XmlCursor.Event.END) {
            if (cursor.event() == XmlCursor.Event.START) {
                if (cursor.name().equals("Page")) {
                    page();
                } else {
                    cursor.skip();
                }
            }
        }
    }

    private void page() throws IOException, XmlFault {
        ReadingOrder order = new ReadingOrder();
        text.language(cursor.attribute("primaryLanguage"));
        while (cursor.next() != XmlCursor.Event.END) {
            if (cursor.event() == XmlCursor.Event.START) {
                if (cursor.name().equals("ReadingOrder")) {
                    order.read(cursor);
                } else if (cursor.name().endsWith("Region")) {
                    region(Zone.TEXT);
                } else {
                    cursor.skip();
                }
            }
        }
        text.endPage(order);
    }

    private Zone zone() {
        Zone zone = Zone.of(cursor.attribute("type"));
        Matcher structure = STRUCTURE.matcher(cursor.attribute("custom"));
        return zone == Zone.TEXT && structure.find() ? Zone.of(structure.group(1)) : zone;
    }

    private void region(Zone outer) throws IOException, XmlFault {
        ScannedBlock block = new ScannedBlock(ScannedBlock.id(cursor, "id"), zone().within(outer));
        boolean lines = false;
        Reading own = new Reading();
        while (cursor.next() != XmlCursor.Event.END) {
            if (cursor.event() == XmlCursor.Event.START) {
                if (cursor.name().equals("TextLine")) {
                    line(block);
                    lines = true;
                } else if (cursor.name().equals("TextEquiv")) {
                    own.read(cursor);
                } else if (cursor.name().endsWith("Region")) {
                    region(block.zone);
                } else {
                    cursor.skip();
                }
            }
        }
        if (!lines) {
            for (String each : own.text.lines().toList()) {
                ScannedLine line = new ScannedLine(Box.UNKNOWN);
                line.word(each);
                text.add(block, line, cursor);
            }
        }
    }

    private void line(ScannedBlock block) throws IOException, XmlFault {
        ScannedLine line = new ScannedLine(Box.UNKNOWN);
        line.dropCapital = block.zone == Zone.DROP_CAPITAL || zone() == Zone.DROP_CAPITAL;
        StringBuilder words = new StringBuilder();
        Reading own = new Reading();
        while (cursor.next() != XmlCursor.Event.END) {
            if (cursor.event() == XmlCursor.Event.START) {
                switch (cursor.name()) {
                    case "Coords" -> {
                        line.box = Box.around(cursor.attribute("points"));
                        cursor.skip();
                    }
                    case "TextEquiv" -> own.read(cursor);
                    case "Word" -> {
                        words.append(word()).append(' ');
                        if (words.length() > ScannedLine.LONGEST) {
                            throw cursor.tooLarge();
                        }
                    }
                    default -> cursor.skip();
                }
            }
        }
        text.confidence(own.confidence);
        line.word(own.isRead ? own.text : words.toString());
        text.add(block, line, cursor);
    }

    private String word() throws IOException, XmlFault {
        Reading own = new Reading();
        while (cursor.next() != XmlCursor.Event.END) {
            if (cursor.event() == XmlCursor.Event.START) {
                if (cursor.name().equals("TextEquiv")) {
                    own.read(cursor);
                } else {
                    cursor.skip();
                }
            }
        }
        return own.text;
    }

    /** The best of several readings: that of the lowest index, the first of the file where none is stated. */
    private static final class Reading {
        private String text = "";
        private String confidence = "";
        private double index = Double.POSITIVE_INFINITY;
        private boolean isRead;

        void read(XmlCursor cursor) throws IOException, XmlFault {
            double stated = Numbers.of(cursor.attribute("index"));
            String sureness = cursor.attribute("conf");
            StringBuilder unicode = new StringBuilder();
            while (cursor.next() != XmlCursor.Event.END) {
                if (cursor.event() == XmlCursor.Event.START) {
                    if (cursor.name().equals("Unicode")) {
                        unicode.append(cursor.elementText(ScannedLine.LONGEST - unicode.length()));
                    } else {
                        cursor.skip();
                    }
                }
            }
            if (!isRead || stated < index) {
                text = unicode.toString();
                confidence = sureness;
                index = Double.isNaN(stated) ? index : stated;
                isRead = true;
            }
        }
    }
}
