package fr.corpus.cli.command.annotate;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.read.Block;
import fr.corpus.read.BlockStream;
import fr.corpus.read.FieldMapping;
import fr.corpus.read.ReadResult;
import fr.corpus.read.Reader;
import fr.corpus.read.ReaderOptions;
import fr.corpus.read.Readers;
import fr.corpus.read.RecordField;
import fr.corpus.source.SourceFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Reads texts of known language: JSONL with {@code text} and {@code language}, or lines of a code, a tabulation and a text when the
 * file's name ends in {@code .tsv}. Stateless.
 */
final class LanguageGold {

    private static final Pattern CODE = Pattern.compile("[a-z]{3}(-[A-Za-z0-9]+)*");
    private static final int BLOCK_BYTES = 1 << 20;

    private LanguageGold() {}

    /**
     * Gives every text with its language.
     *
     * @throws MalformedSourceException if a line cannot be read or has no code of ISO 639-3
     */
    static void read(Path path, BiConsumer<String, String> sink) throws IOException {
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".tsv")) {
            readTable(path, sink);
            return;
        }
        SourceFile file = ReadTexts.file(path);
        Reader reader = Readers.of(
                "jsonl",
                ReaderOptions.DEFAULT
                        .withFields(FieldMapping.DEFAULT.with(RecordField.LANGUAGE, "language"))
                        .withLimits(ReaderOptions.DEFAULT_MAX_RECORD_BYTES, BLOCK_BYTES));
        try (BlockStream blocks = reader.open(file)) {
            for (Optional<Block> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                reader.parse(file, block.get(), result -> take(path, result, sink));
            }
        }
    }

    private static void take(Path path, ReadResult result, BiConsumer<String, String> sink) {
        if (result instanceof ReadResult.Read read) {
            String language = read.record().metadata().language().orElse("");
            long line = read.record().provenance().location().record() + 1;
            sink.accept(code(path, line, language), read.record().text());
        } else if (result instanceof ReadResult.Malformed wrong) {
            throw wrong(
                    path,
                    wrong.provenance().location().record() + 1,
                    wrong.reason().toString());
        }
    }

    private static void readTable(Path path, BiConsumer<String, String> sink) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            long number = 1;
            for (String line = in.readLine(); line != null; line = in.readLine(), number++) {
                int tab = line.indexOf('\t');
                if (tab >= 0) {
                    sink.accept(code(path, number, line.substring(0, tab)), line.substring(tab + 1));
                } else if (!line.isBlank()) {
                    throw wrong(path, number, line.substring(0, Math.min(line.length(), 20)));
                }
            }
        } catch (CharacterCodingException e) {
            throw new MalformedSourceException(UserMessage.of("cli.gold-language-encoding", path.toString()), e);
        }
    }

    private static String code(Path path, long line, String language) {
        if (!CODE.matcher(language).matches()) {
            throw wrong(path, line, language);
        }
        return language;
    }

    private static MalformedSourceException wrong(Path path, long line, String found) {
        return new MalformedSourceException(UserMessage.of("cli.gold-language", path.toString(), line, found));
    }
}
