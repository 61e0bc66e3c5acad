package fr.corpus.search;

import fr.corpus.document.DocumentId;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.lucene.CorruptIndexFault;
import fr.corpus.internal.lucene.IndexField;
import fr.corpus.internal.lucene.SequenceScan;
import fr.corpus.internal.lucene.TermIndexReader;
import fr.corpus.proof.KeyTrie;
import fr.corpus.release.ReleaseReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The index of a release, open for questions. Thread-safe. It answers with document ids; what the documents say is in the release.
 *
 * <p>Damage is found by checksums when the index is opened, unless it is larger than {@value #VERIFIED_BYTES} bytes: then by {@link
 * #verify} only.
 */
public final class ReleaseIndex implements Closeable {

    /** Larger indexes are not read through when they are opened. */
    public static final long VERIFIED_BYTES = 1L << 29;

    private static final int MOST_FORMS = 64;

    private final Path directory;
    private final TermIndexReader words;
    private final RunFilter runs;
    private final long runsChecksum;
    private final @Nullable KeyTrie keys;

    private ReleaseIndex(
            Path directory,
            IndexDescription description,
            TermIndexReader words,
            RunFilter runs,
            @Nullable KeyTrie keys) {
        this.directory = directory;
        this.runsChecksum = description.runs();
        this.words = words;
        this.runs = runs;
        this.keys = keys;
    }

    /**
     * Documents that were found. Immutable.
     *
     * @param total how many; if there are very many, at least so many
     * @param isExact whether that is all of them
     * @param best the best of them, those that have most of what was asked for first, then by id
     */
    public record Found(long total, boolean isExact, List<DocumentId> best) {

        /** Nothing. */
        static final Found NONE = new Found(0, true, List.of());

        public Found {
            best = List.copyOf(best);
        }
    }

    /** Whether something stands where an index of the release would, and if so may be opened or refused. */
    public static boolean exists(Path directory) {
        return Files.exists(directory);
    }

    /**
     * Opens the index of a release.
     *
     * @throws EngineException if there is none
     * @throws IntegrityException if it is that of another release or of another version, damaged or incomplete
     * @throws IOException if it cannot be read
     */
    public static ReleaseIndex open(ReleaseReader release, Path directory) throws IOException {
        IndexDescription description = describe(directory);
        if (!description.manifest().equals(release.digest())) {
            throw new IntegrityException(UserMessage.of(
                    "search.other-release",
                    directory.toString(),
                    release.digest().hex(),
                    description.manifest().hex(),
                    release.directory().toString()));
        }
        if (!description.words().equals(Words.VERSION)) {
            throw new IntegrityException(
                    UserMessage.of("search.other-words", directory.toString(), Words.VERSION, description.words()));
        }
        Map<String, Long> found = IndexDirectory.sizes(directory);
        if (!found.equals(description.files())) {
            throw new IntegrityException(
                    UserMessage.of("search.other-files", directory.toString(), different(description.files(), found)));
        }
        ReleaseIndex index = open(directory, description);
        if (found.values().stream().mapToLong(Long::longValue).sum() <= VERIFIED_BYTES) {
            try {
                index.verify();
            } catch (IOException | RuntimeException e) {
                index.close();
                throw e;
            }
        }
        return index;
    }

    private static ReleaseIndex open(Path directory, IndexDescription description) throws IOException {
        TermIndexReader words;
        try {
            words = TermIndexReader.open(directory.resolve(IndexDirectory.WORDS));
        } catch (CorruptIndexFault e) {
            throw corrupt(directory, e);
        }
        try {
            if (words.documents() != description.documents()) {
                throw new IntegrityException(UserMessage.of(
                        "search.other-count", directory.toString(), description.documents(), words.documents()));
            }
            Path keys = directory.resolve(IndexDirectory.KEYS);
            RunFilter runs = RunFilter.open(directory.resolve(IndexDirectory.RUNS));
            return new ReleaseIndex(
                    directory, description, words, runs, Files.isDirectory(keys) ? KeyTrie.open(keys) : null);
        } catch (IllegalArgumentException e) {
            words.close();
            throw new IntegrityException(UserMessage.of("search.damaged", directory.toString()), e);
        } catch (IOException | RuntimeException e) {
            words.close();
            throw e;
        }
    }

    private static String different(Map<String, Long> promised, Map<String, Long> found) {
        for (Map.Entry<String, Long> each : promised.entrySet()) {
            if (!each.getValue().equals(found.get(each.getKey()))) {
                return each.getKey();
            }
        }
        return found.keySet().stream()
                .filter(path -> !promised.containsKey(path))
                .findFirst()
                .orElse("–");
    }

    private static IndexDescription describe(Path directory) throws IOException {
        Path file = directory.resolve(IndexDirectory.DESCRIPTION);
        if (!Files.isRegularFile(file)) {
            throw new EngineException(UserMessage.of("search.no-index", directory.toString()));
        }
        if (Files.size(file) > IndexDirectory.MAX_DESCRIPTION_BYTES) {
            throw new IntegrityException(UserMessage.of("search.bad-description", file.toString()));
        }
        try {
            return IndexDescription.parse(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new IntegrityException(UserMessage.of("search.bad-description", file.toString()), e);
        }
    }

    private static IntegrityException corrupt(Path directory, CorruptIndexFault fault) {
        return new IntegrityException(UserMessage.of("search.damaged", directory.toString()), fault);
    }

    /**
     * Reads the whole index through and compares checksums.
     *
     * @throws IntegrityException if it is damaged
     */
    public void verify() throws IOException {
        try {
            words.verify();
        } catch (CorruptIndexFault e) {
            throw corrupt(directory, e);
        }
        if (runs.checksum() != runsChecksum) {
            throw new IntegrityException(UserMessage.of("search.damaged", directory.toString()));
        }
        if (keys != null) {
            keys.verify();
        }
    }

    /** Where it stands. */
    public Path directory() {
        return directory;
    }

    /** Number of documents. */
    public long documents() {
        return words.documents();
    }

    /** The keys of a release that has none itself. */
    Optional<KeyTrie> keys() {
        return Optional.ofNullable(keys);
    }

    /**
     * Documents in whose text all of these phrases stand.
     *
     * @param related whether words of the same light stem may stand for the words of the phrases
     * @param limit most documents told
     */
    public Found phrases(List<Phrase> phrases, boolean related, int limit) throws IOException {
        List<TermIndexReader.Sequence> sequences = new ArrayList<>();
        for (Phrase phrase : phrases) {
            sequences.add(sequence(IndexField.TEXT, phrase, related));
        }
        return ask(() -> words.phrases(IndexField.TEXT, sequences, limit));
    }

    /** Documents in whose title all words of a phrase stand, in any order, in any form; in this order first. */
    public Found titled(Phrase title, int limit) throws IOException {
        TermIndexReader.Sequence sequence = sequence(IndexField.TITLE, title, true);
        return ask(() -> words.words(IndexField.TITLE, sequence, limit));
    }

    /** Documents among whose authors all words of a phrase stand, in any order. */
    public Found written(Phrase author, int limit) throws IOException {
        TermIndexReader.Sequence sequence = sequence(IndexField.AUTHOR, author, false);
        return ask(() -> words.words(IndexField.AUTHOR, sequence, limit));
    }

    private TermIndexReader.Sequence sequence(IndexField field, Phrase phrase, boolean related) throws IOException {
        List<List<byte[]>> places = new ArrayList<>();
        for (int i = 0; i < phrase.size(); i++) {
            String word = phrase.word(i);
            List<byte[]> forms = new ArrayList<>(List.of(phrase.words().get(i)));
            if (related) {
                forms.addAll(guarded(() -> words.sameStem(field, word, MOST_FORMS)));
            }
            places.add(forms);
        }
        return new TermIndexReader.Sequence(places);
    }

    /** A question to the words. */
    private interface Ask<T> {
        T run() throws IOException;
    }

    private <T> T guarded(Ask<T> question) throws IOException {
        try {
            return question.run();
        } catch (CorruptIndexFault e) {
            throw corrupt(directory, e);
        }
    }

    private Found ask(Ask<TermIndexReader.Answer> question) throws IOException {
        TermIndexReader.Answer answer = guarded(question);
        List<DocumentId> ids =
                answer.best().stream().map(found -> DocumentId.of(found.id())).toList();
        return new Found(answer.total(), answer.isExact(), ids);
    }

    /**
     * What one thread looks up the word sequences of texts with, for contamination of evaluation items.
     *
     * @param n words of a sequence, 13 by custom
     */
    public SequenceLookup sequences(int n) {
        SequenceScan scan = words.sequences(IndexField.TEXT);
        return new SequenceLookup(
                n, Optional.of(runs), (list, width, blocks) -> guarded(() -> scan.runs(list, n, width, blocks)));
    }

    @Override
    public void close() throws IOException {
        try {
            words.close();
        } finally {
            if (keys != null) {
                keys.close();
            }
        }
    }
}
