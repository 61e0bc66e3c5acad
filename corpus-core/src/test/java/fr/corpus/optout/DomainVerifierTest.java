package fr.corpus.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.corpus.error.EngineException;
import fr.corpus.error.RecipeException;
import fr.corpus.fetch.Route;
import fr.corpus.fetch.TlsTrust;
import fr.corpus.fetch.TxtLookup;
import fr.corpus.hash.Sha256;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real servers on the loopback; only the way to them is the test's. */
class DomainVerifierTest {

    private static final String ORIGIN = "registre.exemple.fr/reservations";
    private static final ReservationId ID = new ReservationId("000102030405060708090a0b0c0d0e0f");
    private static final DomainChallenge CHALLENGE = DomainChallenge.of(ORIGIN, ID, "Exemple.FR");

    private final Map<String, String> pages = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String place = exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI();
            asked.add(place);
            String page = pages.getOrDefault(place, "");
            if (page.startsWith("->")) {
                exchange.getResponseHeaders().add("Location", page.substring(2));
                exchange.sendResponseHeaders(302, -1);
            } else {
                byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
                // 0: the length is not told, the body comes in chunks
                exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, 0);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private DomainVerifier verifier(int dnsPort) {
        Route route = (host, port) -> List.of(server.getAddress());
        TxtLookup names = TxtLookup.of("127.0.0.1", dnsPort, Duration.ofSeconds(5));
        return new DomainVerifier(new DomainVerifier.World("http", route, TlsTrust.system(), names, () -> Fixed.START));
    }

    private DomainVerifier.Finding find(DomainControl.Method method) {
        return verifier(9).find(CHALLENGE, method);
    }

    @Test
    void theChallengeIsOfOneRegistryReservationAndHost() {
        assertThat(CHALLENGE.host()).isEqualTo("exemple.fr");
        assertThat(CHALLENGE.text()) // the vector of docs/formats/registry.md
                .endsWith(":e7f114223e8a811414a600291a4cc12615a23086db4fed97d6b96f43bff07efc");
        assertThat(CHALLENGE.text())
                .isEqualTo("corpus-reservation-v1:"
                        + Sha256.of(("\u0004" + ORIGIN + "\n" + ID.hex() + "\nexemple.fr")
                                        .getBytes(StandardCharsets.UTF_8))
                                .hex())
                .isNotEqualTo(DomainChallenge.of(ORIGIN, ID, "www.exemple.fr").text())
                .isNotEqualTo(DomainChallenge.of("autre", ID, "exemple.fr").text());
        assertThat(CHALLENGE.recordName()).isEqualTo("_corpus-reservation.exemple.fr");
    }

    @Test
    void aSharedDomainOrAMachineByNumberHasNoChallenge() {
        for (String host : new String[] {"fr", "*.fr", "asso.fr", "localhost", "127.0.0.1", "[::1]", ""}) {
            assertThatThrownBy(() -> DomainChallenge.of(ORIGIN, ID, host))
                    .as(host)
                    .isInstanceOf(RecipeException.class);
        }
    }

