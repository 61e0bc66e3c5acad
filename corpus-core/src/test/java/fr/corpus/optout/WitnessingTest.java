package fr.corpus.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.corpus.error.IntegrityException;
import fr.corpus.fetch.Bounds;
import fr.corpus.fetch.Route;
import fr.corpus.fetch.WebFetcher;
import fr.corpus.releaselog.ReleaseLog;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.VerifierKey;
import fr.corpus.tlog.Witness;
import fr.corpus.tlog.WitnessRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real witness and a real time-stamping authority, over HTTP on the loopback. */
class WitnessingTest {

    private static final SignerKey WITNESS = SignerKey.of("temoin.example", SignatureKind.COSIGNATURE, new byte[32]);
    private static final SignerKey OTHER = SignerKey.of("autre.example", SignatureKind.COSIGNATURE, seed());
    private static final long TIME = Fixed.START.getEpochSecond() + 60;

    @TempDir
    Path directory;

    private HttpServer server;
    private String address;
    private OptOutRegistry registry;
    private Witness witness;
    private SmallAuthority authority;
    private SignerKey signs = WITNESS;

    private static byte[] seed() {
        byte[] seed = new byte[32];
        seed[0] = 7;
        return seed;
    }

    @BeforeEach
    void start() throws Exception {
        OptOutRegistry.create(
                directory, RegistryContract.ORIGIN, Optional.empty(), Duration.ofHours(24), new Fixed(1).environment());
        registry = OptOutRegistry.open(directory, Duration.ZERO, new Fixed(2).environment());
        authority = new SmallAuthority();
        witness = Witness.of(VerifierKey.parse(
                Files.readString(directory.resolve("log.vkey")).strip()));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/t/add-checkpoint", this::cosign);
        server.createContext("/tsa", this::stamp);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        Files.writeString(
                directory.resolve("policy.txt"),
                "log " + Files.readString(directory.resolve("log.vkey")).strip() + "\nwitness t " + WITNESS.verifier()
                        + " " + address + "/t/\nquorum t\n");
    }

    @AfterEach
    void stop() throws IOException {
        registry.close();
        server.stop(0);
    }

    private void cosign(HttpExchange exchange) throws IOException {
        WitnessRequest request = WitnessRequest.parse(exchange.getRequestBody().readAllBytes());
        Witness.Answer answer = witness.answer(request.oldSize(), request.proof(), request.checkpoint(), signs, TIME);
        if (answer instanceof Witness.Answer.Cosigned cosigned) {
            witness = cosigned.next();
            reply(exchange, 200, (cosigned.cosignature() + "\n").getBytes(StandardCharsets.UTF_8));
        } else if (answer instanceof Witness.Answer.Conflict conflict) {
            reply(exchange, 409, (conflict.knownSize() + "\n").getBytes(StandardCharsets.UTF_8));
        } else {
            reply(exchange, 422, new byte[0]);
        }
    }

