package fr.corpus.read.page;

import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlFault;
import java.io.IOException;
import java.util.Locale;

/** How the pages of a scan are written. */
public enum ScanFormat {
    ALTO("alto"),
    PAGE("pcgts");

    private final String root;

    ScanFormat(String root) {
        this.root = root;
    }

    /** The format’s name in recipes and in the reader’s version. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the element on whose start the cursor stands is the root of such a file; namespaces differ by version. */
    public boolean isRoot(XmlCursor cursor) {
        return cursor.name().toLowerCase(Locale.ROOT).equals(root);
    }

    /** Adds the pages of the root element on whose start the cursor stands, and reads to its end. */
    public void read(XmlCursor cursor, ScannedText text) throws IOException, XmlFault {
        switch (this) {
            case ALTO -> new AltoPages(cursor, text).read();
            case PAGE -> new PageXmlPages(cursor, text).read();
        }
    }
}
