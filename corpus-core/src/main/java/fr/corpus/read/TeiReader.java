package fr.corpus.read;

import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.hash.Digest;
import fr.corpus.internal.io.CorruptInputException;
import fr.corpus.internal.io.FileInput;
import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlFault;
import fr.corpus.source.RawRecord;
import fr.corpus.source.SourceFile;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads documents of the Text Encoding Initiative (TEI P5; P4 where elements have the same names), compressed or not.
 * Thread-safe.
 *
 * <p>A {@code TEI} element is one record, a {@code teiCorpus} has as many as it has such elements. {@link TeiText} says
 * how text is laid out, {@link TeiHeader} where metadata comes from. The source id is the {@code xml:id} of the element;
 * the digest is always that of the whole file. Files are streamed; nothing outside the file is ever read.
 */
public final class TeiReader implements Reader {

    static final String XINCLUDE = "http://www.w3.org/2001/XInclude";

    private static final String VERSION = "tei@2";
    private static final String TEI = "http://www.tei-c.org/ns/1.0";
    private static final Reason INVALID_XML = Reason.of("invalid-xml");
    private static final Reason INVALID_ENCODING = TextDecoder.INVALID_ENCODING;
    private static final Reason FORBIDDEN_DTD = Reason.of("forbidden-dtd");
    private static final Reason NOT_TEI = Reason.of("not-tei");
    private static final Reason NO_TEXT = Reason.of("no-text");
    private static final Reason UNRESOLVED_INCLUDE = Reason.of("unresolved-include");

    private final ReaderOptions options;

    /** A reader within the limits of {@code options}. */
    public TeiReader(ReaderOptions options) {
        this.options = options;
    }

