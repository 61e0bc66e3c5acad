package fr.corpus.proof;

import fr.corpus.document.CanonicalText;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.fingerprint.Samples;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.read.Block;
import fr.corpus.read.BlockStream;
import fr.corpus.read.ReadResult;
import fr.corpus.read.ReaderOptions;
import fr.corpus.read.TextReader;
import fr.corpus.source.RawRecord;
import fr.corpus.source.SourceFile;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A work as a release is asked about it: digests and samples, from which its text cannot be had back. Made where the text is;
 * the text goes nowhere. Immutable.
 */
public final class Work {

    private final Optional<Digest> bytes;
    private final Digest text;
    private final List<Key> samples;

    private Work(Optional<Digest> bytes, String text) {
        this.bytes = bytes;
        this.text = CanonicalText.digest(text);
        TokenizedText tokens = new TokenizedText();
        new FrenchTokenizer().tokenize(text, tokens);
        Samples sampled = new Samples();
        int n = sampled.of(tokens);
        List<Key> keys = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            keys.add(ReleaseKeys.sampleKey(sampled, i));
        }
        this.samples = List.copyOf(keys);
    }

    /** A work of which only the text is given. */
    public static Work of(String text) {
        return new Work(Optional.empty(), text);
    }

    /**
     * A file of plain text in any encoding that is known or found, compressed or not.
     *
     * @throws IOException if the file cannot be read
     * @throws MalformedSourceException if it is no text, or longer than 64 MiB
     */
    public static Work read(Path file) throws IOException {
        SourceFile source =
                new SourceFile("work", file, file.toAbsolutePath().getFileName().toString(), Files.size(file));
        TextReader reader = new TextReader(ReaderOptions.DEFAULT);
        List<ReadResult> results = new ArrayList<>();
        try (BlockStream blocks = reader.open(source)) {
            for (Optional<Block> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                reader.parse(source, block.get(), results::add);
            }
        }
        if (results.size() != 1 || !(results.get(0) instanceof ReadResult.Read)) {
            throw new MalformedSourceException(UserMessage.of("proof.not-a-text", file.toString()));
        }
        RawRecord record = ((ReadResult.Read) results.get(0)).record();
        return new Work(Optional.of(record.provenance().rawDigest()), record.text());
    }

    /** Number of samples, those that occur several times counted each time. */
    public int samples() {
        return samples.size();
    }

    /** All its keys, with the places of each sample among the samples; exact keys have none. */
    public SortedMap<Key, List<Integer>> keys() {
        SortedMap<Key, List<Integer>> keys = new TreeMap<>();
        bytes.ifPresent(digest -> keys.put(new Key(KeyType.BYTES, digest.hex()), List.of()));
        keys.put(new Key(KeyType.TEXT, text.hex()), List.of());
        for (int i = 0; i < samples.size(); i++) {
            keys.computeIfAbsent(samples.get(i), key -> new ArrayList<>()).add(i);
        }
        return keys;
    }
}
