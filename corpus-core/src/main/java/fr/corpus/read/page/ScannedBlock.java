package fr.corpus.read.page;

import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlFault;
import java.util.ArrayList;
import java.util.List;

/** Lines that a page sets apart from others. Confined to one thread. */
final class ScannedBlock {

    private static final int LONGEST_ID = 200;

    final String id;
    final Zone zone;
    final List<ScannedLine> lines = new ArrayList<>();

    ScannedBlock(String id, Zone zone) {
        this.id = id;
        this.zone = zone;
    }

    /**
     * An identifier, or a reference to one, in an attribute of the element that starts here.
     *
     * @throws XmlFault if it is longer than any is: many are held at a time
     */
    static String id(XmlCursor cursor, String attribute) throws XmlFault {
        String id = cursor.attribute(attribute);
        if (id.length() > LONGEST_ID) {
            throw cursor.tooLarge();
        }
        return id;
    }
}
