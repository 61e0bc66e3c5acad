package fr.corpus.recipe;

import fr.corpus.document.LicenseId;
import fr.corpus.license.License;
import fr.corpus.license.LicenseCatalog;
import fr.corpus.read.Readers;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one entry of {@code sources}. */
final class SourceReader {

    static final List<String> KEYS = List.of(
            "id",
            "format",
            "paths",
            "license",
            "license-field",
            "profile",
            "fields",
            "encoding",
            "max-malformed-per-million");
    static final List<String> FORMATS = Readers.FORMATS;
    static final List<String> FIELDS = List.of(
            "id",
            "text",
            "uri",
            "title",
            "author",
            "date",
            "attribution",
            "language",
            "isbn",
            "issn",
            "doi",
            "ark",
            "isni",
            "identifier");

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final List<String> FORMATS_WITH_FIELDS = List.of("jsonl", "parquet");
    private static final long DEFAULT_MAX_MALFORMED = 1000;

    private SourceReader() {}

    static RecipeSource read(Section section) {
        if (section.node("id").isEmpty()) {
            section.allow(KEYS);
        }
        String id = section.text("id");
        if (!ID.matcher(id).matches()) {
            throw section.placeOf("id").fail("bad-source-id", id);
        }
        Section source = section.ownedBy(id).allow(KEYS);
        String format = source.choice("format", "format", FORMATS, Optional.empty());
        Optional<String> licenseField = source.optionalText("license-field");
        if (licenseField.isPresent() && source.node("license").isPresent()) {
            throw source.placeOf("license-field").fail("two-licenses");
        }
        if (licenseField.isPresent() && !FORMATS_WITH_FIELDS.contains(format)) {
            throw source.placeOf("license-field").fail("no-fields", "license-field", format);
        }
        return new RecipeSource(
                id,
                format,
                source.texts("paths"),
                source.optionalText("license").map(text -> license(source, text)),
                licenseField,
                source.choice("profile", "profile", Profile.keys(), Optional.of(Profile.WEB.key())),
                fields(source, format),
                encoding(source, format),
                source.integer("max-malformed-per-million", 0, 1_000_000, DEFAULT_MAX_MALFORMED),
                source.place().line());
    }

    private static LicenseId license(Section source, String text) {
        LicenseCatalog catalog = LicenseCatalog.load();
        return catalog.find(text)
                .map(License::id)
                .orElseThrow(() -> source.placeOf("license")
                        .unknown(
                                "unknown-license",
                                text,
                                catalog.licenses().stream()
                                        .map(license -> license.id().value())
                                        .toList()));
    }

    private static Map<String, String> fields(Section source, String format) {
        Map<String, String> fields = new TreeMap<>();
        source.node("fields").ifPresent(node -> {
            if (!FORMATS_WITH_FIELDS.contains(format)) {
                throw source.placeOf("fields").fail("no-fields", "fields", format);
            }
            Section section = Section.of(source.place(), "fields", node).allow(FIELDS);
            section.entries().forEach(entry -> fields.put(entry.key(), section.text(entry.key(), entry.value())));
        });
        return fields;
    }

    private static Optional<String> encoding(Section source, String format) {
        Optional<String> encoding = source.optionalText("encoding");
        if (encoding.isEmpty()) {
            return encoding;
        }
        if (!format.equals("text")) {
            throw source.placeOf("encoding").fail("encoding-not-text", format);
        }
        try {
            return Optional.of(Charset.forName(encoding.get()).name());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw source.placeOf("encoding").fail("unknown-encoding", encoding.get());
        }
    }
}
