package fr.corpus.read;

import fr.corpus.document.Metadata;
import java.util.Arrays;

/** The fields of one record on their way into {@link Metadata}. Reused and confined to one thread. */
final class FieldValues {

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

    /** All but the text and the id. */
    Metadata metadata() {
        return new Metadata.Builder()
                .uri(get(RecordField.URI))
                .title(get(RecordField.TITLE))
                .author(get(RecordField.AUTHOR))
                .date(get(RecordField.DATE))
                .license(get(RecordField.LICENSE))
                .attribution(get(RecordField.ATTRIBUTION))
                .language(get(RecordField.LANGUAGE))
                .build();
    }
}