    @Test
    void findsALineOfTheWellKnownFile() {
        String file = "# réservation\r\n autre\n" + CHALLENGE.text() + "\r\n";
        pages.put("exemple.fr/.well-known/corpus-reservation.txt", file);
        DomainVerifier.Finding found = find(DomainControl.Method.WELL_KNOWN);
        assertThat(found.control())
                .contains(new DomainControl(
                        "exemple.fr",
                        DomainControl.Method.WELL_KNOWN,
                        "http://exemple.fr/.well-known/corpus-reservation.txt",
                        Fixed.START,
                        Sha256.of(file.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void doesNotFindAChallengeThatIsPartOfALineOrOfAnErrorPage() {
        pages.put("exemple.fr/.well-known/corpus-reservation.txt", "x" + CHALLENGE.text());
        assertThat(find(DomainControl.Method.WELL_KNOWN).control()).isEmpty();
        pages.clear();
        assertThat(find(DomainControl.Method.WELL_KNOWN))
                .isEqualTo(new DomainVerifier.Finding(
                        "http://exemple.fr/.well-known/corpus-reservation.txt", java.util.Optional.empty()));
    }

    @Test
    void followsRedirectsOfTheSameHolderOnly() {
        pages.put("exemple.fr/", "->http://www.exemple.fr/accueil");
        pages.put(
                "www.exemple.fr/accueil",
                "<html><head><META content='" + CHALLENGE.text() + "' Name=corpus-reservation></head><body>");
        assertThat(find(DomainControl.Method.META).place()).isEqualTo("http://www.exemple.fr/accueil");
        assertThat(find(DomainControl.Method.META).control()).isPresent();
        for (String elsewhere : new String[] {
            "http://autre.fr/",
            "http://exemple.fr:8080/",
            "https://exemple.fr/",
            "http://127.0.0.1/",
            "//169.254.169.254/",
            "ftp://exemple.fr/",
            "http://exemple.fr.autre.org/",
            "http://a@exemple.fr/",
            "http:\\\\autre.fr"
        }) {
            pages.put("exemple.fr/", "->" + elsewhere);
            asked.clear();
            assertThatThrownBy(() -> find(DomainControl.Method.META))
                    .as(elsewhere)
                    .isInstanceOf(EngineException.class);
            assertThat(asked).as(elsewhere).containsExactly("exemple.fr/");
        }
        pages.put("exemple.fr/", "->http://exemple.fr/");
        assertThatThrownBy(() -> find(DomainControl.Method.META)).isInstanceOf(EngineException.class);
    }

    @Test
    void aMetaElementInTheBodyMayBeAnybodys() {
        String meta = "<meta name=\"corpus-reservation\" content=\"" + CHALLENGE.text() + "\">";
        pages.put("exemple.fr/", "<head><title>a</title></head><body><p>" + meta);
        assertThat(find(DomainControl.Method.META).control()).isEmpty();
        pages.put("exemple.fr/", "<head>" + meta + "</head><body>");
        assertThat(find(DomainControl.Method.META).control()).isPresent();
    }

    @Test
    void aFileWithoutEndIsReadToItsBoundOnly() {
        pages.put("exemple.fr/.well-known/corpus-reservation.txt", CHALLENGE.text() + "\n" + "x".repeat(1 << 20));
        assertThat(find(DomainControl.Method.WELL_KNOWN).control()).isEmpty();
    }

    @Test
    void findsATxtRecordAmongOthers() throws IOException {
        Map<String, List<String>> records = Map.of(
                "_corpus-reservation.exemple.fr", List.of("v=spf1 -all", CHALLENGE.text()),
                "_corpus-reservation.autre.fr", List.of("v=spf1 -all"));
        try (SmallDns dns = new SmallDns(records)) {
            DomainVerifier verifier = verifier(dns.port());
            assertThat(verifier.find(CHALLENGE, DomainControl.Method.DNS).control())
                    .contains(new DomainControl(
                            "exemple.fr",
                            DomainControl.Method.DNS,
                            "_corpus-reservation.exemple.fr",
                            Fixed.START,
                            Sha256.of(CHALLENGE.text().getBytes(StandardCharsets.UTF_8))));
            for (String other : new String[] {"autre.fr", "absent.fr"}) {
                DomainChallenge challenge = DomainChallenge.of(ORIGIN, ID, other);
                assertThat(verifier.find(challenge, DomainControl.Method.DNS).control())
                        .as(other)
                        .isEmpty();
            }
        }
    }

    @Test
    void byDefaultAsksNoMachineOfAnInnerNetwork() {
        for (String inner : new String[] {
            "localhost",
            "127.0.0.1",
            "10.0.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "[::1]",
            "[fd00::1]",
            "[::ffff:10.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[2002:a00:1::]",
            "100.64.0.1",
            "0.0.0.0"
        }) {
            String host = inner.replaceAll("[\\[\\]]", "");
            assertThatThrownBy(() -> Route.publicOnly().of(host, 443)).as(inner).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> Route.publicOnly().of("192.0.1.1", 80)).isInstanceOf(IOException.class);
    }

    @Test
    void theWayToAPublicMachineIsThatMachine() throws IOException {
        assertThat(Route.publicOnly().of("192.0.1.1", 443))
                .containsExactly(new InetSocketAddress(InetAddress.getByName("192.0.1.1"), 443));
        assertThat(Route.publicOnly().of("2a01::1", 443)).hasSize(1);
    }
}
