package fr.corpus.read;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.source.RawRecord;
import fr.corpus.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Everything that a reader gives for one file, and the failure that ended it. */
record Reading(List<ReadResult> results, Optional<MalformedSourceException> failure) {

    /** Reads a file to its end or failure, block by block. */
    static Reading of(Reader reader, Path path) {
        List<ReadResult> results = new ArrayList<>();
        try {
            SourceFile file = new SourceFile("essai", path, path.getFileName().toString(), Files.size(path));
            try (BlockStream blocks = reader.open(file)) {
                int ordinal = 0;
                for (Optional<Block> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                    if (block.get().ordinal() != ordinal++) {
                        throw new AssertionError("block " + block.get().ordinal() + " instead of " + (ordinal - 1));
                    }
                    reader.parse(file, block.get(), results::add);
                }
                if (blocks.fileBytesRead() > file.bytes()) {
                    throw new AssertionError("read " + blocks.fileBytesRead() + " of " + file.bytes() + " bytes");
                }
            }
            return new Reading(results, Optional.empty());
        } catch (MalformedSourceException e) {
            return new Reading(results, Optional.of(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The well-formed records. */
    List<RawRecord> records() {
        return results.stream()
                .filter(ReadResult.Read.class::isInstance)
                .map(result -> ((ReadResult.Read) result).record())
                .toList();
    }

    /** The texts of the well-formed records. */
    List<String> texts() {
        return records().stream().map(RawRecord::text).toList();
    }

    /** The malformed records. */
    List<ReadResult.Malformed> malformed() {
        return results.stream()
                .filter(ReadResult.Malformed.class::isInstance)
                .map(ReadResult.Malformed.class::cast)
                .toList();
    }

    /** The reason codes of the malformed records. */
    List<String> reasons() {
        return malformed().stream().map(bad -> bad.reason().code()).toList();
    }

    /** The results in a form that can be compared: arrays by content. */
    List<String> described() {
        return results.stream()
                .map(result -> result instanceof ReadResult.Malformed bad
                        ? bad.provenance() + " " + bad.reason() + " " + bad.evidence() + " "
                                + HexFormat.of().formatHex(bad.raw())
                        : result.toString())
                .toList();
    }
}
