package fr.corpus.cli.command.annotate;

import fr.corpus.cli.command.console.Console;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.read.Block;
import fr.corpus.read.BlockStream;
import fr.corpus.read.ReadResult;
import fr.corpus.read.Reader;
import fr.corpus.read.ReaderOptions;
import fr.corpus.read.Readers;
import fr.corpus.source.SourceFile;
import fr.corpus.text.language.FrenchVarieties;
import fr.corpus.text.language.Identification;
import fr.corpus.text.language.LanguageIdentifier;
import fr.corpus.text.language.VarietyHint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the language of every line of a JSONL file, in order, as the lines are read. */
final class LangidLines {

    private static final CanonicalJson.Key ERROR = CanonicalJson.Key.of("error");
    private static final CanonicalJson.Key HINT = CanonicalJson.Key.of("hint");
    private static final CanonicalJson.Key HINT_CONFIDENCE = CanonicalJson.Key.of("hintConfidence");
    private static final CanonicalJson.Key ID = CanonicalJson.Key.of("id");
    private static final CanonicalJson.Key LANGUAGE = CanonicalJson.Key.of("language");
    private static final CanonicalJson.Key RECORD = CanonicalJson.Key.of("record");
    private static final CanonicalJson.Key SCORE = CanonicalJson.Key.of("score");
    private static final byte[] LF = {'\n'};
    private static final int BLOCK_BYTES = 1 << 20;
    private static final int FLUSH_BYTES = 1 << 16;

    private final Console console;
    private final LanguageIdentifier identifier;
    private final boolean hints;
    private final CanonicalJson row = new CanonicalJson();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long malformed;

    /** With {@code hints} at the variety of French lines. */
    LangidLines(Console console, LanguageIdentifier identifier, boolean hints) {
        this.console = console;
        this.identifier = identifier;
        this.hints = hints;
    }

    /** Runs over a file; says whether all lines could be read. */
    boolean run(Path path) throws IOException {
        SourceFile file = ReadTexts.file(path);
        Reader reader = Readers.of(
                "jsonl", ReaderOptions.DEFAULT.withLimits(ReaderOptions.DEFAULT_MAX_RECORD_BYTES, BLOCK_BYTES));
        try (BlockStream blocks = reader.open(file)) {
            for (Optional<Block> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                reader.parse(file, block.get(), this::write);
                flush();
            }
        } finally {
            flush();
        }
        if (malformed > 0) {
            console.note("cli.langid-malformed", path.toString(), malformed);
        }
        return malformed == 0;
    }

    private void write(ReadResult result) {
        row.clear();
        row.beginObject();
        if (result instanceof ReadResult.Read read) {
            Identification found = identifier.identify(read.record().text());
            if (hints && found.language().equals(VarietyView.FRENCH)) {
                VarietyHint hint = FrenchVarieties.load().hint(read.record().text());
                row.key(HINT).string(hint.variety());
                row.key(HINT_CONFIDENCE).number(hint.confidence());
            }
            row.key(ID).string(read.record().provenance().sourceId());
            row.key(LANGUAGE).string(found.language());
            row.key(SCORE).number(found.score());
        } else if (result instanceof ReadResult.Malformed wrong) {
            malformed++;
            row.key(ERROR).string(wrong.reason().toString());
            row.key(ID).string(wrong.provenance().sourceId());
            row.key(RECORD).number(wrong.provenance().location().record() + 1);
        }
        row.endObject();
        out.writeBytes(row.toByteArray());
        out.writeBytes(LF);
        if (out.size() > FLUSH_BYTES) {
            flush();
        }
    }

    private void flush() {
        console.out().write(out.toByteArray(), 0, out.size());
        console.out().flush();
        out.reset();
    }
}
