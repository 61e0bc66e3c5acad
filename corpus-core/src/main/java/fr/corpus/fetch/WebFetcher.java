package fr.corpus.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.BiPredicate;

/**
 * Asks servers by HTTP/1.1, a connection for each question, without cookies, caches and proxies. Immutable; thread-safe.
 *
 * <p>Connects to exactly the machines that its {@link Route} allows. Over TLS the certificate must be the host's.
 */
public final class WebFetcher {

    private final HttpExchange.Way way;
    private final Bounds bounds;
    private final BiPredicate<URI, URI> mayFollow;

    /**
     * A fetcher.
     *
     * @param mayFollow whether a redirect from the first address to the second is followed
     */
    public WebFetcher(Route route, Bounds bounds, BiPredicate<URI, URI> mayFollow) {
        this(route, TlsTrust.system(), bounds, mayFollow);
    }

    /** A fetcher that believes other authorities than those of the system. */
    public WebFetcher(Route route, TlsTrust trust, Bounds bounds, BiPredicate<URI, URI> mayFollow) {
        this.way = new HttpExchange.Way(route, trust);
        this.bounds = bounds;
        this.mayFollow = mayFollow;
    }

    /** A fetcher that follows no redirect. */
    public static WebFetcher direct(Route route, Bounds bounds) {
        return new WebFetcher(route, bounds, (from, to) -> false);
    }

    /**
     * Asks for a page.
     *
     * @throws RedirectRefused if the server sends elsewhere than one may follow, or too often
     * @throws IOException if the server cannot be asked or does not answer as HTTP wants, in time
     */
    public Fetched get(URI address) throws IOException {
        Deadline deadline = Deadline.in(bounds.time());
        URI at = address;
        for (int redirects = 0; ; redirects++) {
            HttpExchange.Answer answer =
                    HttpExchange.ask(way, at, HttpExchange.Question.get(), bounds.maxBytes(), deadline);
            if (answer.location().isEmpty()) {
                return new Fetched(at, answer.status(), answer.body(), answer.whole());
            }
            URI next = resolved(at, answer.location().get());
            if (redirects >= bounds.redirects() || !mayFollow.test(at, next)) {
                throw new RedirectRefused(next);
            }
            at = next;
        }
    }

    /**
     * Sends a body and gives what is answered; redirects are answers.
     *
     * @param contentType of the body
     * @throws IOException as {@link #get}
     */
    public Fetched post(URI address, String contentType, byte[] body) throws IOException {
        HttpExchange.Answer answer = HttpExchange.ask(
                way,
                address,
                new HttpExchange.Question("POST", contentType, body),
                bounds.maxBytes(),
                Deadline.in(bounds.time()));
        return new Fetched(address, answer.status(), answer.body(), answer.whole());
    }

    private static URI resolved(URI at, String location) throws IOException {
        try {
            return at.resolve(new URI(location));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("not an address to follow", e);
        }
    }

    /** A server sent elsewhere than one may follow. */
    public static final class RedirectRefused extends IOException {
        private static final long serialVersionUID = 1L;

        RedirectRefused(URI to) {
            super(to.getScheme() + "://" + to.getHost());
        }
    }
}
