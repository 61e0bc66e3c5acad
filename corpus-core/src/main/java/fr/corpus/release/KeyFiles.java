package fr.corpus.release;

import fr.corpus.hash.Digest;
import fr.corpus.hash.FileDigest;
import fr.corpus.proof.KeyTrie;
import fr.corpus.proof.KeyTrieBuilder;
import fr.corpus.proof.ReleaseKeys;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The three files of the key trie of a release, {@code keys/}. */
final class KeyFiles {

    static final String DIRECTORY = "keys";

    private static final List<String> NAMES = List.of("index", "records", "values");
    private static final int BUFFER_BYTES = 1 << 18;

    private KeyFiles() {}

    /** Paths of the files in a release, sorted. */
    static List<String> paths() {
        return NAMES.stream().map(name -> DIRECTORY + "/" + name).toList();
    }

    /** Forces a finished trie to the disk and answers what its files say of themselves. */
    static Manifest.KeySet force(Path directory, String version) throws IOException {
        for (String name : NAMES) {
            try (FileChannel file = FileChannel.open(directory.resolve(name), StandardOpenOption.WRITE)) {
                file.force(true);
            }
        }
        DurableFiles.forceDirectory(directory);
        return describe(directory, version);
    }

    /** Builds the trie from the pairs of all parts. On return it is on the disk. */
    static Manifest.KeySet build(Path release, List<Path> parts) throws IOException {
        Path directory = release.resolve(DIRECTORY);
        Files.createDirectories(directory);
        long pairs = 0;
        for (Path part : parts) {
            pairs += Files.size(part) / ReleaseKeys.PAIR_BYTES;
        }
        int inMemory = (int) Math.max(1, Math.min(KeyTrieBuilder.DEFAULT_PAIRS_IN_MEMORY, pairs));
        try (KeyTrieBuilder builder = new KeyTrieBuilder(directory, inMemory)) {
            for (Path part : parts) {
                addAll(part, builder);
            }
            builder.finish();
        }
        return force(directory, ReleaseKeys.VERSION);
    }

    private static void addAll(Path part, KeyTrieBuilder builder) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(part), BUFFER_BYTES)) {
            byte[] pair = new byte[ReleaseKeys.PAIR_BYTES];
            int n = in.readNBytes(pair, 0, pair.length);
            while (n > 0) {
                if (n < pair.length) {
                    throw new EOFException("the keys of a part are cut");
                }
                add(pair, builder);
                n = in.readNBytes(pair, 0, pair.length);
            }
        }
    }

    static void add(byte[] pair, KeyTrieBuilder builder) throws IOException {
        builder.add(
                Digest.of(Arrays.copyOf(pair, Digest.BYTES)),
                Digest.of(Arrays.copyOfRange(pair, Digest.BYTES, ReleaseKeys.PAIR_BYTES)));
    }

    /** What the files of a trie say of themselves, of keys of a version. */
    static Manifest.KeySet describe(Path directory, String version) throws IOException {
        try (KeyTrie trie = KeyTrie.open(directory)) {
            return new Manifest.KeySet(version, trie.root(), trie.keys());
        }
    }

    /** The files as a manifest lists them. */
    static List<FileEntry> entries(Path directory) throws IOException {
        List<FileEntry> entries = new ArrayList<>();
        for (String name : NAMES) {
            FileDigest found = FileDigest.of(directory.resolve(name));
            entries.add(new FileEntry(DIRECTORY + "/" + name, found.bytes(), found.sha256(), OptionalLong.empty()));
        }
        return entries;
    }
}
