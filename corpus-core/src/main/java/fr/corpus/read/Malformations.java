package fr.corpus.read;

import fr.corpus.document.Provenance;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.SourceLocation;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.internal.io.CorruptInputException;
import fr.corpus.source.SourceFile;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;

/** Why records and files cannot be read: the reason codes that readers share. */
final class Malformations {

    static final Reason RECORD_TOO_LARGE = Reason.of("record-too-large");
    static final Reason EMPTY_FILE = Reason.of("empty-file");
    static final Reason INVALID_UTF8 = Reason.of("invalid-utf8");
    static final Reason MISSING_FIELD = Reason.of("missing-field");
    static final Reason WRONG_TYPE = Reason.of("wrong-type");
    static final Reason LONE_SURROGATE = Reason.of("lone-surrogate");
    static final Reason TRUNCATED_FILE = Reason.of("truncated-file");
    static final Reason CORRUPT_FILE = Reason.of("corrupt-file");

    private Malformations() {}

    /** The failure of a file of many records whose compressed bytes end or go wrong in the middle. */
    static MalformedSourceException corrupt(SourceFile file, CorruptInputException fault) {
        String key = fault.isTruncated() ? "read.truncated-file" : "read.corrupt-file";
        return new MalformedSourceException(
                UserMessage.of(key, file.name(), fault.compression().shownName(), fault.fileOffset()), fault);
    }

    /** A file that is one record and whose compressed bytes end or go wrong in the middle. */
    static ReadResult corruptRecord(
            SourceFile file, long record, String reader, WholeFile whole, CorruptInputException fault) {
        return new ReadResult.Malformed(
                place(file, 0, record, reader, whole.digest()),
                fault.isTruncated() ? TRUNCATED_FILE : CORRUPT_FILE,
                Evidence.of("file-offset", fault.fileOffset()),
                whole.head());
    }

    /** Where a record stands when it has no id of its own. */
    static Provenance place(SourceFile file, long offset, long record, String reader, Digest digest) {
        return new Provenance(
                file.source(),
                file.name() + "#" + record,
                new SourceLocation(file.name(), offset, record),
                reader,
                digest);
    }
}
