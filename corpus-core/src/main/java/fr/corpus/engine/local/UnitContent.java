package fr.corpus.engine.local;

import fr.corpus.dedup.DedupSettings;
import fr.corpus.dedup.UnitKeysWriter;
import fr.corpus.document.Annotations;
import fr.corpus.document.CanonicalText;
import fr.corpus.document.Document;
import fr.corpus.document.DocumentId;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.StatedIdentifiers;
import fr.corpus.match.DocumentMatcher;
import fr.corpus.match.Reserved;
import fr.corpus.pipeline.SourceChain;
import fr.corpus.pipeline.spool.SpoolWriter;
import fr.corpus.pipeline.spool.SpooledRecord;
import fr.corpus.read.ReadResult;
import fr.corpus.source.RawRecord;
import fr.corpus.step.Evidence;
import fr.corpus.step.Filter;
import fr.corpus.step.Normalizer;
import fr.corpus.step.Reason;
import fr.corpus.step.StepId;
import fr.corpus.step.Verdict;
import fr.corpus.text.TextView;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Everything that comes of one unit, in memory until it is committed. Confined to one thread. */
final class UnitContent implements Consumer<ReadResult> {

    private static final Reason TOO_MANY_IDENTIFIERS = Reason.of("too-many-identifiers");

    private final SourceChain chain;
    private final TextView view;
    private final Survival survival;
    private final DedupSettings dedup;
    private final TextView comparedView;
    private final UnitKeysWriter keys;
    private final StepId reader;
    private final Looks looks;

    /**
     * What kept documents are looked at for besides.
     *
     * @param reservations which are theirs, if a registry is heeded
     * @param tracing what their texts can be known again by, if the release has keys
     */
    record Looks(Optional<DocumentMatcher> reservations, Optional<TextTracing> tracing) {}

    /** A record and, for a kept document, its number in the order of addition to the keys. */
    private record Entry(SpooledRecord record, int key) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, List<Reserved>> reserved = new TreeMap<>();
    private final List<ReadResult.Malformed> malformed = new ArrayList<>();
    private final IdentifierFaults faults = new IdentifierFaults();
    private long textBytes;
    private long keptBytes;
    private int kept;

    UnitContent(SourceChain chain, TextView view, DedupSettings dedup, Survival survival, Looks looks) {
        this.chain = chain;
        this.view = view;
        this.survival = survival;
        this.looks = looks;
        this.dedup = dedup;
        this.comparedView = new TextView(view.tokenizer());
        this.keys = new UnitKeysWriter(dedup);
        this.reader = StepId.parse("read." + chain.reader().version());
    }

    @Override
    public void accept(ReadResult result) {
        if (result instanceof ReadResult.Read read) {
            RawRecord raw = read.record();
            if (raw.metadata().identifiers().size() > StatedIdentifiers.MOST) {
                byte[] none = {};
                accept(new ReadResult.Malformed(
                        raw.provenance(),
                        TOO_MANY_IDENTIFIERS,
                        Evidence.of("max-identifiers", StatedIdentifiers.MOST),
                        none));
                return;
            }
            faults.add(raw);
            judge(raw);
        } else if (result instanceof ReadResult.Malformed bad) {
            DocumentId id = DocumentId.ofMalformed(chain.id(), bad.provenance().sourceId());
            entries.add(new Entry(
                    new SpooledRecord.Malformed(id, bad.provenance(), reader, bad.reason(), bad.evidence()), -1));
            malformed.add(bad);
        }
    }

    private void judge(RawRecord raw) {
        long bytes = utf8Length(raw.text());
        textBytes += bytes;
        Digest canonical = CanonicalText.digest(raw.text());
        DocumentId id = DocumentId.of(chain.id(), canonical);
        String text = raw.text();
        StringBuilder remarks = new StringBuilder();
        for (Normalizer normalizer : chain.normalizers()) {
            Normalizer.Rewritten rewritten = normalizer.rewrite(text);
            text = rewritten.text();
            remarks.append(rewritten.remarks());
        }
        Provenance provenance = remarks.isEmpty()
                ? raw.provenance()
                : raw.provenance().withReader(raw.provenance().reader() + remarks);
        view.of(text);
        for (Filter filter : chain.filters()) {
            if (filter.judge(view) instanceof Verdict.Drop drop) {
                entries.add(new Entry(
                        new SpooledRecord.Dropped(id, provenance, filter.id(), drop.reason(), drop.evidence()), -1));
                return;
            }
        }
        Digest normalized = text.equals(raw.text()) ? canonical : CanonicalText.digest(text);
        keep(new Document(id, text, raw.metadata(), provenance, Annotations.NONE), normalized);
    }

    private void keep(Document read, Digest canonical) {
        DocumentId id = read.id();
        String text = read.text();
        Provenance provenance = read.provenance();
        Metadata metadata = chain.rights().complete(read.metadata());
        TokenizedText tokens = view.tokens();
        double[] signals = view.signals().toArray();
        int codePoints = view.codePoints();
        SpooledRecord.Kept document = new SpooledRecord.Kept(
                id,
                text,
                metadata,
                provenance,
                view.language(),
                signals,
                tokens.size(),
                codePoints,
                looks.tracing().map(tracing -> tracing.of(view, canonical)));
        int key = keys.add(
                canonical, compared(text, tokens), survival.rank(id, metadata, provenance, signals, codePoints));
        entries.add(new Entry(document, key));
        looks.reservations()
                .map(match -> match.find(view, provenance, canonical, metadata))
                .filter(found -> !found.isEmpty())
                .ifPresent(found -> reserved.put(key, found));
        keptBytes += utf8Length(text);
        kept++;
    }

    private TokenizedText compared(String text, TokenizedText tokens) {
        String compared = dedup.compared(text);
        return compared == text ? tokens : comparedView.of(compared).tokens();
    }

    /** Sorts and writes the unit's files; the manifest last. */
    UnitManifest commit(Path units, Lane.Unit unit, SpoolWriter spool) throws IOException {
        entries.sort(Comparator.comparing(Entry::record, SpoolWriter.ORDER));
        int[] rows = new int[kept];
        int row = 0;
        List<SpooledRecord> sorted = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            sorted.add(entry.record());
            if (entry.key() >= 0) {
                rows[entry.key()] = row++;
            }
        }
        Path spoolFile = UnitManifest.spool(units, unit.id());
        Path keysFile = UnitManifest.keys(units, unit.id());
        spool.write(spoolFile, sorted);
        keys.write(keysFile, rows);
        if (looks.reservations().isPresent()) {
            Map<Integer, List<Reserved>> byRow = new TreeMap<>();
            reserved.forEach((key, found) -> byRow.put(rows[key], found));
            ReservedRows.write(ReservedRows.file(units, unit.id()), byRow);
        }
        if (!malformed.isEmpty()) {
            Quarantine.write(UnitManifest.quarantine(units, unit.id()), malformed);
        }
        if (faults.count() > 0) {
            faults.write(UnitManifest.identifierFaults(units, unit.id()));
        }
        UnitManifest manifest = new UnitManifest(
                entries.size(),
                kept,
                entries.size() - kept - malformed.size(),
                malformed.size(),
                faults.count(),
                textBytes,
                keptBytes,
                unit.fileBytes(),
                Files.size(spoolFile),
                Files.size(keysFile));
        manifest.write(units, unit.id());
        return manifest;
    }

    /** Length of a text in UTF-8, without encoding it. */
    static long utf8Length(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Two bytes below U+0800, else three; a surrogate pair has four, two for each half.
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }
}
