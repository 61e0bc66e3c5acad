package fr.corpus.engine.local;

import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.read.ReadResult;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Malformed records as JSON lines for whoever repairs the source: {@code source}, {@code source_id}, {@code file}, {@code
 * record}, {@code offset}, {@code reason}, {@code raw} (base64, cut to {@link ReadResult#MAX_RAW_BYTES}). Never part of a
 * release.
 */
final class Quarantine {

    private Quarantine() {}

    /** Writes the lines of one unit. */
    static void write(Path file, List<ReadResult.Malformed> records) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (ReadResult.Malformed malformed : records) {
                out.write(line(malformed));
                out.write('\n');
            }
        }
    }

    private static byte[] line(ReadResult.Malformed malformed) {
        Provenance provenance = malformed.provenance();
        SourceLocation location = provenance.location();
        Map<String, Object> line = new TreeMap<>();
        line.put("source", provenance.source());
        line.put("source_id", provenance.sourceId());
        line.put("file", location.file());
        line.put("record", location.record());
        line.put("offset", location.byteOffset());
        line.put("reason", malformed.reason().code());
        line.put("raw", Base64.getEncoder().encodeToString(malformed.raw()));
        return CanonicalJson.of(line);
    }

    /** Place and reason of the first record listed, as a sentence. */
    static UserMessage first(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Map<?, ?> line = (Map<?, ?>) JsonTree.parse(lines.readLine().getBytes(StandardCharsets.UTF_8));
            SourceLocation location =
                    new SourceLocation((String) line.get("file"), (Long) line.get("offset"), (Long) line.get("record"));
            return UserMessage.of(
                    "engine.first-malformed", location.toString(), UserMessage.of("read.reason." + line.get("reason")));
        }
    }
}
