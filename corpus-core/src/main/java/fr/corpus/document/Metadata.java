package fr.corpus.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a record says of itself. Immutable. Every text is as the record gives it, trimmed, never empty.
 *
 * @param uri where the document stands on the web or in a catalogue
 * @param title its title
 * @param author its author or authors, as one text
 * @param date its date, as written: a year, an ISO 8601 date or a period
 * @param license the licence as the record or its source declares it, not yet looked up in the catalogue
 * @param attribution the credit line that the licence demands, when the record has one
 * @param language the language that the record declares, as written
 * @param identifiers numbers of the work, of its periodical and of its authors, each once and in their order; a work may have
 *     several of one kind: in print and as a file
 */
public record Metadata(
        Optional<String> uri,
        Optional<String> title,
        Optional<String> author,
        Optional<String> date,
        Optional<String> license,
        Optional<String> attribution,
        Optional<String> language,
        List<Identifier> identifiers) {

    public Metadata {
        identifiers = identifiers.size() < 2 ? List.copyOf(identifiers) : List.copyOf(new TreeSet<>(identifiers));
    }

    /** A record that says nothing of itself. */
    public static final Metadata EMPTY = new Builder().build();

    /** The same with another licence. */
    public Metadata withLicense(String declared) {
        return new Metadata(uri, title, author, date, Optional.of(declared), attribution, language, identifiers);
    }

    /** Collects the fields of a record; blank values count as absent. Confined to one thread. */
    public static final class Builder {
        private Optional<String> uri = Optional.empty();
        private Optional<String> title = Optional.empty();
        private Optional<String> author = Optional.empty();
        private Optional<String> date = Optional.empty();
        private Optional<String> license = Optional.empty();
        private Optional<String> attribution = Optional.empty();
        private Optional<String> language = Optional.empty();
        private List<Identifier> identifiers = List.of();

        private static Optional<String> some(String value) {
            String trimmed = value.strip();
            return trimmed.isEmpty() ? Optional.empty() : Optional.of(trimmed);
        }

        public Builder uri(String value) {
            uri = some(value);
            return this;
        }

        public Builder title(String value) {
            title = some(value);
            return this;
        }

        public Builder author(String value) {
            author = some(value);
            return this;
        }

        public Builder date(String value) {
            date = some(value);
            return this;
        }

        public Builder license(String value) {
            license = some(value);
            return this;
        }

        public Builder attribution(String value) {
            attribution = some(value);
            return this;
        }

        public Builder language(String value) {
            language = some(value);
            return this;
        }

        public Builder identifiers(Collection<Identifier> values) {
            identifiers = List.copyOf(values);
            return this;
        }

        public Metadata build() {
            return new Metadata(uri, title, author, date, license, attribution, language, identifiers);
        }
    }
}
