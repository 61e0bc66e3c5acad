package fr.corpus.read;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SPDX identifier behind an address of an international Creative Commons licence. Licences of one country are left to
 * the catalogue, since only some have an identifier. Thread-safe.
 */
final class LicenseUrl {

    private static final Pattern CREATIVE_COMMONS = Pattern.compile(
            "(?:https?://)?(?:www\\.)?creativecommons\\.org/(licenses|publicdomain)/([a-z-]+)/([0-9]\\.[0-9])"
                    + "(?:/(?:deed|legalcode)[a-z.-]*)?/?");

    private LicenseUrl() {}

    /** The identifier, or nothing when the text is no such address. */
    static Optional<String> spdx(String url) {
        Matcher matcher = CREATIVE_COMMONS.matcher(url.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String version = matcher.group(3);
        if (matcher.group(1).equals("publicdomain")) {
            return switch (matcher.group(2)) {
                case "zero" -> Optional.of("CC0-" + version);
                case "mark" -> Optional.of("CC-PDM-" + version);
                default -> Optional.empty();
            };
        }
        return Optional.of("CC-" + matcher.group(2).toUpperCase(Locale.ROOT) + "-" + version);
    }
}
