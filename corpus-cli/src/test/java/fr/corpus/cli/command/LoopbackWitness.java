package fr.corpus.cli.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.VerifierKey;
import fr.corpus.tlog.Witness;
import fr.corpus.tlog.WitnessRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A witness of several logs, over HTTP on the loopback; it must be told their keys. */
final class LoopbackWitness implements AutoCloseable {

    private static final long TIME = 1_795_600_000;

    private final SignerKey key;
    private final HttpServer server;
    private final Map<String, Witness> logs = new TreeMap<>();

    LoopbackWitness(String name, int seed) throws IOException {
        byte[] secret = new byte[32];
        secret[0] = (byte) seed;
        key = SignerKey.of(name, SignatureKind.COSIGNATURE, secret);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", this::cosign);
        server.start();
    }

    /** Tells it the key of a log, or a later one of a log that it knows. */
    synchronized void follow(String vkey) {
        VerifierKey log = VerifierKey.parse(vkey);
        Witness known = logs.getOrDefault(log.name(), Witness.of(log));
        logs.put(log.name(), new Witness(log, known.size(), known.root()));
    }

    /** The line of a policy that names it. */
    String policyLine(String name) {
        return "witness " + name + " " + key.verifier() + " http://127.0.0.1:"
                + server.getAddress().getPort();
    }

    private synchronized void cosign(HttpExchange exchange) throws IOException {
        WitnessRequest request = WitnessRequest.parse(exchange.getRequestBody().readAllBytes());
        String origin = Checkpoint.parse(request.checkpoint().text()).origin();
        Witness witness = logs.get(origin);
        Witness.Answer answer = witness == null
                ? new Witness.Answer.BadRequest()
                : witness.answer(request.oldSize(), request.proof(), request.checkpoint(), key, TIME);
        if (answer instanceof Witness.Answer.Cosigned cosigned) {
            logs.put(origin, cosigned.next());
            reply(exchange, 200, cosigned.cosignature() + "\n");
        } else if (answer instanceof Witness.Answer.Conflict conflict) {
            reply(exchange, 409, conflict.knownSize() + "\n");
        } else {
            reply(exchange, 422, "refused\n");
        }
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
