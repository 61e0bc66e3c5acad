package fr.corpus.read;

import fr.corpus.document.Metadata;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.read.EncodingDetector.Finding;
import fr.corpus.source.RawRecord;
import fr.corpus.source.SourceFile;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads plain text: each file, compressed or not, is one record. Thread-safe.
 *
 * <p>The encoding is that of the options or is detected ({@link EncodingDetector}). The provenance says any other than
 * UTF-8: {@code text@1;charset=windows-1252}. Text that was encoded as UTF-8 twice is undone where that is proven, and
 * says so: {@code text@1;charset=utf-8-twice}. Line ends stay as they are; a byte order mark is left out.
 */
public final class TextReader implements Reader {

    private static final String VERSION = "text@1";
    private static final Reason MIXED_ENCODINGS = Reason.of("mixed-encodings");
    private static final Reason UNKNOWN_ENCODING = Reason.of("unknown-encoding");
    private static final Reason BINARY = Reason.of("binary");

    private final ReaderOptions options;
    private final Optional<Charset> charset;

    /**
     * A reader within the limits of {@code options}.
     *
     * @throws RecipeException if the options name an encoding that this Java platform does not know
     */
    public TextReader(ReaderOptions options) {
        this.options = options;
        this.charset = options.encoding().map(TextReader::charset);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new RecipeException(UserMessage.of("read.unknown-encoding", name), e);
        }
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
        WholeFile whole = WholeFile.read(file, options.maxRecordBytes());
        if (whole.fault().isPresent()) {
            sink.accept(Malformations.corruptRecord(
                    file, 0, VERSION, whole, whole.fault().get()));
        } else if (whole.size() > options.maxRecordBytes()) {
            Evidence evidence =
                    Evidence.of("record-bytes", whole.size()).and("max-record-bytes", options.maxRecordBytes());
            sink.accept(malformed(file, whole, Malformations.RECORD_TOO_LARGE, evidence));
        } else if (whole.size() == 0) {
            sink.accept(malformed(file, whole, Malformations.EMPTY_FILE, Evidence.of("file-bytes", file.bytes())));
        } else {
            sink.accept(read(file, whole));
        }
    }

    private ReadResult read(SourceFile file, WholeFile whole) {
        if (charset.isPresent()) {
            Charset given = charset.get();
            return decoded(
                    file,
                    whole,
                    given.equals(StandardCharsets.UTF_8),
                    given.name().toLowerCase(Locale.ROOT),
                    () -> TextDecoder.decode(given, whole.bytes(), whole.length()));
        }
        Finding finding = EncodingDetector.detect(whole.bytes(), whole.length());
        if (finding instanceof Finding.Found found) {
            return decoded(
                    file,
                    whole,
                    found.encoding() == Encoding.UTF_8,
                    found.encoding().label(),
                    () -> TextDecoder.decode(found.encoding(), whole.bytes(), found.start(), whole.length()));
        }
        if (finding instanceof Finding.DamagedUtf8 damaged) {
            return malformed(file, whole, Malformations.INVALID_UTF8, at(damaged.byteOffset()));
        }
        if (finding instanceof Finding.Mixed mixed) {
            return malformed(file, whole, MIXED_ENCODINGS, at(mixed.byteOffset()));
        }
        if (finding instanceof Finding.Binary binary) {
            return malformed(file, whole, BINARY, at(binary.byteOffset()));
        }
        Finding.Unknown unknown = (Finding.Unknown) finding;
        Evidence evidence = Evidence.of("likeliest", unknown.best().label())
                .and("confidence", unknown.confidence())
                .and("min-confidence", EncodingDetector.MIN_CONFIDENCE);
        return malformed(file, whole, UNKNOWN_ENCODING, evidence);
    }

    private interface Decoding {
        String text() throws TextDecoder.Undecodable;
    }

    private static ReadResult decoded(SourceFile file, WholeFile whole, boolean utf8, String label, Decoding decoding) {
        try {
            String reader = utf8 ? VERSION : VERSION + ";charset=" + label;
            return new ReadResult.Read(new RawRecord(
                    decoding.text(), Metadata.EMPTY, Malformations.place(file, 0, 0, reader, whole.digest())));
        } catch (TextDecoder.Undecodable e) {
            Evidence evidence = at(e.byteOffset());
            return utf8
                    ? malformed(file, whole, Malformations.INVALID_UTF8, evidence)
                    : malformed(file, whole, TextDecoder.INVALID_ENCODING, evidence.and("encoding", label));
        }
    }

    private static Evidence at(int byteOffset) {
        return Evidence.of("byte-offset", byteOffset);
    }

    private static ReadResult malformed(SourceFile file, WholeFile whole, Reason reason, Evidence evidence) {
        return new ReadResult.Malformed(
                Malformations.place(file, 0, 0, VERSION, whole.digest()), reason, evidence, whole.head());
    }
}
