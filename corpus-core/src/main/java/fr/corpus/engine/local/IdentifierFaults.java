package fr.corpus.engine.local;

import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.source.RawRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Identifiers that records state and that are none, as JSON lines for whoever repairs the source: {@code source}, {@code
 * source_id}, {@code file}, {@code record}, {@code offset}, {@code identifiers}. Never part of a release. Confined to one thread.
 */
final class IdentifierFaults {

    private record Fault(Provenance provenance, List<String> identifiers) {}

    private final List<Fault> faults = new ArrayList<>();
    private long count;

    /** Keeps what is wrong with a record, if anything is. */
    void add(RawRecord raw) {
        if (!raw.unreadableIdentifiers().isEmpty()) {
            faults.add(new Fault(raw.provenance(), raw.unreadableIdentifiers()));
            count += raw.unreadableIdentifiers().size();
        }
    }

    /** How many identifiers there are. */
    long count() {
        return count;
    }

    /** Writes a line for each record. */
    void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (Fault fault : faults) {
                out.write(line(fault));
                out.write('\n');
            }
        }
    }

    private static byte[] line(Fault fault) {
        SourceLocation location = fault.provenance().location();
        Map<String, Object> line = new TreeMap<>();
        line.put("source", fault.provenance().source());
        line.put("source_id", fault.provenance().sourceId());
        line.put("file", location.file());
        line.put("record", location.record());
        line.put("offset", location.byteOffset());
        line.put("identifiers", fault.identifiers());
        return CanonicalJson.of(line);
    }
}
