package fr.corpus.search;

import fr.corpus.document.DocumentId;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.Quotation;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.proof.KeyTrie;
import fr.corpus.proof.KeyValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks up the keys of a question among those of a release; reads a few kilobytes for each. Confined to one thread; used once. */
final class KeySearch {

    /** Places where a document and the work have the same sample, of all documents; a work of common phrases has more. */
    private static final int MAX_HITS = 1 << 21;

    private final KeyTrie keys;
    private final SortedSet<DocumentId> others = new TreeSet<>();

    KeySearch(KeyTrie keys) {
        this.keys = keys;
    }

    void find(Question question, Candidates found) throws IOException {
        for (Key key : question.keys()) {
            exact(key, kind(key), key.toString(), found);
        }
        if (question.work().isPresent()) {
            WorkFingerprint work = question.work().get();
            for (Map.Entry<Key, Candidates.Way> key : exact(work).entrySet()) {
                exact(key.getKey(), key.getValue().kind(), "", found);
            }
            quotations(work, found);
        }
    }

    /** The exact keys of a work. */
    static Map<Key, Candidates.Way> exact(WorkFingerprint work) {
        Map<Key, Candidates.Way> keys = new TreeMap<>(Comparator.comparing(Key::toString));
        keys.put(new Key(KeyType.TEXT, work.text().hex()), new Candidates.Way(MatchKind.TEXT, "", 0));
        work.bytes()
                .ifPresent(bytes ->
                        keys.put(new Key(KeyType.BYTES, bytes.hex()), new Candidates.Way(MatchKind.BYTES, "", 0)));
        return keys;
    }

    /** Documents that have samples of the work and do not quote it, ascending. */
    List<DocumentId> others() {
        return List.copyOf(others);
    }

    /** The way in which a document with a key is found. */
    static MatchKind kind(Key key) {
        return switch (key.type()) {
            case BYTES -> MatchKind.BYTES;
            case TEXT -> MatchKind.TEXT;
            case URL, PREFIX, HOST, DOMAIN -> MatchKind.ADDRESS;
            case AUTHOR -> MatchKind.AUTHOR;
            case ISBN, ISSN, DOI, ARK, ISNI, ISCC -> MatchKind.IDENTIFIER;
            case SAMPLE -> MatchKind.QUOTATION;
        };
    }

    private void exact(Key key, MatchKind kind, String asked, Candidates found) throws IOException {
        List<KeyValue> holders = holders(key, found);
        for (int i = 0; i < holders.size(); i++) {
            found.add(holders.get(i).document(), new Candidates.Way(kind, asked, i));
        }
    }

    private List<KeyValue> holders(Key key, Candidates found) throws IOException {
        Digest digest = key.digest();
        List<Digest> values = keys.values(digest, Candidates.MOST);
        if (values.size() == Candidates.MOST) {
            long all = keys.count(digest);
            if (all > values.size()) {
                found.cut(key.type() == KeyType.SAMPLE ? 0 : all);
            }
        }
        return values.stream().map(KeyValue::of).toList();
    }

    private void quotations(WorkFingerprint work, Candidates found) throws IOException {
        long[] samples = work.samples();
        Map<DocumentId, List<Quotation.Hit>> shared = new HashMap<>();
        int hits = 0;
        for (int i = 0; i < samples.length && hits < MAX_HITS; i++) {
            for (KeyValue holder : holders(WorkFingerprint.sampleKey(samples[i]), found)) {
                shared.computeIfAbsent(holder.document(), id -> new ArrayList<>())
                        .add(new Quotation.Hit(holder.position(), i));
                hits++;
            }
        }
        if (hits >= MAX_HITS) {
            found.cut(0);
        }
        shared.forEach((document, both) -> {
            both.sort(Quotation.ORDER);
            if (Quotation.isIn(both, samples.length)) {
                found.add(document, both);
            } else {
                others.add(document);
            }
        });
    }
}
