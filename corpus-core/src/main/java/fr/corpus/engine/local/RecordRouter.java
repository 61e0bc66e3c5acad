package fr.corpus.engine.local;

import fr.corpus.dedup.Clusters;
import fr.corpus.document.Annotations;
import fr.corpus.document.Document;
import fr.corpus.document.DocumentId;
import fr.corpus.fingerprint.TextTraces;
import fr.corpus.pipeline.Pipeline;
import fr.corpus.pipeline.spool.SpooledRecord;
import fr.corpus.release.DropRow;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.Measures;
import fr.corpus.release.Origin;
import fr.corpus.release.Outcome;
import fr.corpus.release.Quality;
import fr.corpus.release.ReleaseRow;
import fr.corpus.step.Annotator;
import fr.corpus.step.RightsDecision;
import fr.corpus.step.RightsGate;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Decides to which table of the release each record goes, and makes its row. Confined to one thread: see {@link #newWorker}. */
final class RecordRouter {

    private final Pipeline pipeline;
    private final Decided decided;
    private final List<RightsGate> gates;
    private final List<Annotator.Worker> annotators;
    private final Clusters clusters;
    private final ClusterNames names;
    private final Optional<ReservedClusters> reserved;
    private final CopyTracing copies = new CopyTracing();

    /** Receives rows in the order of records. */
    interface Tables {
        void data(ReleaseRow row, Optional<TextTraces> traces) throws IOException;

        void drop(DropRow row) throws IOException;

        void duplicate(DuplicateRow row) throws IOException;
    }

    RecordRouter(Pipeline pipeline, Clusters clusters, ClusterNames names, Optional<ReservedClusters> reserved) {
        this(pipeline, new Decided(clusters, names, reserved));
    }

    /** What the barrier and the registry have decided; shared by all threads. */
    private record Decided(Clusters clusters, ClusterNames names, Optional<ReservedClusters> reserved) {}

    private RecordRouter(Pipeline pipeline, Decided decided) {
        this.pipeline = pipeline;
        this.decided = decided;
        this.gates = pipeline.gates();
        this.annotators =
                pipeline.annotators().stream().map(Annotator::newWorker).toList();
        this.clusters = decided.clusters();
        this.names = decided.names();
        this.reserved = decided.reserved();
    }

    /** A router for another thread, with annotators of its own. */
    RecordRouter newWorker() {
        return new RecordRouter(pipeline, decided);
    }

    /**
     * Makes the row of one record.
     *
     * @param number the document's number, for a kept one
     */
    void route(SpooledRecord record, int number, Tables out) throws IOException {
        if (record instanceof SpooledRecord.Dropped dropped) {
            out.drop(dropRow(
                    record,
                    Outcome.DROPPED,
                    new DropRow.Cause(dropped.step().toString(), dropped.reason(), dropped.evidence())));
        } else if (record instanceof SpooledRecord.Malformed malformed) {
            out.drop(dropRow(
                    record,
                    Outcome.MALFORMED,
                    new DropRow.Cause(malformed.step().toString(), malformed.reason(), malformed.evidence())));
        } else if (record instanceof SpooledRecord.Kept kept) {
            if (clusters.isSurvivor(number)) {
                admit(kept, number, out);
            } else {
                out.duplicate(duplicateRow(kept, number));
            }
        }
    }

    private void admit(SpooledRecord.Kept kept, int number, Tables out) throws IOException {
        Optional<DropRow.Cause> reservation = reserved.flatMap(clusters -> clusters.cause(number));
        if (reservation.isPresent()) {
            out.drop(dropRow(kept, Outcome.WITHHELD, reservation.get()));
            return;
        }
        Optional<RightsDecision.Admit> admission = Optional.empty();
        for (RightsGate gate : gates) {
            RightsDecision decision = gate.decide(kept.metadata(), kept.provenance());
            if (decision instanceof RightsDecision.Withhold withhold) {
                out.drop(dropRow(
                        kept,
                        Outcome.WITHHELD,
                        new DropRow.Cause(gate.id().toString(), withhold.reason(), withhold.evidence())));
                return;
            }
            admission = Optional.of((RightsDecision.Admit) decision);
        }
        Annotations layers = Annotations.NONE;
        for (Annotator.Worker annotator : annotators) {
            layers = annotator.annotate(kept.text(), layers);
        }
        Document document = new Document(kept.id(), kept.text(), kept.metadata(), kept.provenance(), layers);
        Measures measures = new Measures(
                Optional.of(kept.language()).filter(language -> !language.isEmpty()),
                Quality.of(kept.signals()),
                kept.tokens());
        out.data(new ReleaseRow(document, admission, measures, clusters.size(number)), kept.traces());
    }

    private static DropRow dropRow(SpooledRecord record, Outcome outcome, DropRow.Cause cause) {
        return new DropRow(Optional.of(record.id()), Origin.of(record.provenance()), outcome, cause);
    }

    private DuplicateRow duplicateRow(SpooledRecord.Kept kept, int number) {
        int survivor = clusters.survivor(number);
        DuplicateRow.Kind kind =
                clusters.kind(number) == Clusters.Kind.EXACT ? DuplicateRow.Kind.EXACT : DuplicateRow.Kind.NEAR;
        DocumentId cluster = names.cluster(survivor);
        return new DuplicateRow(
                cluster,
                kept.id(),
                Origin.of(kept.provenance()),
                new DuplicateRow.Survivor(names.id(survivor), names.sourceId(survivor)),
                new DuplicateRow.Match(kind, clusters.similarity(number).orElse(Double.NaN)),
                kept.metadata().license(),
                copies.of(kept, kind));
    }
}
