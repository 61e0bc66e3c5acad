package fr.corpus.optout;

import fr.corpus.error.UserMessage;
import fr.corpus.identifier.Ark;
import fr.corpus.identifier.AuthorName;
import fr.corpus.identifier.Doi;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Isni;
import fr.corpus.identifier.Issn;
import fr.corpus.identifier.Key;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes declarations of imported records. Immutable. */
final class ImportReader {

    private static final Map<String, Function<String, Optional<Selector>>> SELECTORS = Map.of(
            "isbn", text -> key(Isbn.find(text).map(Isbn::key)),
            "issn", text -> key(Issn.find(text).map(Issn::key)),
            "doi", text -> key(Doi.find(text).map(Doi::key)),
            "ark", text -> key(Ark.find(text).map(Ark::key)),
            "isni", text -> key(Isni.find(text).map(Isni::key)),
            "iscc", Selector::ofTextCode,
            "author", text -> key(AuthorName.find(text).map(AuthorName::key)),
            "url", Selector::ofUrl,
            "host", Selector::ofHost);

    /** The fields of a record, in the order in which they are told. */
    static final List<String> FIELDS = List.of(
            "holder",
            "holder-kind",
            "tier",
            "category",
            "basis",
            "declared",
            "isbn",
            "issn",
            "doi",
            "ark",
            "isni",
            "iscc",
            "author",
            "url",
            "host");

    private final OptOutImport.Defaults defaults;
    private final Channel channel;
    private final Instant now;

    ImportReader(OptOutImport.Defaults defaults, Channel channel, Instant now) {
        this.defaults = defaults;
        this.channel = channel;
        this.now = now;
    }

    private static Optional<Selector> key(Optional<Key> key) {
        return key.map(Selector.Exact::new);
    }

    /** A record that cannot be taken, and why. Carries no stack: it is a value on the way out. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient UserMessage why;

        Refused(String key, Object... arguments) {
            super(key, null, false, false);
            this.why = UserMessage.of(key, arguments);
        }

        UserMessage why() {
            return why;
        }
    }

    /** The declaration of a record; empty if it reserves nothing. */
    Optional<Declaration> read(ImportRow row) throws Refused {
        if (!row.readable()) {
            throw new Refused("optout.import.unreadable");
        }
        if (row.fields().isEmpty()) {
            return Optional.empty();
        }
        List<Selector> selectors = new ArrayList<>();
        for (String field : FIELDS) {
            Function<String, Optional<Selector>> reader = SELECTORS.get(field);
            for (String value :
                    reader == null ? List.<String>of() : row.fields().getOrDefault(field, List.of())) {
                selectors.add(reader.apply(value).orElseThrow(() -> value(field, value)));
            }
        }
        if (selectors.isEmpty() || selectors.size() > Declaration.MAX_SELECTORS) {
            throw new Refused("optout.import.no-work");
        }
        return Optional.of(
                new Declaration(holder(row), Optional.empty(), tier(row), categories(row), selectors, origin(row)));
    }

    private static Refused value(String field, String value) {
        return new Refused("optout.import.value", field, value);
    }

    private static Optional<String> one(ImportRow row, String field) throws Refused {
        List<String> values = row.fields().getOrDefault(field, List.of());
        if (values.size() > 1) {
            throw value(field, String.join(" | ", values));
        }
        return values.stream().findFirst().filter(value -> !value.isBlank());
    }

    private Holder holder(ImportRow row) throws Refused {
        HolderKind kind = defaults.holder().kind();
        Optional<String> word = one(row, "holder-kind");
        if (word.isPresent()) {
            kind = HolderKind.find(word.get()).orElseThrow(() -> value("holder-kind", word.get()));
        }
        String name = one(row, "holder").orElse(defaults.holder().name());
        if (!Holder.isName(name)) {
            throw value("holder", name);
        }
        return new Holder(name, kind);
    }

    private IdentityTier tier(ImportRow row) throws Refused {
        Optional<String> number = one(row, "tier");
        if (number.isEmpty()) {
            return defaults.tier();
        }
        return number.filter(text -> text.matches("[0-9]"))
                .flatMap(text -> IdentityTier.find(Long.parseLong(text)))
                .orElseThrow(() -> value("tier", number.get()));
    }

    private Set<UseCategory> categories(ImportRow row) throws Refused {
        EnumSet<UseCategory> categories = EnumSet.noneOf(UseCategory.class);
        for (String word : row.fields().getOrDefault("category", List.of())) {
            categories.addAll(UseCategory.find(word).orElseThrow(() -> value("category", word)));
        }
        return categories.isEmpty() ? defaults.categories() : categories;
    }

    private Declaration.Origin origin(ImportRow row) throws Refused {
        Optional<String> word = one(row, "basis");
        LegalBasis basis = LegalBasis.ART4;
        if (word.isPresent()) {
            basis = LegalBasis.find(word.get()).orElseThrow(() -> value("basis", word.get()));
        }
        Optional<String> day = one(row, "declared");
        try {
            Instant declared = day.isEmpty()
                    ? now
                    : LocalDate.parse(day.get()).atStartOfDay().toInstant(ZoneOffset.UTC);
            return new Declaration.Origin(basis, channel, declared, Optional.empty());
        } catch (DateTimeParseException e) {
            throw value("declared", day.orElse(""));
        }
    }
}
