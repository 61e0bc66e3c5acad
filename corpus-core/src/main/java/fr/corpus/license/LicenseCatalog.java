package fr.corpus.license;

import fr.corpus.document.LicenseId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All licences of {@code licenses/catalog.yaml}. Immutable.
 *
 * <p>Format: {@code docs/formats/license-catalog.md}. Looking up is exact after normalization, never by resemblance: what is
 * not in the catalogue is unknown.
 */
public final class LicenseCatalog {

    private static final class Loaded {
        static final LicenseCatalog CATALOG = read();
    }

    private final List<License> licenses;
    private final Map<LicenseId, License> byId = new HashMap<>();
    private final Map<String, License> byText = new HashMap<>();

    /**
     * A catalogue of some licences.
     *
     * @throws IllegalArgumentException if two licences share an id, an alias or an address
     */
    LicenseCatalog(List<License> licenses) {
        this.licenses = List.copyOf(licenses);
        for (License license : licenses) {
            if (byId.put(license.id(), license) != null) {
                throw new IllegalArgumentException("licence twice in the catalogue: " + license.id());
            }
            List<String> ways = new ArrayList<>(license.aliases());
            ways.add(license.id().value());
            license.url().ifPresent(ways::add);
            for (String way : ways) {
                License other = byText.put(LicenseText.normalize(way), license);
                if (other != null && !other.id().equals(license.id())) {
                    throw new IllegalArgumentException(
                            "\"" + way + "\" means both " + other.id() + " and " + license.id());
                }
            }
        }
    }

    /** The catalogue that the library carries. */
    public static LicenseCatalog load() {
        return Loaded.CATALOG;
    }

    private static LicenseCatalog read() {
        return new LicenseCatalog(CatalogFile.parse(resource("catalog.yaml"), "licenses/catalog.yaml"));
    }

    private static byte[] resource(String name) {
        try (InputStream in = LicenseCatalog.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the library: fr/corpus/license/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All licences, in the order of the file. */
    public List<License> licenses() {
        return licenses;
    }

    /** The licence of an identifier, case and all. */
    public Optional<License> byId(LicenseId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The licence that a record declares: an identifier, an address or another way to write it. Case, blanks, hyphens,
     * scheme, final slashes and the pages {@code legalcode} and {@code deed} do not count. Expressions such as {@code MIT
     * OR Apache-2.0} are for {@link #alternatives}.
     */
    public Optional<License> find(String declared) {
        return declared.length() > LicenseText.MAX_CHARS
                ? Optional.empty()
                : Optional.ofNullable(byText.get(LicenseText.normalize(declared)));
    }

    /**
     * The ways in which a declared licence or SPDX expression may be met, strongest rights first, ties by identifier; one
     * for a plain licence, several when it offers a choice, none when a part of it is unknown.
     */
    public List<LicenseTerms> alternatives(String declared) {
        Optional<License> plain = find(declared);
        if (plain.isPresent()) {
            return List.of(LicenseTerms.of(plain.get()));
        }
        return SpdxExpression.parse(declared)
                .map(expression -> expression.alternatives(this))
                .orElse(List.of());
    }

    /**
     * The text of a licence, or a text that says where it stands, as in {@code licenses/<id>.txt}.
     *
     * @throws IllegalArgumentException if the catalogue does not have the licence
     */
    public String text(LicenseId id) {
        if (!byId.containsKey(id)) {
            throw new IllegalArgumentException("not in the catalogue: " + id);
        }
        return new String(resource(id + ".txt"), StandardCharsets.UTF_8);
    }
}
