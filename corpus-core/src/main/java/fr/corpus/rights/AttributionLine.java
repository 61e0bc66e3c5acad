package fr.corpus.rights;

import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.license.Duty;
import fr.corpus.license.License;
import fr.corpus.license.LicenseTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The credit line that licences demand: part of the release's bytes, so French whatever the user's language.
 *
 * <p>Form: {@code Auteur, « Titre », date, source, adresse · licence, adresse de la licence · texte extrait et normalisé}. A
 * credit line that the record itself asks for stands in place of author, title, date and source. What is unknown is left
 * out.
 */
final class AttributionLine {

    /** A record's fields are strangers: each is cut to this many UTF-16 units. */
    private static final int MAX_FIELD_CHARS = 500;

    private static final char NO_BREAK_SPACE = '\u00A0';

    private AttributionLine() {}

    /** The line, empty when the terms demand no credit. */
    static String of(LicenseTerms terms, Metadata metadata, Provenance provenance) {
        Set<Duty> duties = terms.duties();
        if (!duties.contains(Duty.ATTRIBUTION) && !duties.contains(Duty.LICENSE_NOTICE)) {
            return "";
        }
        List<String> sections = new ArrayList<>();
        sections.add(String.join(", ", credit(metadata, provenance)));
        List<String> licenses = new ArrayList<>();
        for (License license : terms.licenses()) {
            licenses.add(license.id().value());
            license.url().ifPresent(licenses::add);
        }
        sections.add(String.join(", ", licenses));
        if (duties.contains(Duty.INDICATE_CHANGES)) {
            sections.add("texte extrait et normalisé");
        }
        return String.join(" · ", sections);
    }

    private static List<String> credit(Metadata metadata, Provenance provenance) {
        List<String> parts = new ArrayList<>();
        if (metadata.attribution().isPresent()) {
            parts.add(field(metadata.attribution().get()));
        } else {
            metadata.author().map(AttributionLine::field).ifPresent(parts::add);
            metadata.title()
                    .map(title -> "«" + NO_BREAK_SPACE + field(title) + NO_BREAK_SPACE + "»")
                    .ifPresent(parts::add);
            metadata.date().map(AttributionLine::field).ifPresent(parts::add);
            parts.add(field(provenance.source()));
        }
        metadata.uri().map(AttributionLine::field).ifPresent(parts::add);
        return parts;
    }

    /** One line, no control characters, cut at a code point. */
    private static String field(String value) {
        String text = value.length() <= MAX_FIELD_CHARS
                ? value
                : value.substring(0, value.offsetByCodePoints(0, MAX_FIELD_CHARS / 2)) + "…";
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                gap = out.length() > 0;
            } else {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }
}
