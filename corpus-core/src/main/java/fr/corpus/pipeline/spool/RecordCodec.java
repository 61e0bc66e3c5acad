package fr.corpus.pipeline.spool;

import fr.corpus.document.DocumentId;
import fr.corpus.document.Identifier;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.fingerprint.TextTraces;
import fr.corpus.hash.Digest;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import fr.corpus.step.StepId;
import fr.corpus.text.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bytes of one spooled record: id, kind, length of the rest, the rest. */
final class RecordCodec {

    static final int KEPT = 0;
    static final int DROPPED = 1;
    static final int MALFORMED = 2;

    private RecordCodec() {}

    static void write(SpooledRecord record, ByteSink out) {
        out.putBytes(record.id().bytes());
        out.putByte(
                record instanceof SpooledRecord.Kept
                        ? KEPT
                        : record instanceof SpooledRecord.Dropped ? DROPPED : MALFORMED);
        int lengthAt = out.size();
        out.putInt(0);
        writeProvenance(record.provenance(), out);
        if (record instanceof SpooledRecord.Kept kept) {
            writeKept(kept, out);
        } else if (record instanceof SpooledRecord.Dropped dropped) {
            writeVerdict(dropped.step(), dropped.reason(), dropped.evidence(), out);
        } else if (record instanceof SpooledRecord.Malformed malformed) {
            writeVerdict(malformed.step(), malformed.reason(), malformed.evidence(), out);
        }
        out.setInt(lengthAt, out.size() - lengthAt - Integer.BYTES);
    }

    /** Reads the rest of a record whose id, kind and length were read. */
    static SpooledRecord read(DocumentId id, int kind, ByteSource in) {
        Provenance provenance = readProvenance(in);
        if (kind == KEPT) {
            return readKept(id, provenance, in);
        }
        StepId step = StepId.parse(in.takeText());
        Reason reason = Reason.of(in.takeText());
        Evidence evidence = readEvidence(in);
        return kind == DROPPED
                ? new SpooledRecord.Dropped(id, provenance, step, reason, evidence)
                : new SpooledRecord.Malformed(id, provenance, step, reason, evidence);
    }

    private static void writeProvenance(Provenance provenance, ByteSink out) {
        out.putText(provenance.source());
        out.putText(provenance.sourceId());
        out.putText(provenance.location().file());
        out.putLong(provenance.location().byteOffset());
        out.putLong(provenance.location().record());
        out.putText(provenance.reader());
        out.putBytes(provenance.rawDigest().bytes());
    }

    /** Reads the beginning of a record whose id, kind and length were read. */
    static Provenance readProvenance(ByteSource in) {
        String source = in.takeText();
        String sourceId = in.takeText();
        SourceLocation location = new SourceLocation(in.takeText(), in.takeLong(), in.takeLong());
        return new Provenance(source, sourceId, location, in.takeText(), Digest.of(in.takeBytes(Digest.BYTES)));
    }

    private static void writeKept(SpooledRecord.Kept kept, ByteSink out) {
        out.putText(kept.text());
        Metadata metadata = kept.metadata();
        writeOptional(metadata.uri(), out);
        writeOptional(metadata.title(), out);
        writeOptional(metadata.author(), out);
        writeOptional(metadata.date(), out);
        writeOptional(metadata.license(), out);
        writeOptional(metadata.attribution(), out);
        writeOptional(metadata.language(), out);
        out.putInt(metadata.identifiers().size());
        metadata.identifiers().forEach(identifier -> out.putText(identifier.toString()));
        out.putText(kept.language());
        for (double signal : kept.signals()) {
            out.putDouble(signal);
        }
        out.putInt(kept.tokens());
        out.putInt(kept.codePoints());
        writeTraces(kept.traces(), out);
    }

    private static SpooledRecord.Kept readKept(DocumentId id, Provenance provenance, ByteSource in) {
        String text = in.takeText();
        Metadata metadata = new Metadata(
                readOptional(in),
                readOptional(in),
                readOptional(in),
                readOptional(in),
                readOptional(in),
                readOptional(in),
                readOptional(in),
                readIdentifiers(in));
        String language = in.takeText();
        double[] signals = new double[Signal.values().length];
        for (int i = 0; i < signals.length; i++) {
            signals[i] = in.takeDouble();
        }
        return new SpooledRecord.Kept(
                id, text, metadata, provenance, language, signals, in.takeInt(), in.takeInt(), readTraces(in));
    }

    private static List<Identifier> readIdentifiers(ByteSource in) {
        int count = in.takeInt();
        List<Identifier> identifiers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            identifiers.add(Identifier.parse(in.takeText()));
        }
        return identifiers;
    }

    private static void writeTraces(Optional<TextTraces> traces, ByteSink out) {
        out.putByte(traces.isPresent() ? 1 : 0);
        traces.ifPresent(known -> {
            out.putBytes(known.text().bytes());
            long[] samples = known.samples();
            out.putInt(samples.length);
            for (long sample : samples) {
                out.putLong(sample);
            }
        });
    }

    private static Optional<TextTraces> readTraces(ByteSource in) {
        if (in.takeByte() == 0) {
            return Optional.empty();
        }
        Digest text = Digest.of(in.takeBytes(Digest.BYTES));
        long[] samples = new long[in.takeInt()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = in.takeLong();
        }
        return Optional.of(TextTraces.of(text, samples));
    }

    private static void writeOptional(Optional<String> value, ByteSink out) {
        out.putByte(value.isPresent() ? 1 : 0);
        value.ifPresent(out::putText);
    }

    private static Optional<String> readOptional(ByteSource in) {
        return in.takeByte() == 0 ? Optional.empty() : Optional.of(in.takeText());
    }

    private static void writeVerdict(StepId step, Reason reason, Evidence evidence, ByteSink out) {
        out.putText(step.toString());
        out.putText(reason.code());
        out.putInt(evidence.items().size());
        for (Evidence.Item item : evidence.items()) {
            out.putText(item.name());
            if (item.value() instanceof Evidence.Value.Number number) {
                out.putByte(0);
                out.putDouble(number.value());
            } else if (item.value() instanceof Evidence.Value.Label label) {
                out.putByte(1);
                out.putText(label.value());
            }
        }
    }

    private static Evidence readEvidence(ByteSource in) {
        int count = in.takeInt();
        List<Evidence.Item> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = in.takeText();
            items.add(new Evidence.Item(
                    name,
                    in.takeByte() == 0
                            ? new Evidence.Value.Number(in.takeDouble())
                            : new Evidence.Value.Label(in.takeText())));
        }
        return new Evidence(items);
    }
}
