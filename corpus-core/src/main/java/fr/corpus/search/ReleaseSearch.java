package fr.corpus.search;

import fr.corpus.document.DocumentId;
import fr.corpus.error.IntegrityException;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.match.NearWork;
import fr.corpus.proof.KeyTrie;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks one release whether something is in it. Thread-safe. Works, addresses and identifiers are looked up in the keys of the
 * release, or of its index when it has none; words in its index; what has neither is looked for in every row.
 */
public final class ReleaseSearch implements Closeable {

    /** Documents that resemble the work at least so much are near-duplicates, else they quote it. */
    public static final double NEAR_RESEMBLANCE = 0.5;

    /** Documents with the phrases that are looked at to find those with the same accents. */
    private static final int MOST_PHRASES = 100;

    private static final String KEYS = "keys";

    private final ReleaseReader release;
    private final @Nullable ReleaseIndex index;
    private final @Nullable KeyTrie ownKeys;
    private final @Nullable KeyTrie keys;

    private ReleaseSearch(ReleaseReader release, @Nullable ReleaseIndex index, @Nullable KeyTrie ownKeys) {
        this.release = release;
        this.index = index;
        this.ownKeys = ownKeys;
        this.keys = ownKeys == null && index != null ? index.keys().orElse(null) : ownKeys;
    }

    /**
     * Opens a release.
     *
     * @param index where its index stands, if it has one
     * @throws fr.corpus.error.EngineException if there is no release, or no index where one should be
     * @throws IntegrityException if either is damaged, or the index is that of another release
     */
    public static ReleaseSearch open(Path release, Optional<Path> index) throws IOException {
        ReleaseReader reader = ReleaseReader.open(release);
        ReleaseIndex opened = index.isPresent() ? ReleaseIndex.open(reader, index.get()) : null;
        try {
            KeyTrie trie = reader.manifest().keys().isPresent() ? KeyTrie.open(release.resolve(KEYS)) : null;
            return new ReleaseSearch(reader, opened, trie);
        } catch (IOException | RuntimeException e) {
            if (opened != null) {
                opened.close();
            }
            throw e;
        }
    }

    /** Whether every row must be read to answer, because there is nothing to look it up in. */
    public boolean scans(Question question) {
        return question.asksKeys() && keys == null || question.asksWords() && index == null;
    }

    /** The index, if it was opened. */
    public Optional<ReleaseIndex> index() {
        return Optional.ofNullable(index);
    }

    /**
     * Answers a question: by keys and words, by near Text-Codes, and by the copies that were left out of the release.
     *
     * @param limit most documents told, from 1
     * @param threads that read rows, when rows are read
     * @throws IntegrityException if release or index are damaged
     * @throws IOException if they cannot be read
     */
    public Answer ask(Question question, int limit, int threads) throws IOException {
        return answer(question, limit, threads, true);
    }

    /** The same by keys and words alone, on released documents: for many questions one after the other. */
    public Answer lookUp(Question question, int limit) throws IOException {
        return answer(question, limit, 1, false);
    }

    private Answer answer(Question question, int limit, int threads, boolean nearAndCopies) throws IOException {
        if (limit < 1) {
            throw new IllegalArgumentException("need a limit of at least 1, got " + limit);
        }
        Candidates found = new Candidates();
        KeyTrie trie = keys;
        ReleaseIndex words = index;
        if (trie != null && question.asksKeys()) {
            KeySearch search = new KeySearch(trie);
            search.find(question, found);
            if (nearAndCopies && !question.comparesEveryDocument()) {
                compare(question, search.others(), found);
            }
        }
        if (words != null && question.asksWords()) {
            new WordSearch(words).find(question, limit, found);
        }
        long copiesWithoutCode = 0;
        boolean byCodes = nearAndCopies && question.comparesEveryDocument();
        if (byCodes || scans(question)) {
            boolean byKeys = question.asksKeys() && trie == null;
            boolean byWords = question.asksWords() && words == null;
            new ReleaseScan(release).find(new ReleaseScan.Wanted(question, byKeys, byCodes, byWords), threads, found);
        }
        if (nearAndCopies && question.asksKeys()) {
            CopySearch copies = new CopySearch(question);
            copies.find(release, found);
            copiesWithoutCode = copies.withoutCode();
        }
        int looked = question.phrases().isEmpty() ? limit : Math.max(limit, Math.min(MOST_PHRASES, 4 * limit));
        List<Hit> hits = hits(question, found.best(looked));
        String name = release.manifest().identity().name();
        return new Answer(
                release.directory(),
                name,
                gates(),
                found.total(),
                found.isExact(),
                copiesWithoutCode,
                hits.subList(0, Math.min(limit, hits.size())));
    }

    /** Compares documents that have samples of a short work with its Text-Code. */
    private void compare(Question question, List<DocumentId> documents, Candidates found) throws IOException {
        Optional<NearWork> near = question.work().flatMap(NearWork::of);
        if (near.isPresent()) {
            for (DocumentId id : documents) {
                for (ReleaseRow row : release.find(id)) {
                    near.get().similarity(row.document().text()).ifPresent(bits -> found.addNear(id, bits));
                }
            }
        }
    }

    private List<Hit> hits(Question question, List<Candidates.Candidate> best) throws IOException {
        Explainer explainer = new Explainer(question);
        List<Hit> hits = new ArrayList<>();
        for (Candidates.Candidate candidate : best) {
            List<ReleaseRow> rows = release.find(candidate.id());
            if (!rows.isEmpty()) {
                hits.add(explainer.hit(rows.get(0), candidate));
            }
        }
        hits.sort(Comparator.comparing((Hit hit) -> hit.matches().get(0).kind())
                .thenComparing(hit -> hit.matches().get(0).shares(), ReleaseSearch::byCommon));
        return hits;
    }

    private static int byCommon(Optional<Match.Shares> one, Optional<Match.Shares> other) {
        return Integer.compare(
                other.map(Match.Shares::common).orElse(0),
                one.map(Match.Shares::common).orElse(0));
    }

    /** The steps of the recipe that admitted documents. */
    private List<String> gates() {
        List<String> gates = new ArrayList<>();
        byte[] recipe = release.manifest().identity().recipe().getBytes(StandardCharsets.UTF_8);
        if (JsonTree.parse(recipe) instanceof Map<?, ?> map && map.get("steps") instanceof List<?> steps) {
            for (Object step : steps) {
                if (step instanceof Map<?, ?> fields
                        && fields.get("use") instanceof String use
                        && use.startsWith("rights.")) {
                    gates.add(use);
                }
            }
        }
        return gates;
    }

    @Override
    public void close() throws IOException {
        try {
            if (index != null) {
                index.close();
            }
        } finally {
            if (ownKeys != null) {
                ownKeys.close();
            }
        }
    }
}
