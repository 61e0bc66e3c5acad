package fr.corpus.engine.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a finished unit holds; once this file is there, the unit is done. Immutable.
 *
 * @param read records read
 * @param kept documents that passed the filters
 * @param dropped documents that a filter dropped
 * @param malformed records that could not be read
 * @param unreadableIdentifiers identifiers stated by records and not right
 * @param textBytes UTF-8 bytes of the texts read
 * @param keptBytes UTF-8 bytes of the texts kept
 * @param fileBytes bytes of input on disk
 * @param spoolBytes size of the unit's spool
 * @param keysBytes size of the unit's duplicate keys
 */
record UnitManifest(
        long read,
        long kept,
        long dropped,
        long malformed,
        long unreadableIdentifiers,
        long textBytes,
        long keptBytes,
        long fileBytes,
        long spoolBytes,
        long keysBytes) {

    static Path spool(Path units, UnitId id) {
        return units.resolve(id.stem() + ".spool");
    }

    static Path keys(Path units, UnitId id) {
        return units.resolve(id.stem() + ".keys");
    }

    static Path quarantine(Path units, UnitId id) {
        return units.resolve(id.stem() + ".malformed.jsonl");
    }

    static Path identifierFaults(Path units, UnitId id) {
        return units.resolve(id.stem() + ".identifiers.jsonl");
    }

    private static Path done(Path units, UnitId id) {
        return units.resolve(id.stem() + ".done");
    }

    private static Path shardDone(Path units, int shard) {
        return units.resolve(new UnitId(shard, 0).stem().substring(0, 6) + ".shard");
    }

    /** Commits the unit. */
    void write(Path units, UnitId id) throws IOException {
        WorkDirectory.write(
                done(units, id),
                String.join(
                        " ",
                        Long.toString(read),
                        Long.toString(kept),
                        Long.toString(dropped),
                        Long.toString(malformed),
                        Long.toString(unreadableIdentifiers),
                        Long.toString(textBytes),
                        Long.toString(keptBytes),
                        Long.toString(fileBytes),
                        Long.toString(spoolBytes),
                        Long.toString(keysBytes)));
    }

    /** The manifest of a unit that an earlier run finished, if its files still have the sizes it says. */
    static Optional<UnitManifest> read(Path units, UnitId id) throws IOException {
        try {
            String[] fields = Files.readString(done(units, id)).split(" ", -1);
            long[] values = new long[fields.length];
            for (int i = 0; i < fields.length; i++) {
                values[i] = Long.parseLong(fields[i]);
            }
            UnitManifest manifest = new UnitManifest(
                    values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8],
                    values[9]);
            boolean whole = Files.size(spool(units, id)) == manifest.spoolBytes
                    && Files.size(keys(units, id)) == manifest.keysBytes;
            return whole ? Optional.of(manifest) : Optional.empty();
        } catch (NoSuchFileException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Commits a shard: it has this many units, all done. */
    static void writeShard(Path units, int shard, int count) throws IOException {
        WorkDirectory.write(shardDone(units, shard), Integer.toString(count));
    }

    /** Number of units of a shard that an earlier run finished. */
    static Optional<Integer> readShard(Path units, int shard) throws IOException {
        try {
            return Optional.of(Integer.valueOf(Files.readString(shardDone(units, shard))));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
