package fr.corpus.optout;

import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import fr.corpus.fetch.Bounds;
import fr.corpus.fetch.Fetched;
import fr.corpus.fetch.Route;
import fr.corpus.fetch.TlsTrust;
import fr.corpus.fetch.TxtLookup;
import fr.corpus.fetch.WebFetcher;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.PublicSuffix;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Looks whether a host publishes a challenge. Immutable; thread-safe. The host was named by a stranger: by default only machines
 * of the public internet are asked, by https, and redirects lead only to hosts of the same holder.
 */
public final class DomainVerifier {

    private static final Duration TIME = Duration.ofSeconds(20);
    private static final int MAX_REDIRECTS = 5;
    private static final int OK = 200;
    private static final int MAX_FILE = 64 << 10;
    private static final int MAX_HEAD = 512 << 10;
    private static final Pattern META_ELEMENT = Pattern.compile("<meta\\s[^<>]{0,2000}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BODY = Pattern.compile("<body[\\s>]", Pattern.CASE_INSENSITIVE);

    /**
     * How the world is reached.
     *
     * @param scheme of the addresses that are asked, {@code https}
     * @param route to the machines that may be asked
     * @param trust whose certificates are believed
     * @param names the domain name system
     * @param clock when something was seen
     */
    public record World(String scheme, Route route, TlsTrust trust, TxtLookup names, InstantSource clock) {

        /** The public internet, by https. */
        public static World open() {
            return new World(
                    "https", Route.publicOnly(), TlsTrust.system(), TxtLookup.ofSystem(TIME), InstantSource.system());
        }

        /** The same world, in which other authorities are believed. */
        public World trusting(TlsTrust other) {
            return new World(scheme, route, other, names, clock);
        }
    }

    /**
     * What was found.
     *
     * @param place where it was looked for: the address of the last answer, or the name in the domain name system
     * @param control of the host, empty if the challenge is not there
     */
    public record Finding(String place, Optional<DomainControl> control) {}

    private final World world;

    /** A verifier. */
    public DomainVerifier(World world) {
        this.world = world;
    }

    /** The same, believing other authorities of certificates. */
    public DomainVerifier trusting(TlsTrust trust) {
        return new DomainVerifier(world.trusting(trust));
    }

    /**
     * Looks for a challenge.
     *
     * @throws EngineException if the host or its name server does not answer as it should
     */
    public Finding find(DomainChallenge challenge, DomainControl.Method method) {
        try {
            return switch (method) {
                case WELL_KNOWN -> file(challenge);
                case DNS -> record(challenge);
                case META -> page(challenge);
            };
        } catch (WebFetcher.RedirectRefused e) {
            throw new EngineException(
                    UserMessage.of("optout.domain.redirect", challenge.host(), String.valueOf(e.getMessage())), e);
        } catch (SSLException e) {
            throw new EngineException(UserMessage.of("optout.domain.certificate", challenge.host()), e);
        } catch (IOException e) {
            throw new EngineException(UserMessage.of("optout.domain.no-answer", challenge.host()), e);
        }
    }

    private Finding file(DomainChallenge challenge) throws IOException {
        Fetched answer = get(challenge.host(), DomainChallenge.PATH, MAX_FILE);
        boolean found = answer.whole()
                && new String(answer.body(), StandardCharsets.UTF_8)
                        .lines()
                        .anyMatch(line -> line.strip().equals(challenge.text()));
        return seen(challenge, DomainControl.Method.WELL_KNOWN, answer, found);
    }

    private Finding page(DomainChallenge challenge) throws IOException {
        Fetched answer = get(challenge.host(), "/", MAX_HEAD);
        String html = new String(answer.body(), StandardCharsets.ISO_8859_1);
        return seen(challenge, DomainControl.Method.META, answer, hasMeta(html, challenge));
    }

    /** What stands in the body may be anybody's comment. */
    private static boolean hasMeta(String html, DomainChallenge challenge) {
        Matcher body = BODY.matcher(html);
        Matcher meta = META_ELEMENT.matcher(body.find() ? html.substring(0, body.start()) : html);
        while (meta.find()) {
            boolean named = attribute(meta.group(), "name").equals(Optional.of(DomainChallenge.META));
            if (named && attribute(meta.group(), "content").equals(Optional.of(challenge.text()))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> attribute(String element, String name) {
        Matcher found = Pattern.compile(
                        "\\s" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))", Pattern.CASE_INSENSITIVE)
                .matcher(element);
        if (!found.find()) {
            return Optional.empty();
        }
        return Optional.ofNullable(found.group(1))
                .or(() -> Optional.ofNullable(found.group(2)))
                .or(() -> Optional.ofNullable(found.group(3)))
                .map(String::strip);
    }

    private Finding record(DomainChallenge challenge) throws IOException {
        String name = challenge.recordName();
        byte[] text = challenge.text().getBytes(StandardCharsets.UTF_8);
        boolean found = world.names().find(name).contains(challenge.text());
        return finding(challenge, DomainControl.Method.DNS, name, found ? Optional.of(text) : Optional.empty());
    }

    private Fetched get(String host, String path, int maxBytes) throws IOException {
        WebFetcher fetcher = new WebFetcher(
                world.route(), world.trust(), new Bounds(maxBytes, TIME, MAX_REDIRECTS), this::mayFollow);
        return fetcher.get(URI.create(world.scheme() + "://" + host + path));
    }

    /** A redirect stays with the same holder, the same scheme and the default port. */
    private boolean mayFollow(URI from, URI to) {
        return to.getHost() != null
                && world.scheme().equalsIgnoreCase(to.getScheme())
                && to.getPort() == -1
                && to.getRawUserInfo() == null
                && PublicSuffix.registrable(to.getHost()).isPresent()
                && PublicSuffix.registrable(to.getHost()).equals(PublicSuffix.registrable(from.getHost()));
    }

    private Finding seen(DomainChallenge challenge, DomainControl.Method method, Fetched answer, boolean found) {
        boolean shown = answer.status() == OK && found;
        return finding(
                challenge, method, answer.address().toString(), shown ? Optional.of(answer.body()) : Optional.empty());
    }

    private Finding finding(
            DomainChallenge challenge, DomainControl.Method method, String place, Optional<byte[]> received) {
        return new Finding(
                place,
                received.map(bytes -> new DomainControl(
                        challenge.host(), method, place, world.clock().instant(), Sha256.of(bytes))));
    }
}
