package fr.corpus.optout;

import fr.corpus.hash.Digest;
import fr.corpus.identifier.KeyType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * That a holder was seen to control a host: what a {@link DomainVerifier} found. Immutable. Personal data, like {@link Holder}.
 *
 * @param host in canonical form, never one that many share
 * @param method how it was shown
 * @param place where: the address of the last answer, or the name in the domain name system
 * @param at when it was seen, by the registry's clock
 * @param received SHA-256 of what was received: the body of the page or the text of the record
 */
public record DomainControl(String host, Method method, String place, Instant at, Digest received) {

    /** How control is shown. */
    public enum Method {
        /** A file below {@code /.well-known/}. */
        WELL_KNOWN,
        /** A TXT record of the domain name system. */
        DNS,
        /** A {@code meta} element in the head of the home page. */
        META;

        /** Its word on the command line and in records. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The method of a word. */
        public static Optional<Method> find(String word) {
            return Arrays.stream(values())
                    .filter(method -> method.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * Whether it speaks for a host: the host itself, and, unless it was shown by the home page alone, which many may edit, every
     * host below.
     */
    public boolean covers(String other) {
        return other.equals(host) || method != Method.META && other.endsWith("." + host);
    }

    /** Whether it speaks for the web addresses of a selector; never for other selectors. */
    boolean covers(Selector selector) {
        Optional<String> other = selector.webHost();
        boolean domain = selector instanceof Selector.Exact exact && exact.key().type() == KeyType.DOMAIN;
        return other.isPresent() && covers(other.get()) && !(domain && method == Method.META);
    }
}
