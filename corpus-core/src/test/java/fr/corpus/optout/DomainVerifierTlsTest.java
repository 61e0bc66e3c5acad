package fr.corpus.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import fr.corpus.error.EngineException;
import fr.corpus.fetch.Route;
import fr.corpus.fetch.TlsTrust;
import fr.corpus.fetch.TxtLookup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** By real TLS on the loopback, with an authority of its own; only the way to the machines is the test's. */
class DomainVerifierTlsTest {

    private static final ReservationId ID = new ReservationId("000102030405060708090a0b0c0d0e0f");
    private static final DomainChallenge CHALLENGE =
            DomainChallenge.of("registre.exemple.fr/reservations", ID, "exemple.fr");
    private static final String FILE = "exemple.fr/.well-known/corpus-reservation.txt";
    private static SmallTlsAuthority authority;

    private final Map<String, String> pages = new TreeMap<>();
    private final Map<String, HttpsServer> servers = new TreeMap<>();

    @BeforeAll
    static void found() throws Exception {
        authority = new SmallTlsAuthority();
    }

    /** A machine that shows a certificate of these names. */
    private void serve(String host, String... names) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.server(names)));
        server.createContext("/", exchange -> {
            String page =
                    pages.getOrDefault(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI(), "");
            if (page.startsWith("->")) {
                exchange.getResponseHeaders().add("Location", page.substring(2));
                exchange.sendResponseHeaders(301, -1);
            } else {
                byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
        servers.put(host, server);
    }

    @AfterEach
    void stop() {
        servers.values().forEach(server -> server.stop(0));
    }

    private DomainVerifier verifier(TlsTrust trust, int dnsPort) {
        Route route = (host, port) -> {
            assertThat(port).isEqualTo(443);
            HttpsServer server = servers.get(host);
            if (server == null) {
                throw new IOException("unknown host " + host);
            }
            return List.of(server.getAddress());
        };
        return new DomainVerifier(new DomainVerifier.World(
                "https", route, trust, TxtLookup.of("127.0.0.1", dnsPort, Duration.ofSeconds(5)), () -> Fixed.START));
    }

    private DomainVerifier verifier() throws Exception {
        return verifier(TlsTrust.with(authority.pem()), 9);
    }

    @Test
    void findsTheFileAndTheMetaElementUnderAnAuthorityThatIsGiven() throws Exception {
        serve("exemple.fr", "exemple.fr");
        pages.put(FILE, CHALLENGE.text() + "\r\n");
        pages.put(
                "exemple.fr/",
                "<html><head><meta name=\"" + DomainChallenge.META + "\" content=\"" + CHALLENGE.text()
                        + "\"></head><body></body></html>");
        DomainVerifier.Finding file = verifier().find(CHALLENGE, DomainControl.Method.WELL_KNOWN);
        assertThat(file.control()).isPresent();
        assertThat(file.place()).isEqualTo("https://" + FILE);
        assertThat(verifier().find(CHALLENGE, DomainControl.Method.META).control())
                .isPresent();
        pages.remove(FILE);
        assertThat(verifier().find(CHALLENGE, DomainControl.Method.WELL_KNOWN).control())
                .isEmpty();
    }

    @Test
    void believesNoAuthorityThatTheSystemDoesNotKnow() throws Exception {
        serve("exemple.fr", "exemple.fr");
        pages.put(FILE, CHALLENGE.text());
        assertThatThrownBy(() -> verifier(TlsTrust.system(), 9).find(CHALLENGE, DomainControl.Method.WELL_KNOWN))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        e -> assertThat(e.message().key()).isEqualTo("optout.domain.certificate"));
        TlsTrust stranger = TlsTrust.with(new SmallTlsAuthority().pem());
        assertThatThrownBy(() -> verifier(stranger, 9).find(CHALLENGE, DomainControl.Method.WELL_KNOWN))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        e -> assertThat(e.message().key()).isEqualTo("optout.domain.certificate"));
        assertThatThrownBy(() -> TlsTrust.with("no certificate".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesACertificateOfAnotherName() throws Exception {
        serve("exemple.fr", "autre.fr", "www.exemple.fr");
        pages.put(FILE, CHALLENGE.text());
        for (DomainControl.Method method : List.of(DomainControl.Method.WELL_KNOWN, DomainControl.Method.META)) {
            assertThatThrownBy(() -> verifier().find(CHALLENGE, method))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            e -> assertThat(e.message().key()).isEqualTo("optout.domain.certificate"));
        }
    }

    @Test
    void followsARedirectToAnotherMachineOfTheHolderWithItsOwnCertificate() throws Exception {
        serve("exemple.fr", "exemple.fr");
        serve("www.exemple.fr", "www.exemple.fr");
        pages.put(FILE, "->https://www.exemple.fr/defi.txt");
        pages.put("www.exemple.fr/defi.txt", CHALLENGE.text());
        DomainVerifier.Finding found = verifier().find(CHALLENGE, DomainControl.Method.WELL_KNOWN);
        assertThat(found.control()).isPresent();
        assertThat(found.place()).isEqualTo("https://www.exemple.fr/defi.txt");
        servers.remove("www.exemple.fr").stop(0);
        serve("www.exemple.fr", "exemple.fr");
        assertThatThrownBy(() -> verifier().find(CHALLENGE, DomainControl.Method.WELL_KNOWN))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        e -> assertThat(e.message().key()).isEqualTo("optout.domain.certificate"));
    }

    @Test
    void followsNoRedirectToClearTextAnotherHolderOrAnotherPort() throws Exception {
        serve("exemple.fr", "exemple.fr");
        serve("autre.fr", "autre.fr");
        List<String> keys = new ArrayList<>();
        for (String to : List.of(
                "http://exemple.fr/defi.txt", "https://autre.fr/defi.txt", "https://exemple.fr:8443/defi.txt")) {
            pages.put(FILE, "->" + to);
            assertThatThrownBy(() -> verifier().find(CHALLENGE, DomainControl.Method.WELL_KNOWN))
                    .as(to)
                    .isInstanceOfSatisfying(
                            EngineException.class, e -> keys.add(e.message().key()));
        }
        assertThat(keys).containsOnly("optout.domain.redirect").hasSize(3);
    }

    @Test
    void aRecordOfTheNameSystemNeedsNoServerOfTheWeb() throws Exception {
        try (SmallDns dns = new SmallDns(Map.of(CHALLENGE.recordName(), List.of(CHALLENGE.text())))) {
            assertThat(verifier(TlsTrust.system(), dns.port())
                            .find(CHALLENGE, DomainControl.Method.DNS)
                            .control())
                    .isPresent();
        }
    }
}
