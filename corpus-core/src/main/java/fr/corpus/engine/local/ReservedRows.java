package fr.corpus.engine.local;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.Quotation;
import fr.corpus.match.Reserved;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which kept documents of a unit fall under which reservations, as one file of a unit: row, reservation, selector, key, similarity, samples. */
final class ReservedRows {

    private static final int MAGIC = 0x43525332;

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
                    out.writeInt(reserved.selector());
                    out.writeByte(reserved.by().ordinal());
                    out.writeDouble(reserved.similarity());
                    out.writeInt(reserved.hits().size());
                    for (Quotation.Hit hit : reserved.hits()) {
                        out.writeInt(hit.documentAt());
                        out.writeInt(hit.workAt());
                    }
                }
            }
        }
    }

    private static Reserved match(DataInputStream in) throws IOException {
        int reservation = in.readInt();
        int selector = in.readInt();
        KeyType by = KeyType.values()[in.readByte()];
        double similarity = in.readDouble();
        int count = in.readInt();
        List<Quotation.Hit> hits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            hits.add(new Quotation.Hit(in.readInt(), in.readInt()));
        }
        return new Reserved(reservation, selector, by, similarity, hits);
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
                visitor.visit(row, match(in));
            }
        } catch (EOFException e) {
            throw new IntegrityException(UserMessage.of("pipeline.spool-damaged", file.toString()), e);
        }
    }
}