    /** Whether a namespace is that of TEI P5 or none, as in P4. */
    static boolean isTei(String namespace) {
        return namespace.equals(TEI) || namespace.isEmpty();
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public BlockStream open(SourceFile file) throws IOException {
        return new WholeFileBlocks(file);
    }

    @Override
    public void parse(SourceFile file, Block block, Consumer<ReadResult> sink) throws IOException {
        try (FileInput in = FileInput.open(file.path())) {
            new Parse(file, new RecordInput(in), sink).run();
        } catch (CorruptInputException e) {
            WholeFile whole = WholeFile.read(file, ReadResult.MAX_RAW_BYTES);
            sink.accept(Malformations.corruptRecord(file, 0, VERSION, whole, e));
        }
    }

    /** What one TEI element gave, before its digest is known. */
    private record Parsed(String id, TeiText text, TeiHeader header, String language) {}

    /** One file being parsed. Confined to one thread. */
    private final class Parse {
        private final SourceFile file;
        private final RecordInput in;
        private final Consumer<ReadResult> sink;
        private Optional<Digest> corpusDigest = Optional.empty();
        private long record;

        Parse(SourceFile file, RecordInput in, Consumer<ReadResult> sink) {
            this.file = file;
            this.in = in;
            this.sink = sink;
        }

        void run() throws IOException {
            try {
                XmlCursor cursor = XmlCursor.open(in);
                while (cursor.next() != XmlCursor.Event.START) {
                    // white space only: an XML document has one element at least
                }
                if (!isTei(cursor.namespace())) {
                    throw new NotTei();
                }
                root(cursor);
            } catch (NotTei e) {
                in.drain();
                sink.accept(malformed(NOT_TEI, Evidence.NONE));
            } catch (XmlFault fault) {
                in.drain();
                boolean empty = in.size() == 0;
                Reason reason = switch (fault.kind()) {
                    case SYNTAX -> empty ? Malformations.EMPTY_FILE : INVALID_XML;
                    case DOCTYPE -> FORBIDDEN_DTD;
                    case ENCODING -> INVALID_ENCODING;
                };
                Evidence where = Evidence.of("line", fault.line()).and("column", fault.column());
                sink.accept(malformed(reason, empty ? Evidence.of("file-bytes", file.bytes()) : where));
            }
        }

        private void root(XmlCursor cursor) throws IOException, XmlFault, NotTei {
            String name = cursor.name();
            if (isDocument(name)) {
                Parsed parsed = document(cursor);
                while (cursor.next() != XmlCursor.Event.FINISHED) {
                    // comments may follow
                }
                in.drain();
                sink.accept(result(parsed, in.digest()));
            } else if (isCorpus(name)) {
                corpusDigest = Optional.of(WholeFile.read(file, 1).digest());
                corpus(cursor);
            } else {
                throw new NotTei();
            }
        }

        private void corpus(XmlCursor cursor) throws IOException, XmlFault {
            for (int depth = 1; depth > 0; ) {
                switch (cursor.next()) {
                    case START -> {
                        if (isDocument(cursor.name())) {
                            sink.accept(result(document(cursor), corpusDigest.orElseThrow()));
                            record++;
                        } else {
                            depth++;
                        }
                    }
                    case END -> depth--;
                    default -> {}
                }
            }
            while (cursor.next() != XmlCursor.Event.FINISHED) {
                // comments may follow
            }
            if (record == 0) {
                sink.accept(malformed(Malformations.EMPTY_FILE, Evidence.of("file-bytes", file.bytes())));
            }
        }

        private Parsed document(XmlCursor cursor) throws IOException, XmlFault {
            TeiText text = new TeiText(cursor, options.maxRecordBytes());
            TeiHeader header = new TeiHeader();
            String id = cursor.xmlAttribute("id");
            String language = cursor.xmlAttribute("lang");
            while (cursor.next() != XmlCursor.Event.END) {
                // between the parts of a document there is only white space and comments
                if (cursor.event() == XmlCursor.Event.START) {
                    switch (cursor.name()) {
                        case "teiHeader", "standOff" -> header.read(cursor);
                        case "text" -> {
                            language = language.isEmpty() ? cursor.xmlAttribute("lang") : language;
                            text.read();
                        }
                        default -> text.skip();
                    }
                }
            }
            return new Parsed(id.strip(), text, header, language);
        }

        private ReadResult result(Parsed parsed, Digest digest) {
            TeiText text = parsed.text();
            String sourceId = parsed.id().isEmpty() ? file.name() + "#" + record : parsed.id();
            Provenance place = new Provenance(
                    file.source(), sourceId, new SourceLocation(file.name(), -1, record), VERSION, digest);
            if (text.hasInclude()) {
                return new ReadResult.Malformed(place, UNRESOLVED_INCLUDE, Evidence.NONE, in.head());
            }
            if (!text.isFound()) {
                return new ReadResult.Malformed(place, NO_TEXT, Evidence.NONE, in.head());
            }
            if (text.bytes() > options.maxRecordBytes()) {
                Evidence evidence =
                        Evidence.of("record-bytes", text.bytes()).and("max-record-bytes", options.maxRecordBytes());
                return new ReadResult.Malformed(place, Malformations.RECORD_TOO_LARGE, evidence, in.head());
            }
            TeiHeader header = parsed.header();
            return new ReadResult.Read(new RawRecord(
                    text.text(), header.metadata(parsed.language()), place, header.unreadableIdentifiers()));
        }

        private ReadResult malformed(Reason reason, Evidence evidence) {
            Digest digest = corpusDigest.orElseGet(in::digest);
            return new ReadResult.Malformed(
                    Malformations.place(file, -1, record, VERSION, digest), reason, evidence, in.head());
        }
    }

    private static boolean isDocument(String name) {
        return name.equals("TEI") || name.equals("TEI.2");
    }

    private static boolean isCorpus(String name) {
        return name.equals("teiCorpus") || name.equals("teiCorpus.2");
    }

    /** The file is XML of another kind. Carries no stack. */
    private static final class NotTei extends Exception {
        private static final long serialVersionUID = 1L;

        NotTei() {
            super("not TEI", null, false, false);
        }
    }
}
