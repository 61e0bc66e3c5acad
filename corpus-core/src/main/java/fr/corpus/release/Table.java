package fr.corpus.release;

import java.util.Locale;

/** The tables of a release, each a directory of Parquet files of the same name. */
public enum Table {
    /** The released documents: {@link ReleaseRow}. */
    DATA,
    /** What was dropped, withheld or malformed: {@link DropRow}. */
    DROPS,
    /** Copies of which another was kept: {@link DuplicateRow}. */
    DUPLICATES;

    /** Its directory, and its name in manifests. */
    public String directory() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Path of one of its files in the release, {@code data/part-00000.parquet}. */
    public String file(int part) {
        return String.format(Locale.ROOT, "%s/part-%05d.parquet", directory(), part);
    }

    /** Whether a path is that of one of its files. */
    boolean hasFile(String path) {
        return path.matches(directory() + "/part-[0-9]{5,}\\.parquet");
    }
}
