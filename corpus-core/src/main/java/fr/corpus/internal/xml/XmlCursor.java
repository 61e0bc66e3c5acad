package fr.corpus.internal.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxIOException;
import com.ctc.wstx.stax.WstxInputFactory;
import fr.corpus.internal.xml.XmlFault.Kind;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Goes through an XML document from start to end. Nothing outside the document is ever read: a document type with
 * declarations of its own, or an entity beyond the five of XML, is a fault. Confined to one thread.
 */
public final class XmlCursor {

    private static final int MAX_DEPTH = 512;
    private static final int MAX_ATTRIBUTES = 500;
    private static final int MAX_ATTRIBUTE_CHARS = 1 << 18;
    private static final WstxInputFactory FACTORY = factory();

    /** What the cursor stands on. */
    public enum Event {
        START,
        END,
        TEXT,
        /** The end of the document. */
        FINISHED
    }

    private final XMLStreamReader2 reader;
    private Event event = Event.TEXT;

    private XmlCursor(XMLStreamReader2 reader) {
        this.reader = reader;
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_CHARS);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
        return factory;
    }

    /**
     * Opens a document; the encoding is that of its declaration or byte order mark, else UTF-8.
     *
     * @throws IOException if the stream cannot be read
     * @throws XmlFault if already its first bytes are wrong
     */
    public static XmlCursor open(InputStream in) throws IOException, XmlFault {
        try {
            return new XmlCursor((XMLStreamReader2) FACTORY.createXMLStreamReader(in));
        } catch (XMLStreamException | RuntimeException e) {
            throw fault(e, Optional.empty());
        }
    }

    /**
     * Goes on to the next start, end or text; comments and processing instructions are passed over.
     *
     * @throws IOException if the stream cannot be read
     * @throws XmlFault if the document is not well-formed or not allowed from here on
     */
    public Event next() throws IOException, XmlFault {
        try {
            while (true) {
                int found = reader.next();
                switch (found) {
                    case XMLStreamConstants.START_ELEMENT:
                        return stop(Event.START);
                    case XMLStreamConstants.END_ELEMENT:
                        return stop(Event.END);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE:
                        return stop(Event.TEXT);
                    case XMLStreamConstants.END_DOCUMENT:
                        return stop(Event.FINISHED);
                    case XMLStreamConstants.DTD:
                        refuseDeclarations();
                        break;
                    case XMLStreamConstants.ENTITY_REFERENCE:
                        throw new XmlFault(Kind.DOCTYPE, line(reader), column(reader));
                    default:
                        break;
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw fault(e, Optional.of(reader));
        }
    }

    private Event stop(Event found) {
        event = found;
        return found;
    }

    /** What {@link #next} gave last. */
    public Event event() {
        return event;
    }

    private void refuseDeclarations() throws XMLStreamException, XmlFault {
        String subset = reader.getDTDInfo() == null ? null : reader.getDTDInfo().getDTDInternalSubset();
        if (subset != null && !subset.isBlank()) {
            throw new XmlFault(Kind.DOCTYPE, line(reader), column(reader));
        }
    }

    private static XmlFault fault(Exception e, Optional<XMLStreamReader2> reader) throws IOException {
        boolean unknownEncoding =
                e instanceof WstxIOException && String.valueOf(e.getMessage()).startsWith("Unsupported encoding");
        if (unknownEncoding
                || e.getCause() instanceof CharConversionException
                || e.getCause() instanceof UnsupportedEncodingException) {
            return new XmlFault(Kind.ENCODING, line(e, reader), column(e, reader));
        }
        if (e.getCause() instanceof IOException io) {
            throw io;
        }
        return new XmlFault(Kind.SYNTAX, line(e, reader), column(e, reader));
    }

    private static long line(Exception e, Optional<XMLStreamReader2> reader) {
        Location place = e instanceof XMLStreamException stream ? stream.getLocation() : null;
        return place != null
                ? place.getLineNumber()
                : reader.map(XmlCursor::line).orElse(0L);
    }

    private static long column(Exception e, Optional<XMLStreamReader2> reader) {
        Location place = e instanceof XMLStreamException stream ? stream.getLocation() : null;
        return place != null
                ? place.getColumnNumber()
                : reader.map(XmlCursor::column).orElse(0L);
    }

    private static long line(XMLStreamReader reader) {
        return Math.max(0, reader.getLocation().getLineNumber());
    }

    private static long column(XMLStreamReader reader) {
        return Math.max(0, reader.getLocation().getColumnNumber());
    }

    /** Local name of the element that starts or ends here. */
    public String name() {
        return reader.getLocalName();
    }

    /** Namespace of the element that starts or ends here; empty when it has none. */
    public String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** An attribute without namespace of the element that starts here; empty when it is missing. */
    public String attribute(String name) {
        String value = reader.getAttributeValue("", name);
        return value == null ? "" : value;
    }

    /** An attribute of the {@code xml} namespace: {@code id} or {@code lang}; empty when it is missing. */
    public String xmlAttribute(String name) {
        String value = reader.getAttributeValue(XMLConstants.XML_NS_URI, name);
        return value == null ? "" : value;
    }

    /** Passes over the element on whose start the cursor stands, to its end. */
    public void skip() throws IOException, XmlFault {
        for (int depth = 1; depth > 0; ) {
            switch (next()) {
                case START -> depth++;
                case END -> depth--;
                default -> {}
            }
        }
    }

    /**
     * The text of the element on whose start the cursor stands, of those inside it too, as it is written; reads to its end.
     *
     * @throws XmlFault if it is longer than {@code maxChars} UTF-16 units
     */
    public String elementText(int maxChars) throws IOException, XmlFault {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (next()) {
                case START -> depth++;
                case END -> depth--;
                case TEXT -> {
                    if (textLength() > maxChars - text.length()) {
                        throw tooLarge();
                    }
                    text.append(textChars(), textStart(), textLength());
                }
                default -> {}
            }
        }
        return text.toString();
    }

    /** The fault of a document that has more of something, here, than any document has. */
    public XmlFault tooLarge() {
        return new XmlFault(Kind.SYNTAX, line(reader), column(reader));
    }

    /** The array that holds the text here, from {@link #textStart()} on; overwritten by the next step. */
    public char[] textChars() {
        return reader.getTextCharacters();
    }

    /** Where the text here starts in {@link #textChars()}. */
    public int textStart() {
        return reader.getTextStart();
    }

    /** Length of the text here in UTF-16 units. */
    public int textLength() {
        return reader.getTextLength();
    }
}
