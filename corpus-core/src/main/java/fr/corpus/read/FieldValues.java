package fr.corpus.read;

import fr.corpus.document.Identifier.Scheme;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.identifier.StatedIdentifiers;
import fr.corpus.source.RawRecord;
import java.util.Arrays;
import java.util.List;

/** The fields of one record on their way into a {@link RawRecord} and its {@link Metadata}. Reused and confined to one thread. */
final class FieldValues {

    private static final List<RecordField> IDENTIFIERS = List.of(
            RecordField.ISBN,
            RecordField.ISSN,
            RecordField.DOI,
            RecordField.ARK,
            RecordField.ISNI,
            RecordField.IDENTIFIER);

    private final String[] values = new String[RecordField.values().length];

    FieldValues() {
        clear();
    }

    void clear() {
        Arrays.fill(values, "");
    }

    /** Sets a field; a blank value counts as absent. */
    void set(RecordField field, String value) {
        values[field.ordinal()] = value;
    }

    /** A field, or an empty text when it was not set. */
    String get(RecordField field) {
        return values[field.ordinal()];
    }

    /** The record at a place. */
    RawRecord record(Provenance place) {
        Metadata.Builder metadata = new Metadata.Builder()
                .uri(get(RecordField.URI))
                .title(get(RecordField.TITLE))
                .author(get(RecordField.AUTHOR))
                .date(get(RecordField.DATE))
                .license(get(RecordField.LICENSE))
                .attribution(get(RecordField.ATTRIBUTION))
                .language(get(RecordField.LANGUAGE));
        if (IDENTIFIERS.stream().allMatch(field -> get(field).isEmpty())) {
            return new RawRecord(get(RecordField.TEXT), metadata.build(), place);
        }
        StatedIdentifiers stated = new StatedIdentifiers();
        stated.add(Scheme.ISBN, get(RecordField.ISBN));
        stated.add(Scheme.ISSN, get(RecordField.ISSN));
        stated.add(Scheme.DOI, get(RecordField.DOI));
        stated.add(Scheme.ARK, get(RecordField.ARK));
        stated.add(Scheme.ISNI, get(RecordField.ISNI));
        stated.addAny(get(RecordField.IDENTIFIER));
        metadata.identifiers(stated.found());
        return new RawRecord(get(RecordField.TEXT), metadata.build(), place, stated.unreadable());
    }
}
