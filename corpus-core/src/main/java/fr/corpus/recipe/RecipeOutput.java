package fr.corpus.recipe;

/**
 * How a release is written. Immutable.
 *
 * @param shardBytes UTF-8 bytes of text aimed at for one Parquet file, at least {@value #MIN_SHARD_BYTES}
 * @param compression Parquet codec: {@code zstd}, {@code snappy}, {@code gzip} or {@code none}
 */
public record RecipeOutput(long shardBytes, String compression) {

    /** Smallest shard. */
    public static final long MIN_SHARD_BYTES = 1 << 16;

    /** 256 MiB shards in zstd. */
    public static final RecipeOutput DEFAULT = new RecipeOutput(256L << 20, "zstd");
}
