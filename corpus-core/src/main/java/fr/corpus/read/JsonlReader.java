package fr.corpus.read;

import fr.corpus.document.Provenance;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.json.JsonFault;
import fr.corpus.internal.json.JsonPaths;
import fr.corpus.internal.json.JsonScanner;
import fr.corpus.source.SourceFile;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads files with one JSON object on each line, in UTF-8, plain or compressed. Thread-safe.
 *
 * <p>Lines end with LF or CR LF, the last one perhaps with nothing; lines of blanks are no records; a byte order mark at
 * the start is passed over. The digest is that of the line without its end. The text must be a string, an empty one is a
 * record like any other. The other mapped fields are strings, numbers (kept as written) or lists of them, joined by
 * {@code "; "}; null and missing are the same. Where a name is repeated in an object the last one counts.
 */
public final class JsonlReader implements Reader {

    private static final String VERSION = "jsonl@1";
    private static final Reason INVALID_JSON = Reason.of("invalid-json");
    private static final Reason TOO_DEEP = Reason.of("too-deep");
    private static final Reason NOT_AN_OBJECT = Reason.of("not-an-object");

    private final ReaderOptions options;
    private final JsonPaths paths = new JsonPaths();
    private final List<RecordField> mapped;

    /** A reader of the fields and within the limits of {@code options}. */
    public JsonlReader(ReaderOptions options) {
        this.options = options;
        this.mapped = List.copyOf(options.fields().paths().keySet());
        for (RecordField field : mapped) {
            options.fields().path(field).ifPresent(path -> paths.add(field.ordinal(), path));
        }
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public BlockStream open(SourceFile file) throws IOException {
        return new JsonlBlocks(file, options);
    }

    @Override
    public void parse(SourceFile file, Block block, Consumer<ReadResult> sink) throws IOException {
        if (block instanceof JsonlBlock.Lines lines) {
            new Lane(file, lines, sink).run();
        } else if (block instanceof JsonlBlock.Oversized line) {
            sink.accept(new ReadResult.Malformed(
                    Malformations.place(file, line.offset(), line.record(), VERSION, line.digest()),
                    Malformations.RECORD_TOO_LARGE,
                    tooLarge(line.recordBytes()),
                    line.head()));
        } else if (block instanceof JsonlBlock.Nothing) {
            byte[] none = {};
            sink.accept(new ReadResult.Malformed(
                    Malformations.place(file, 0, 0, VERSION, Sha256.of(none)),
                    Malformations.EMPTY_FILE,
                    Evidence.of("file-bytes", file.bytes()),
                    none));
        } else {
            throw new IllegalArgumentException("not a block of this reader: " + block);
        }
    }

    private Evidence tooLarge(long bytes) {
        return Evidence.of("record-bytes", bytes).and("max-record-bytes", options.maxRecordBytes());
    }

    /** One block being parsed. Confined to one thread. */
    private final class Lane {
        private final SourceFile file;
        private final JsonlBlock.Lines lines;
        private final Consumer<ReadResult> sink;
        private final JsonScanner scanner = new JsonScanner(paths);
        private final FieldValues values = new FieldValues();
        private final MessageDigest sha = Sha256.newDigest();
        private int from;
        private int to;
        private long record;

        Lane(SourceFile file, JsonlBlock.Lines lines, Consumer<ReadResult> sink) {
            this.file = file;
            this.lines = lines;
            this.sink = sink;
            this.record = lines.firstRecord();
        }

        void run() {
            byte[] data = lines.data();
            int start = 0;
            while (start < lines.length()) {
                int newline = Lines.newline(data, start, lines.length());
                from = start;
                to = Lines.withoutCarriageReturn(data, start, newline);
                if (Lines.isRecord(data, from, to, options.maxRecordBytes())) {
                    sink.accept(line());
                    record++;
                }
                start = newline + 1;
            }
        }

        private ReadResult line() {
            sha.update(lines.data(), from, to - from);
            Digest digest = Digest.of(sha.digest());
            if (to - from > options.maxRecordBytes()) {
                return malformed(Malformations.RECORD_TOO_LARGE, tooLarge(to - from), place(digest));
            }
            try {
                scanner.scan(lines.data(), from, to);
            } catch (JsonFault fault) {
                Reason reason = switch (fault.kind()) {
                    case SYNTAX -> INVALID_JSON;
                    case ENCODING -> Malformations.INVALID_UTF8;
                    case DEPTH -> TOO_DEEP;
                    case NOT_AN_OBJECT -> NOT_AN_OBJECT;
                };
                return malformed(reason, Evidence.of("byte-offset", fault.offset() - from), place(digest));
            }
            return record(digest);
        }

        private ReadResult record(Digest digest) {
            values.clear();
            Reason wrong = null;
            Evidence where = Evidence.NONE;
            for (RecordField field : mapped) {
                Reason reason = take(field);
                if (wrong == null && reason != null) {
                    wrong = reason;
                    where = Evidence.of("field", field.key());
                }
            }
            Provenance place = place(digest);
            String id = values.get(RecordField.ID).strip();
            if (!id.isEmpty()) {
                place = new Provenance(place.source(), id, place.location(), place.reader(), digest);
            }
            return wrong != null ? malformed(wrong, where, place) : new ReadResult.Read(values.record(place));
        }

        /** Takes a field over from the scanner, or says what is wrong with it. */
        private @Nullable Reason take(RecordField field) {
            boolean text = field == RecordField.TEXT;
            JsonScanner.Value kind = scanner.kind(field.ordinal());
            switch (kind) {
                case ABSENT, NULL -> {
                    return text ? Malformations.MISSING_FIELD : null;
                }
                case LONE_SURROGATE -> {
                    return Malformations.LONE_SURROGATE;
                }
                case STRING -> values.set(field, scanner.text(field.ordinal()));
                case NUMBER, LIST -> {
                    if (text) {
                        return Malformations.WRONG_TYPE;
                    }
                    values.set(field, scanner.text(field.ordinal()));
                }
                case OTHER -> {
                    return Malformations.WRONG_TYPE;
                }
            }
            return null;
        }

        private Provenance place(Digest digest) {
            return Malformations.place(file, lines.offset() + from, record, VERSION, digest);
        }

        private ReadResult.Malformed malformed(Reason reason, Evidence evidence, Provenance place) {
            int head = Math.min(to, from + ReadResult.MAX_RAW_BYTES);
            return new ReadResult.Malformed(place, reason, evidence, Arrays.copyOfRange(lines.data(), from, head));
        }
    }
}
