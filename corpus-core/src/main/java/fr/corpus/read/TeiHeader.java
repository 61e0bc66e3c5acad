package fr.corpus.read;

import fr.corpus.document.Identifier.Scheme;
import fr.corpus.document.Metadata;
import fr.corpus.identifier.StatedIdentifiers;
import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlFault;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a TEI header, and the events beside it, say of the work. Confined to one thread.
 *
 * <ul>
 *   <li>title: the first of {@code titleStmt} that is not a subtitle;
 *   <li>author: all of {@code titleStmt}, joined by {@code "; "};
 *   <li>date, the first there is: of the first edition, of the creation, of writing, print or performance (DraCor events),
 *       of a described source; never that of the electronic file;
 *   <li>license: {@code availability/licence} of {@code publicationStmt}, its address or else its text, Creative Commons
 *       addresses as SPDX identifiers; several different ones are joined by {@code " AND "}, so that none is lost;
 *   <li>attribution: the publishers of {@code publicationStmt};
 *   <li>uri: a DOI, ARK or other lasting address of the publication, else the first address of the source;
 *   <li>language: the first of {@code langUsage}, else {@code xml:lang};
 *   <li>identifiers: {@code idno} of {@code publicationStmt}, {@code seriesStmt} and {@code sourceDesc}, by their {@code type} or
 *       by what they say themselves, and addresses of the source that are DOIs or ARKs; of authors the ISNI. Not those of what is
 *       related, of publishers, of parts of a shelf mark.
 * </ul>
 */
final class TeiHeader {

    private static final int MAX_VALUE_CHARS = 4096;
    private static final List<String> DATE_ORDER =
            List.of("firstEdition", "creation", "written", "print", "premiere", "source");
    private static final Set<String> LASTING = Set.of("doi", "ark", "handle", "hdl", "purl", "uri");

    private static final Set<String> ABOUT_OTHERS =
            Set.of("relatedItem", "publisher", "distributor", "authority", "editor", "sponsor", "funder", "respStmt");

    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<String> biblTypes = new ArrayDeque<>();
    private final String[] dates = new String[DATE_ORDER.size()];
    private final List<String> authors = new ArrayList<>();
    private final Set<String> licenses = new LinkedHashSet<>();
    private final Set<String> publishers = new LinkedHashSet<>();
    private final StatedIdentifiers identifiers = new StatedIdentifiers();
    private String title = "";
    private String availability = "";
    private String lastingUri = "";
    private String sourceUri = "";
    private String publicationUri = "";
    private String language = "";

    /** Reads the header, or the stand-off part, on whose start the cursor stands, to its end. */
    void read(XmlCursor cursor) throws IOException, XmlFault {
        path.clear();
        path.push(cursor.name());
        while (!path.isEmpty()) {
            switch (cursor.next()) {
                case START -> start(cursor);
                case END -> {
                    if (path.pop().equals("bibl")) {
                        biblTypes.pop();
                    }
                }
                default -> {}
            }
        }
    }

    private void start(XmlCursor cursor) throws IOException, XmlFault {
        String name = cursor.name();
        boolean publication = path.contains("publicationStmt");
        boolean source = path.contains("sourceDesc");
        switch (name) {
            case "title" -> {
                if (path.contains("titleStmt")
                        && title.isEmpty()
                        && !cursor.attribute("type").equals("sub")) {
                    title = text(cursor);
                    return;
                }
            }
            case "author" -> {
                if (path.contains("titleStmt")) {
                    addTo(authors, TeiName.read(cursor, identifiers));
                    return;
                }
                if (source && isOfTheWork()) {
                    TeiName.pointed(cursor, identifiers);
                }
            }
            case "publisher" -> {
                if (publication) {
                    addTo(publishers, text(cursor));
                    return;
                }
            }
            case "licence", "license" -> {
                if (publication) {
                    license(cursor);
                    return;
                }
            }
            case "p" -> {
                if (publication && path.contains("availability") && availability.isEmpty()) {
                    availability = text(cursor);
                    return;
                }
            }
            case "date" -> {
                if (source || path.contains("creation")) {
                    date(cursor, source ? dateKind() : "creation");
                    return;
                }
            }
            case "event" -> keepDate(cursor.attribute("type"), when(cursor));
            case "idno" -> {
                if (publication || source) {
                    identifier(cursor, publication);
                    return;
                }
                if (path.contains("seriesStmt") && isOfTheWork()) {
                    String type = cursor.attribute("type");
                    number(type, text(cursor));
                    return;
                }
            }
            case "ref", "ptr" -> {
                if (source) {
                    sourceUri = firstUrl(sourceUri, cursor.attribute("target"));
                    if (isOfTheWork()) {
                        number(cursor.attribute("type"), cursor.attribute("target"));
                    }
                }
            }
            case "language" -> language = first(language, cursor.attribute("ident"));
            default -> {}
        }
        path.push(name);
        if (name.equals("bibl")) {
            biblTypes.push(cursor.attribute("type"));
        }
    }

