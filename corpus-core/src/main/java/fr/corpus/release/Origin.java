package fr.corpus.release;

import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import java.util.Comparator;

/**
 * Where a record stands, as ledgers say it. Immutable.
 *
 * @param source id of the source in the recipe
 * @param sourceId the record's own id, else {@code file#ordinal}
 * @param location its place
 */
public record Origin(String source, String sourceId, SourceLocation location) {

    /** By source, source id, file, record and byte offset; texts by code point. */
    public static final Comparator<Origin> ORDER = Comparator.comparing(Origin::source, CodePointOrder.INSTANCE)
            .thenComparing(Origin::sourceId, CodePointOrder.INSTANCE)
            .thenComparing(origin -> origin.location().file(), CodePointOrder.INSTANCE)
            .thenComparingLong(origin -> origin.location().record())
            .thenComparingLong(origin -> origin.location().byteOffset());

    /** The origin of a record. */
    public static Origin of(Provenance provenance) {
        return new Origin(provenance.source(), provenance.sourceId(), provenance.location());
    }
}
