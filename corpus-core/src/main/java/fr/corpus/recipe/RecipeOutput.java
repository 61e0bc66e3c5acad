package fr.corpus.recipe;

/**
 * How a release is written. Immutable.
 *
 * @param shardBytes UTF-8 bytes of text aimed at for one Parquet file, at least {@value #MIN_SHARD_BYTES}
 * @param compression Parquet codec: {@code zstd}, {@code snappy}, {@code gzip} or {@code none}
 * @param keys whether the release has the trie of its keys, from which presence and absence are proven
 */
public record RecipeOutput(long shardBytes, String compression, boolean keys) {

    /** Smallest shard. */
    public static final long MIN_SHARD_BYTES = 1 << 16;

    /** 256 MiB shards in zstd, with keys. */
    public static final RecipeOutput DEFAULT = new RecipeOutput(256L << 20, "zstd", true);
}
