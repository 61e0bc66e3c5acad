package fr.corpus.read;

import fr.corpus.document.Identifier.Scheme;
import fr.corpus.identifier.StatedIdentifiers;
import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The name of a person in a TEI header: the first form, further forms in parentheses, no identifiers. Thread-safe. */
final class TeiName {

    private static final int MAX_BYTES = 4096;
    private static final Set<String> FORMS = Set.of("persName", "orgName", "name");
    private static final Set<String> LEFT_OUT = Set.of("idno", "ptr", "note", "date", "email", "affiliation");

    private TeiName() {}

    /**
     * Reads the element on whose start the cursor stands to its end.
     *
     * @param identifiers takes the ISNI of the person, which stand in {@code idno} and {@code ptr} or are pointed at by {@code ref}
     *     and {@code key}
     */
    static String read(XmlCursor cursor, StatedIdentifiers identifiers) throws IOException, XmlFault {
        pointed(cursor, identifiers);
        int isniDepth = 0;
        StringBuilder number = new StringBuilder();
        List<String> forms = new ArrayList<>();
        TextLayout text = new TextLayout(MAX_BYTES);
        int formDepth = 0;
        int leftOutDepth = 0;
        for (int depth = 1; depth > 0; ) {
            switch (cursor.next()) {
                case START -> {
                    depth++;
                    text.space();
                    pointed(cursor, identifiers);
                    // A number may be cut into elements of its own.
                    if (isniDepth == 0 && cursor.name().equals("idno") && isIsni(cursor.attribute("type"))) {
                        isniDepth = depth;
                    }
                    if (leftOutDepth == 0 && LEFT_OUT.contains(cursor.name())) {
                        leftOutDepth = depth;
                    } else if (leftOutDepth == 0 && formDepth == 0 && FORMS.contains(cursor.name())) {
                        formDepth = depth;
                        text = new TextLayout(MAX_BYTES);
                    }
                }
                case END -> {
                    text.space();
                    if (depth == formDepth) {
                        forms.add(text.toString());
                        formDepth = 0;
                    }
                    if (depth == isniDepth) {
                        identifiers.add(Scheme.ISNI, number.toString());
                        number.setLength(0);
                        isniDepth = 0;
                    }
                    leftOutDepth = depth == leftOutDepth ? 0 : leftOutDepth;
                    depth--;
                }
                case TEXT -> {
                    if (isniDepth > 0 && number.length() < MAX_BYTES) {
                        number.append(cursor.textChars(), cursor.textStart(), cursor.textLength());
                    }
                    if (leftOutDepth == 0) {
                        text.text(cursor.textChars(), cursor.textStart(), cursor.textLength());
                    }
                }
                default -> {}
            }
        }
        forms.removeIf(String::isEmpty);
        if (forms.isEmpty()) {
            return text.toString();
        }
        String others = String.join(", ", forms.subList(1, forms.size()));
        return others.isEmpty() ? forms.get(0) : forms.get(0) + " (" + others + ")";
    }

    /** Takes an ISNI from the attributes of the start here: {@code ref} and {@code key} may list pointers of several kinds. */
    static void pointed(XmlCursor cursor, StatedIdentifiers identifiers) {
        if (cursor.name().equals("ptr") && isIsni(cursor.attribute("type"))) {
            identifiers.add(Scheme.ISNI, cursor.attribute("target"));
        }
        for (String pointer : (cursor.attribute("ref") + " " + cursor.attribute("key")).split("\\s+")) {
            if (isIsni(pointer)) {
                identifiers.add(Scheme.ISNI, pointer);
            }
        }
    }

    private static boolean isIsni(String text) {
        return text.toLowerCase(Locale.ROOT).contains("isni");
    }
}
