package fr.corpus.engine.local;

import fr.corpus.pipeline.Shard;
import fr.corpus.read.Block;
import fr.corpus.read.BlockStream;
import fr.corpus.read.Reader;
import fr.corpus.source.SourceFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of one shard and hands out units: runs of blocks of about {@link #UNIT_BYTES}. Used by one thread at a time;
 * the cut depends on the files only.
 */
final class Lane implements Closeable {

    /** A unit is closed once its blocks stand for this many bytes. */
    private static final long UNIT_BYTES = 8L << 20;

    private final Shard shard;
    private final Reader reader;
    private int nextFile;
    private @Nullable BlockStream stream;
    private @Nullable SourceFile file;
    private int units;
    private long finishedFileBytes;

    /** Blocks to be processed together. */
    record Unit(UnitId id, List<Piece> pieces, long fileBytes) {}

    /** One block with its file. */
    record Piece(SourceFile file, Block block) {}

    Lane(Shard shard, Reader reader) {
        this.shard = shard;
        this.reader = reader;
    }

    /** Number of its shard. */
    int shard() {
        return shard.index();
    }

    /** The next unit, or empty at the end of the shard. */
    Optional<Unit> next() throws IOException {
        List<Piece> pieces = new ArrayList<>();
        long bytes = 0;
        long before = fileBytesRead();
        while (bytes < UNIT_BYTES) {
            Optional<Piece> piece = nextPiece();
            if (piece.isEmpty()) {
                break;
            }
            pieces.add(piece.get());
            bytes += piece.get().block().bytes();
        }
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Unit(new UnitId(shard.index(), units++), pieces, fileBytesRead() - before));
    }

    private Optional<Piece> nextPiece() throws IOException {
        while (true) {
            BlockStream open = stream;
            if (open == null) {
                if (nextFile == shard.files().size()) {
                    return Optional.empty();
                }
                file = shard.files().get(nextFile++);
                open = reader.open(file);
                stream = open;
            }
            Optional<Block> block = open.next();
            if (block.isPresent()) {
                return Optional.of(new Piece(Objects.requireNonNull(file), block.get()));
            }
            open.close();
            stream = null;
            finishedFileBytes += Objects.requireNonNull(file).bytes();
        }
    }

    private long fileBytesRead() {
        return finishedFileBytes + (stream == null ? 0 : stream.fileBytesRead());
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }
}