    private String dateKind() {
        return biblTypes.contains("firstEdition") ? "firstEdition" : "source";
    }

    private void date(XmlCursor cursor, String kind) throws IOException, XmlFault {
        String when = when(cursor);
        String text = text(cursor);
        keepDate(kind, when.isEmpty() ? text : when);
    }

    private void keepDate(String kind, String value) {
        int index = DATE_ORDER.indexOf(kind);
        if (index >= 0 && dates[index] == null && value.chars().anyMatch(Character::isDigit)) {
            dates[index] = value;
        }
    }

    private static String when(XmlCursor cursor) {
        String from = first(cursor.attribute("notBefore"), cursor.attribute("from"));
        String to = first(cursor.attribute("notAfter"), cursor.attribute("to"));
        String period = from.isEmpty() || to.isEmpty() || from.equals(to) ? first(from, to) : from + "/" + to;
        return first(cursor.attribute("when"), period);
    }

    private void license(XmlCursor cursor) throws IOException, XmlFault {
        String target = cursor.attribute("target");
        String text = text(cursor);
        String declared = target.isEmpty() ? text : target;
        addTo(licenses, LicenseUrl.spdx(declared).orElse(declared));
    }

    private void identifier(XmlCursor cursor, boolean publication) throws IOException, XmlFault {
        String type = cursor.attribute("type");
        boolean lasting = LASTING.contains(type.toLowerCase(Locale.ROOT));
        String value = text(cursor);
        if (isOfTheWork()) {
            number(type, value);
        }
        if (publication && lasting) {
            lastingUri = first(lastingUri, value);
        } else if (publication) {
            publicationUri = firstUrl(publicationUri, value);
        } else {
            sourceUri = firstUrl(sourceUri, value);
        }
    }

    /** Whether what stands here is said of the work, its source or its series, and of nobody else. */
    private boolean isOfTheWork() {
        return path.stream().noneMatch(ABOUT_OTHERS::contains);
    }

    /** Takes an identifier; types are written {@code ISBN}, {@code isbn-13}, {@code e-ISSN} and so on. */
    private void number(String type, String value) {
        String lower = type.toLowerCase(Locale.ROOT);
        if (lower.contains("isbn")) {
            identifiers.add(Scheme.ISBN, value);
        } else if (lower.contains("issn")) {
            identifiers.add(Scheme.ISSN, value);
        } else if (lower.equals("doi")) {
            identifiers.add(Scheme.DOI, value);
        } else if (lower.equals("ark")) {
            identifiers.add(Scheme.ARK, value);
        } else if (!lower.contains("isni")) {
            identifiers.addAny(value);
        } else if (path.contains("author")) {
            identifiers.add(Scheme.ISNI, value);
        }
    }

    /** Identifiers that are stated and are none. */
    List<String> unreadableIdentifiers() {
        return identifiers.unreadable();
    }

    /** The text of the element on whose start the cursor stands, as one line; reads to its end. */
    private static String text(XmlCursor cursor) throws IOException, XmlFault {
        TextLayout layout = new TextLayout(MAX_VALUE_CHARS);
        for (int depth = 1; depth > 0; ) {
            switch (cursor.next()) {
                case START -> depth++;
                case END -> depth--;
                case TEXT -> layout.text(cursor.textChars(), cursor.textStart(), cursor.textLength());
                default -> {}
            }
        }
        return layout.toString();
    }

    private static void addTo(Collection<String> values, String value) {
        if (!value.isEmpty()) {
            values.add(value);
        }
    }

    private static String first(String value, String other) {
        return value.isEmpty() ? other : value;
    }

    private static String firstUrl(String value, String other) {
        return value.isEmpty() && other.startsWith("http") ? other : value;
    }

    /** What was found; {@code xmlLang} is the language that the document declares on its elements. */
    Metadata metadata(String xmlLang) {
        String date = "";
        for (String candidate : dates) {
            date = first(date, candidate == null ? "" : candidate);
        }
        return new Metadata.Builder()
                .title(title)
                .author(String.join("; ", authors))
                .date(date)
                .license(licenses.isEmpty() ? availability : String.join(" AND ", licenses))
                .attribution(String.join("; ", publishers))
                .uri(first(lastingUri, first(sourceUri, publicationUri)))
                .language(first(language, xmlLang))
                .identifiers(identifiers.found())
                .build();
    }
}
