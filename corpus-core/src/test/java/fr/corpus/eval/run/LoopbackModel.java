package fr.corpus.eval.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.json.JsonTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server of OpenAI’s interface on the loopback that answers as it is told, faults included, and counts. */
final class LoopbackModel implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Map<?, ?>> bodies = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final List<@Nullable String> keys = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private volatile Behaviour behaviour;

    /** What the server does with a request. */
    interface Behaviour {
        /** Answers, or does worse. */
        void on(Call call) throws IOException;
    }

    /** One request. */
    record Call(HttpExchange exchange, Map<?, ?> body, int number) {

        String path() {
            return exchange.getRequestURI().getPath();
        }

        /** The text of the only message, or the prompt. */
        String text() {
            if (body.get("messages") instanceof List<?> messages) {
                return String.valueOf(((Map<?, ?>) messages.get(0)).get("content"));
            }
            return String.valueOf(body.get("prompt"));
        }

        void chat(String text) throws IOException {
            json(
                    200,
                    Map.of(
                            "model",
                            "essai-1",
                            "choices",
                            List.of(Map.of(
                                    "index",
                                    0L,
                                    "message",
                                    Map.of("role", "assistant", "content", text),
                                    "finish_reason",
                                    "stop")),
                            "usage",
                            Map.of("prompt_tokens", 7L, "completion_tokens", 2L, "total_tokens", 9L)));
        }

        void json(int status, Map<String, ?> body) throws IOException {
            raw(status, "application/json", CanonicalJson.of(body));
        }

        void raw(int status, String type, byte[] body) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        void raw(int status, String type, String body) throws IOException {
            raw(status, type, body.getBytes(StandardCharsets.UTF_8));
        }

        /** Promises more than it sends. */
        void cut() throws IOException {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 5000);
            exchange.getResponseBody().write("{\"choices\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        }
    }

    LoopbackModel(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(workers);
        server.createContext("/", this::take);
        server.start();
    }

    /** One that answers every question with the same text. */
    static LoopbackModel saying(String text) throws IOException {
        return new LoopbackModel(call -> call.chat(text));
    }

    void behave(Behaviour other) {
        behaviour = other;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("GET")) {
                new Call(exchange, Map.of(), 0).json(200, Map.of("data", List.of(Map.of("id", "modele"))));
                return;
            }
            Map<?, ?> body = bytes.length == 0 ? Map.of() : (Map<?, ?>) JsonTree.parse(bytes);
            int number;
            synchronized (this) {
                bodies.add(body == null ? Map.of() : body);
                paths.add(exchange.getRequestURI().getPath());
                keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
                number = bodies.size();
            }
            behaviour.on(new Call(exchange, body == null ? Map.of() : body, number));
        } finally {
            underWay.decrementAndGet();
            exchange.close();
        }
    }

    /**
     * Repeats the prompt with a log-probability for each word and line feed, −0.5 for each letter of it, and generates one more word; the first
     * has none.
     */
    static void echo(Call call) throws IOException {
        String prompt = call.text();
        List<@Nullable Object> tokens = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        List<@Nullable Object> offsets = new ArrayList<>();
        int from = 0;
        while (from < prompt.length()) {
            int to = from + 1;
            while (prompt.charAt(from) != '\n' && to < prompt.length() && " \n".indexOf(prompt.charAt(to)) < 0) {
                to++;
            }
            tokens.add(prompt.substring(from, to));
            values.add(from == 0 ? null : (Object) (-0.5 * (to - from)));
            offsets.add((long) prompt.codePointCount(0, from));
            from = to;
        }
        tokens.add(" suite");
        values.add(-9.0);
        offsets.add((long) prompt.codePointCount(0, prompt.length()));
        Map<String, Object> logprobs = Map.of("tokens", tokens, "token_logprobs", values, "text_offset", offsets);
        call.json(
                200,
                Map.of(
                        "choices",
                        List.of(Map.of("text", prompt + " suite", "logprobs", logprobs)),
                        "usage",
                        Map.of("prompt_tokens", (long) tokens.size() - 1, "completion_tokens", 1L)));
    }

    /** Bodies of requests so far. */
    synchronized List<Map<?, ?>> bodies() {
        return List.copyOf(bodies);
    }

    synchronized List<String> paths() {
        return List.copyOf(paths);
    }

    synchronized List<@Nullable String> keys() {
        return new ArrayList<>(keys);
    }

    /** Most requests that were under way at a time. */
    int mostUnderWay() {
        return mostUnderWay.get();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
