package fr.corpus.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Archival Resource Key, {@code ark:/12148/bpt6k123}, without the resolver's address, qualifiers or hyphens (ARK
 * specification, normalization). Immutable.
 *
 * @param value {@code ark:/}, the name assigning authority's number, a slash and the name
 */
public record Ark(String value) {

    private static final Pattern LOOSE =
            Pattern.compile("(?i)(?:https?://\\S+?/)?ark:/?([0-9a-z]{5,9})/([0-9A-Za-z=~*+@_$%-]+)(?:[./?#].*)?");

    public Ark {
        if (!value.startsWith("ark:/") || value.length() < 12) {
            throw new IllegalArgumentException("not an ARK: " + value);
        }
    }

    /** Reads an ARK, bare or inside an address. */
    public static Optional<Ark> find(String text) {
        Matcher matcher = LOOSE.matcher(text.strip());
        if (!matcher.matches() || matcher.group(2).replace("-", "").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Ark("ark:/" + matcher.group(1).toLowerCase(Locale.ROOT) + "/"
                + matcher.group(2).replace("-", "")));
    }

    /** Its key. */
    public Key key() {
        return new Key(KeyType.ARK, value);
    }
}
