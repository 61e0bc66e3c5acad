package fr.corpus.optout;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlCursor.Event;
import fr.corpus.internal.xml.XmlFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ONIX for Books 3 message, with reference names or short tags: products whose usage constraint 11 (text and data mining, code
 * list 145) has status 03 (prohibited, list 146). Other products reserve nothing. A document type of one's own is refused.
 */
final class OnixImport implements ImportSource {

    private static final int MAX_TEXT = 1_000;
    private static final int MAX_IDENTIFIERS = 64;
    private static final String MINING = "11";
    private static final String PROHIBITED = "03";

    /** Short tags by reference name, in lower case. */
    private static final Map<String, String> SHORT = Map.of(
            "a001", "recordreference",
            "b221", "productidtype",
            "b244", "idvalue",
            "x318", "epubusagetype",
            "x319", "epubusagestatus");

    /** Where an identifier goes by its type (code list 5). */
    private static final Map<String, String> FIELD_BY_TYPE =
            Map.of("02", "isbn", "03", "isbn", "15", "isbn", "06", "doi");

    private final Path file;
    private final InputStream in;
    private final XmlCursor cursor;
    private long product;

    private OnixImport(Path file, InputStream in, XmlCursor cursor) {
        this.file = file;
        this.in = in;
        this.cursor = cursor;
    }

    static OnixImport open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            OnixImport message = new OnixImport(file, in, XmlCursor.open(in));
            Event event = message.step();
            while (event == Event.TEXT) {
                event = message.step();
            }
            if (event != Event.START || !message.cursor.name().equalsIgnoreCase("ONIXMessage")) {
                throw new MalformedSourceException(UserMessage.of("optout.import.not-onix", file.toString()));
            }
            return message;
        } catch (XmlFault e) {
            in.close();
            throw fault(file, e);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static MalformedSourceException fault(Path file, XmlFault e) {
        return new MalformedSourceException(
                UserMessage.of(
                        "optout.import.xml",
                        file.toString(),
                        String.valueOf(e.line()),
                        String.valueOf(e.column()),
                        UserMessage.of("optout.import.xml-" + e.kind().name().toLowerCase(java.util.Locale.ROOT))),
                e);
    }

    private Event step() throws IOException {
        try {
            return cursor.next();
        } catch (XmlFault e) {
            throw fault(file, e);
        }
    }

    @Override
    public String head() {
        return "";
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        for (Event event = step(); event != Event.FINISHED; event = step()) {
            if (event == Event.START && name().equals("product")) {
                product++;
                return Optional.of(product());
            }
        }
        return Optional.empty();
    }

    private String name() {
        String name = cursor.name().toLowerCase(java.util.Locale.ROOT);
        return SHORT.getOrDefault(name, name);
    }

    private ImportRow product() throws IOException {
        Map<String, List<String>> fields = new HashMap<>();
        Map<String, String> group = new HashMap<>();
        String reference = String.valueOf(product);
        boolean reserved = false;
        StringBuilder text = new StringBuilder();
        int depth = 0; // below the product: identifiers of related products and of parts are deeper
        while (true) {
            Event event = step();
            if (event == Event.TEXT) {
                int length = Math.min(cursor.textLength(), MAX_TEXT - text.length());
                text.append(cursor.textChars(), cursor.textStart(), length);
            } else if (event == Event.START) {
                depth++;
                text.setLength(0);
                if (name().equals("productidentifier") || name().equals("epubusageconstraint")) {
                    group.clear();
                }
            } else if (event == Event.END) {
                depth--;
                String name = name();
                switch (name) {
                    case "product" -> {
                        Map<String, List<String>> result = reserved ? fields : Map.of();
                        return new ImportRow(reference, "", result, !reserved || !fields.isEmpty());
                    }
                    case "recordreference" -> reference = printable(text);
                    case "productidtype", "idvalue", "epubusagetype", "epubusagestatus" ->
                        group.put(name, text.toString().strip());
                    case "productidentifier" -> {
                        if (depth == 0) {
                            identifier(group, fields);
                        }
                    }
                    case "epubusageconstraint" -> {
                        reserved |= MINING.equals(group.remove("epubusagetype"))
                                & PROHIBITED.equals(group.remove("epubusagestatus"));
                    }
                    default -> {}
                }
                text.setLength(0);
            } else {
                return new ImportRow(reference, "", Map.of(), false);
            }
        }
    }

    /** Without line ends, which would leave the comment of an error file. */
    private static String printable(CharSequence text) {
        return text.toString().replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static void identifier(Map<String, String> group, Map<String, List<String>> fields) {
        String type = group.remove("productidtype");
        String value = group.remove("idvalue");
        String field = type == null ? null : FIELD_BY_TYPE.get(type);
        if (field != null && value != null) {
            List<String> values = fields.computeIfAbsent(field, name -> new ArrayList<>());
            if (values.size() < MAX_IDENTIFIERS) {
                values.add(value);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
