package fr.corpus.release;

import fr.corpus.document.Document;
import fr.corpus.document.DocumentId;
import fr.corpus.document.Metadata;
import fr.corpus.step.RightsDecision;
import fr.corpus.text.Signal;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of the {@code data} table: one released document. Immutable.
 *
 * <p>Of the document's metadata a release keeps uri, title, author, date and identifiers; the licence and the credit line are those of the
 * admission, the language is that which was identified. It keeps all layers of annotation.
 *
 * @param document the document with its final text
 * @param admission the answer of the rights gate; empty when the recipe has none, and then the licence is unknown
 * @param measures what was measured
 * @param clusterSize number of records that said the same, this one included
 */
public record ReleaseRow(
        Document document, Optional<RightsDecision.Admit> admission, Measures measures, int clusterSize) {

    /** The order of the table: id, source, source id, file, record, byte offset; texts by code point. */
    public static final Comparator<ReleaseRow> ORDER =
            Comparator.comparing(ReleaseRow::id).thenComparing(ReleaseRow::origin, Origin.ORDER);

    public ReleaseRow {
        if (clusterSize < 1) {
            throw new IllegalArgumentException("a cluster has at least one member, got " + clusterSize);
        }
        Metadata all = document.metadata();
        Metadata kept = new Metadata(
                all.uri(),
                all.title(),
                all.author(),
                all.date(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                all.identifiers());
        document = new Document(document.id(), document.text(), kept, document.provenance(), document.annotations());
    }

    /** The document's id. */
    public DocumentId id() {
        return document.id();
    }

    /** Where the record stands. */
    public Origin origin() {
        return Origin.of(document.provenance());
    }

    /** Score of the identified language, 0 to 1. */
    public OptionalDouble languageScore() {
        return measures.quality().get(Signal.LANGUAGE_SCORE);
    }

    /** Length of the text in code points. */
    public int chars() {
        return document.text().codePointCount(0, document.text().length());
    }
}
