package fr.corpus.read;

import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.io.CorruptInputException;
import fr.corpus.internal.io.FileInput;
import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlFault;
import fr.corpus.read.page.ScanFormat;
import fr.corpus.read.page.ScannedText;
import fr.corpus.source.RawRecord;
import fr.corpus.source.SourceFile;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads scanned pages in ALTO or PAGE XML, compressed or not. Thread-safe.
 *
 * <p>A file is one record, of all its pages; so is a folder, of the pages in its files ({@link PageFolder}). {@link ScannedText}
 * says how pages become text, and what the reader adds to its version in the provenance. The digest is that of the file, or of
 * the files one after another. Pages are streamed; nothing that they refer to is read.
 */
public final class ScanReader implements Reader {

    private static final Reason INVALID_XML = Reason.of("invalid-xml");
    private static final Reason FORBIDDEN_DTD = Reason.of("forbidden-dtd");

    private static final String METS = "mets";

    private final ScanFormat format;
    private final ReaderOptions options;
    private final Reason otherFormat;

    /** A reader of one format within the limits of {@code options}. */
    public ScanReader(ScanFormat format, ReaderOptions options) {
        this.format = format;
        this.options = options;
        this.otherFormat = Reason.of("not-" + format.label());
    }

    @Override
    public String version() {
        return format.label() + "@1";
    }

    @Override
    public boolean readsFolders() {
        return true;
    }

    @Override
    public BlockStream open(SourceFile file) throws IOException {
        return new WholeFileBlocks(file);
    }

    @Override
    public void parse(SourceFile file, Block block, Consumer<ReadResult> sink) throws IOException {
        sink.accept(new Parse(file).run());
    }

    /** One record being parsed. Confined to one thread. */
    private final class Parse {
        private final SourceFile file;
        private final boolean folder;
        private final MessageDigest sha = Sha256.newDigest();
        private final ScannedText text = new ScannedText(options.maxRecordBytes());
        private byte[] head = {};
        private long size;

        Parse(SourceFile file) {
            this.file = file;
            this.folder = file.isFolder();
        }

        ReadResult run() throws IOException {
            List<Path> pages = folder ? PageFolder.pages(file.path()) : List.of(file.path());
            for (int i = 0; i < pages.size(); i++) {
                Evidence where = folder ? Evidence.of("page", i + 1) : Evidence.NONE;
                try (FileInput disk = FileInput.open(pages.get(i))) {
                    RecordInput in = new RecordInput(disk, sha);
                    try {
                        boolean read = page(in);
                        end(in);
                        if (!read) {
                            return malformed(otherFormat, where);
                        }
                    } catch (XmlFault fault) {
                        end(in);
                        return fault(fault, where);
                    }
                } catch (CorruptInputException e) {
                    return malformed(
                            e.isTruncated() ? Malformations.TRUNCATED_FILE : Malformations.CORRUPT_FILE,
                            where.and("file-offset", e.fileOffset()));
                }
            }
            return text.pages() == 0
                    ? malformed(Malformations.EMPTY_FILE, Evidence.of("file-bytes", file.bytes()))
                    : result();
        }

        /** Whether the file was of the format; the METS file that goes with the pages of a folder is passed over. */
        private boolean page(RecordInput in) throws IOException, XmlFault {
            XmlCursor cursor = XmlCursor.open(in);
            while (cursor.next() != XmlCursor.Event.START) {
                // white space only: an XML document has one element at least
            }
            if (!format.isRoot(cursor)) {
                return folder && cursor.name().equals(METS);
            }
            format.read(cursor, text);
            while (cursor.next() != XmlCursor.Event.FINISHED) {
                // comments may follow
            }
            return true;
        }

        private void end(RecordInput in) throws IOException {
            in.drain();
            size += in.size();
            head = head.length == 0 ? in.head() : head;
        }

        private ReadResult fault(XmlFault fault, Evidence where) {
            if (size == 0) {
                return malformed(Malformations.EMPTY_FILE, Evidence.of("file-bytes", file.bytes()));
            }
            Reason reason = switch (fault.kind()) {
                case SYNTAX -> INVALID_XML;
                case DOCTYPE -> FORBIDDEN_DTD;
                case ENCODING -> TextDecoder.INVALID_ENCODING;
            };
            return malformed(reason, where.and("line", fault.line()).and("column", fault.column()));
        }

        private ReadResult result() {
            if (text.bytes() > options.maxRecordBytes()) {
                return malformed(
                        Malformations.RECORD_TOO_LARGE,
                        Evidence.of("record-bytes", text.bytes()).and("max-record-bytes", options.maxRecordBytes()));
            }
            Metadata metadata = new Metadata.Builder().language(text.language()).build();
            Provenance place = new Provenance(
                    file.source(),
                    file.name() + "#0",
                    new SourceLocation(file.name(), -1, 0),
                    version() + text.remarks(),
                    Digest.of(sha.digest()));
            return new ReadResult.Read(new RawRecord(text.text(), metadata, place));
        }

        private ReadResult malformed(Reason reason, Evidence evidence) {
            return new ReadResult.Malformed(
                    Malformations.place(file, -1, 0, version(), Digest.of(sha.digest())), reason, evidence, head);
        }
    }
}
