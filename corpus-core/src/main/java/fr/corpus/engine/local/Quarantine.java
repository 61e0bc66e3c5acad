package fr.corpus.engine.local;

import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.read.ReadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * Malformed records as JSON lines for whoever repairs the source: {@code source}, {@code source_id}, {@code file}, {@code
 * record}, {@code offset}, {@code reason}, {@code raw} (base64, cut to {@link ReadResult#MAX_RAW_BYTES}). Never part of a
 * release.
 */
final class Quarantine {

    private Quarantine() {}

    /** Writes the lines of one unit. */
    static void write(Path file, List<ReadResult.Malformed> records) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (ReadResult.Malformed malformed : records) {
            Provenance provenance = malformed.provenance();
            SourceLocation location = provenance.location();
            lines.append("{\"source\":").append(quoted(provenance.source()));
            lines.append(",\"source_id\":").append(quoted(provenance.sourceId()));
            lines.append(",\"file\":").append(quoted(location.file()));
            lines.append(",\"record\":").append(location.record());
            lines.append(",\"offset\":").append(location.byteOffset());
            lines.append(",\"reason\":").append(quoted(malformed.reason().code()));
            lines.append(",\"raw\":\"")
                    .append(Base64.getEncoder().encodeToString(malformed.raw()))
                    .append("\"}\n");
        }
        Files.writeString(file, lines, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                quoted.append("\\u")
                        .append(Character.forDigit(c >> 12, 16))
                        .append(Character.forDigit(c >> 8 & 15, 16));
                quoted.append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