    private void stamp(HttpExchange exchange) throws IOException {
        try {
            byte[] request = exchange.getRequestBody().readAllBytes();
            reply(exchange, 200, authority.answer(request, Fixed.START.plusSeconds(60)));
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Witnessing witnessing() {
        return registry.witnessing(WebFetcher.direct(Route.any(), new Bounds(1 << 16, Duration.ofSeconds(10), 0)));
    }

    private TlogPolicy policy() throws IOException {
        return TlogPolicy.parse(Files.readAllBytes(directory.resolve("policy.txt")));
    }

    @Test
    void aWitnessFollowsTheLogAndReceiptsCarryItsCosignature() throws IOException {
        for (int i = 0; i < 3; i++) {
            registry.register(Fixed.declaration("Anne", Fixed.isbn(i)));
            assertThat(witnessing().hasQuorum()).isFalse();
            Receipt bare = registry.receipt(i);
            assertThatThrownBy(() -> bare.verify(policy())).isInstanceOf(IntegrityException.class);
            assertThat(witnessing().ask()).containsExactly(new Witnessing.Asked("t", Optional.empty()));
            assertThat(witnessing().hasQuorum()).isTrue();
            Receipt.Verified verified = registry.receipt(i).verify(policy());
            assertThat(verified.witnessedSeconds()).hasValue(TIME);
            assertThat(verified.promiseKept()).contains(true);
            // Asked again, it says the same and the note does not grow.
            witnessing().ask();
            assertThat(registry.checkpoint().signatures()).hasSize(2);
        }
        assertThat(witness.size()).isEqualTo(3);
        registry.close();
        registry = OptOutRegistry.open(directory, Duration.ZERO, new Fixed(3).environment());
        assertThat(registry.checkpoint().signatures()).hasSize(2);
    }

    @Test
    void aWitnessThatSawMoreThanThereIsOrSignsWithAnotherKeyIsTold() throws IOException {
        registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
        signs = OTHER;
        assertThat(witnessing().ask().get(0).failure().orElseThrow().key()).startsWith("optout.witness.");
        assertThat(registry.checkpoint().signatures()).hasSize(1);
        witness = new Witness(witness.log(), 9, witness.root());
        assertThat(witnessing().ask().get(0).failure().orElseThrow().key()).isEqualTo("optout.witness.ahead");
        server.stop(0);
        assertThat(witnessing().ask().get(0).failure().orElseThrow().key()).isEqualTo("optout.witness.no-answer");
    }

    @Test
    void attachesWhatCameByFileAndRefusesWhatIsForgedOrOfAnotherCheckpoint() throws IOException {
        registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
        SignedNote published = registry.checkpoint();
        SignedNote cosigned = published.with(WITNESS.sign(published.text(), TIME));
        String line = new String(cosigned.bytes(), StandardCharsets.UTF_8)
                        .lines()
                        .reduce((a, b) -> b)
                        .orElseThrow() + "\n";
        byte[] forged = line.replace(line.substring(30, 34), "AAAA").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> witnessing().attach(forged)).isInstanceOf(fr.corpus.error.CorpusException.class);
        SignedNote foreign = published.with(OTHER.sign(published.text(), TIME));
        assertThatThrownBy(() -> witnessing().attach(foreign.bytes()))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.message().key()).isEqualTo("optout.witness.unknown"));
        assertThat(registry.checkpoint()).isEqualTo(published);
        witnessing().attach(line.getBytes(StandardCharsets.UTF_8));
        assertThat(registry.checkpoint()).isEqualTo(cosigned);
        registry.register(Fixed.declaration("Anne", Fixed.isbn(2)));
        byte[] old = line.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> witnessing().attach(old)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void anAuthorityStampsTheCheckpointAndTheReceiptShowsIt(@TempDir Path receipts) throws Exception {
        registry.register(Fixed.declaration("Anne", Fixed.isbn(1)));
        URI uri = URI.create(address + "/tsa");
        assertThat(witnessing().stamp(uri, authority.trusted())).isEqualTo(Fixed.START.plusSeconds(60));
        assertThat(directory.resolve("timestamps/1.tsr")).exists();
        Path prefix = receipts.resolve("r1");
        registry.receipt(0).write(prefix);
        Receipt.writeTimestamp(prefix, registry.timestamp().orElseThrow());
        Receipt receipt = Receipt.read(prefix);
        assertThat(receipt.timestamp(prefix, authority.trusted())).contains(Fixed.START.plusSeconds(60));
        assertThat(receipt.timestamp(prefix, authority.own())).contains(Fixed.START.plusSeconds(60));

        byte[] response = registry.timestamp().orElseThrow();
        byte[] stranger = new SmallAuthority().trusted();
        assertThatThrownBy(() -> receipt.timestamp(prefix, stranger)).isInstanceOf(IntegrityException.class);
        assertThatThrownBy(() -> receipt.timestamp(prefix, new byte[0])).isInstanceOf(IntegrityException.class);
        for (int i = 0; i < response.length; i += 7) {
            byte[] touched = response.clone();
            touched[i] ^= 0x10;
            try {
                // A changed byte that is not signed may pass, but never says another time.
                assertThat(fr.corpus.tlog.Timestamp.verify(touched, registry.checkpoint(), authority.trusted()))
                        .isEqualTo(Fixed.START.plusSeconds(60));
            } catch (IntegrityException e) {
                assertThat(e.message().key()).isEqualTo("tlog.timestamp-false");
            }
        }
        registry.register(Fixed.declaration("Anne", Fixed.isbn(2)));
        assertThat(registry.timestamp()).isEmpty();
        assertThatThrownBy(() -> witnessing().attachStamp(response, authority.trusted()))
                .isInstanceOf(IntegrityException.class);
    }

    @Test
    void theLogOfReleasesIsStampedApartAndItsRotationGoesOnAfterACrash() throws Exception {
        try (ReleaseLog releases = ReleaseLog.open(directory, Duration.ZERO, new Fixed(4).environment())) {
            WebFetcher fetcher = WebFetcher.direct(Route.any(), new Bounds(1 << 16, Duration.ofSeconds(10), 0));
            URI uri = URI.create(address + "/tsa");
            assertThat(releases.witnessing(fetcher).stamp(uri, authority.trusted()))
                    .isEqualTo(Fixed.START.plusSeconds(60));
            assertThat(directory.resolve("timestamps/releases/0.tsr")).exists();
            assertThat(directory.resolve("timestamps/0.tsr")).doesNotExist();

            VerifierKey old = releases.keys().get(0);
            SignerKey next = SignerKey.of(old.name(), SignatureKind.ED25519, seed());
            LogKeys keys = new RegistryDirectory(directory).releasesKeys();
            keys.writeNext(next, false);
            assertThat(releases.rotateKey(registry, false)).isEqualTo(next.verifier());
            assertThat(releases.keys()).containsExactly(next.verifier(), old);
            assertThat(releases.checkpoint().signatures()).hasSize(2);
            assertThat(registry.size()).isEqualTo(1);
            // Cut short after the entry: the same key, no second entry, and now the old one must go.
            keys.writeNext(next, false);
            assertThat(releases.rotateKey(registry, true)).isEqualTo(next.verifier());
            assertThat(releases.keys()).containsExactly(next.verifier());
            assertThat(releases.checkpoint().signatures()).hasSize(1);
            assertThat(registry.size()).isEqualTo(1);
            assertThat(policy().logs()).contains(next.verifier()).doesNotContain(old);
        }
    }
}
