package fr.corpus.engine.local;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.Reserved;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which kept documents of a unit fall under which reservations, as one file of a unit: row, reservation, key, similarity. */
final class ReservedRows {

    private static final int MAGIC = 0x43525356;

    private ReservedRows() {}

    static Path file(Path units, UnitId id) {
        return units.resolve(id.stem() + ".reserved");
    }

    static void write(Path file, Map<Integer, List<Reserved>> byRow) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(MAGIC);
            out.writeInt(byRow.values().stream().mapToInt(List::size).sum());
            for (Map.Entry<Integer, List<Reserved>> row : new TreeMap<>(byRow).entrySet()) {
                for (Reserved reserved : row.getValue()) {
                    out.writeInt(row.getKey());
                    out.writeInt(reserved.reservation());
                    out.writeByte(reserved.by().ordinal());
                    out.writeDouble(reserved.similarity());
                }
            }
        }
    }

    /** Receives one match. */
    interface Visitor {
        void visit(int row, Reserved reserved);
    }

    static void read(Path file, Visitor visitor) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new EOFException();
            }
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                int row = in.readInt();
                visitor.visit(row, new Reserved(in.readInt(), KeyType.values()[in.readByte()], in.readDouble()));
            }
        } catch (EOFException e) {
            throw new IntegrityException(UserMessage.of("pipeline.spool-damaged", file.toString()), e);
        }
    }
}
