package fr.corpus.identifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names below which each name belongs to somebody else: {@code fr}, {@code asso.fr}, {@code co.uk}, {@code wordpress.com}.
 * Thread-safe.
 *
 * <p>A rule and not the Public Suffix List, which changes daily: a name without a dot; below a top-level domain of two letters, a
 * word that registries set apart ({@code com}, {@code asso}, {@code gouv}…); and the names of a list of our own for France and for
 * hosts of sites. Where it knows too little, a claim is judged by how much it would withhold.
 */
public final class PublicSuffix {

    private static final Set<String> SECTORS = Set.of(
            "ac", "asso", "co", "com", "edu", "gob", "go", "gouv", "gov", "mil", "ne", "net", "nom", "or", "org", "prd",
            "presse", "tm");

    private static final Set<String> SHARED = shared();

    private PublicSuffix() {}

    private static Set<String> shared() {
        try (InputStream in = Objects.requireNonNull(PublicSuffix.class.getResourceAsStream("shared-domains.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a host is such a name.
     *
     * @param host in canonical form, see {@link WebAddress#hostName}
     */
    public static boolean is(String host) {
        List<String> labels = List.of(host.split("\\.", -1));
        int n = labels.size();
        return n == 1
                || SHARED.contains(host)
                || n == 2 && labels.get(1).length() == 2 && SECTORS.contains(labels.get(0));
    }

    /** The shortest name above a host, or the host, that is not shared: whose it is; empty if the host is shared itself. */
    public static Optional<String> registrable(String host) {
        Optional<String> found = Optional.empty();
        for (String name = host; !is(name); name = name.substring(name.indexOf('.') + 1)) {
            found = Optional.of(name);
        }
        return found;
    }
}
