package fr.corpus.read;

import fr.corpus.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** A file, or a folder that stands for one, as its only block, opened again by the thread that parses it. Confined to one thread. */
final class WholeFileBlocks implements BlockStream {

    /** The block: it refers to the file. */
    record WholeFileBlock(long bytes) implements Block {
        @Override
        public int ordinal() {
            return 0;
        }
    }

    private final SourceFile file;
    private boolean given;

    /** Fails now when the file cannot be opened, rather than in the thread that parses it. */
    WholeFileBlocks(SourceFile file) throws IOException {
        this.file = file;
        if (!file.isFolder()) {
            Files.newByteChannel(file.path()).close();
        }
    }

    @Override
    public Optional<Block> next() {
        if (given) {
            return Optional.empty();
        }
        given = true;
        return Optional.of(new WholeFileBlock(file.bytes()));
    }

    @Override
    public long fileBytesRead() {
        return given ? file.bytes() : 0;
    }

    @Override
    public void close() {}
}
