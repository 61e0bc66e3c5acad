package fr.corpus.pipeline;

import fr.corpus.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that one lane reads in order: one large file, or small neighbours packed together. Immutable. The plan depends on the
 * names and sizes of the files only.
 *
 * @param index number of the shard in the plan, from 0
 * @param source number of the source in the pipeline
 * @param files the files, in order
 */
public record Shard(int index, int source, List<SourceFile> files) {

    /** Small files are packed until a shard holds this much. */
    private static final long PACK_BYTES = 8L << 20;

    /** Or until it holds this many. */
    private static final int PACK_FILES = 1024;

    public Shard {
        files = List.copyOf(files);
    }

    /** The shards of all sources, in order. */
    public static List<Shard> plan(List<SourceChain> sources) {
        List<Shard> shards = new ArrayList<>();
        for (int source = 0; source < sources.size(); source++) {
            List<SourceFile> pack = new ArrayList<>();
            long bytes = 0;
            for (SourceFile file : sources.get(source).files()) {
                if (!pack.isEmpty() && (bytes + file.bytes() > PACK_BYTES || pack.size() == PACK_FILES)) {
                    shards.add(new Shard(shards.size(), source, pack));
                    pack = new ArrayList<>();
                    bytes = 0;
                }
                pack.add(file);
                bytes += file.bytes();
            }
            if (!pack.isEmpty()) {
                shards.add(new Shard(shards.size(), source, pack));
            }
        }
        return List.copyOf(shards);
    }

    /** Size of its files on disk. */
    public long bytes() {
        return files.stream().mapToLong(SourceFile::bytes).sum();
    }
}
