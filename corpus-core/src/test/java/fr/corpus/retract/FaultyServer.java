package fr.corpus.retract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server of static files on the loopback address, which knows ranges and can be told to misbehave. */
final class FaultyServer implements AutoCloseable {

    /** What goes wrong with a file. */
    enum Fault {
        NONE,
        NOT_FOUND,
        SERVER_ERROR,
        /** The connection ends in the middle. */
        CUT,
        CORRUPT,
        TOO_LONG,
        TOO_SHORT,
        /** Ranges are answered with the whole file. */
        NO_RANGES,
        /** Ranges are answered with another range. */
        WRONG_RANGE,
        REDIRECT,
        REDIRECT_LOOP,
        REDIRECT_TO_FILE,
        /** A byte now and then. */
        DRIP,
        SILENT
    }

    private final Path root;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Map<String, Integer> times = new ConcurrentHashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();

    FaultyServer(Path root) throws IOException {
        this.root = root;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** A file misbehaves so many times, then no more. */
    void fault(String path, Fault fault, int howOften) {
        faults.put("/" + path, fault);
        times.put("/" + path, howOften);
    }

    URI address(String directory) {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/" + directory + "/");
    }

    private Fault faultOf(String path) {
        return times.merge(path, -1, Integer::sum) >= 0 ? faults.getOrDefault(path, Fault.NONE) : Fault.NONE;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(path + (range == null ? "" : " " + range));
        Fault fault = faultOf(path);
        Path file = root.resolve(path.substring(1)).normalize();
        if (path.startsWith("/moved/")) {
            file = root.resolve(path.substring("/moved/".length())).normalize();
        }
        if (!file.startsWith(root) || !Files.isRegularFile(file) || fault == Fault.NOT_FOUND) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        int from = range == null ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        switch (fault) {
            case SERVER_ERROR -> {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
            }
            case REDIRECT, REDIRECT_LOOP, REDIRECT_TO_FILE -> {
                String target = fault == Fault.REDIRECT
                        ? "/moved" + path
                        : fault == Fault.REDIRECT_LOOP ? path : "file:///etc/hostname";
                exchange.getResponseHeaders().set("Location", target);
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            }
            case CUT -> {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case CORRUPT -> {
                bytes[bytes.length / 2] ^= 1;
                send(exchange, bytes, from, from);
            }
            case TOO_LONG -> chunked(exchange, Arrays.copyOf(bytes, bytes.length + 100_000));
            case TOO_SHORT -> send(exchange, Arrays.copyOf(bytes, bytes.length / 2), 0, 0);
            case NO_RANGES -> send(exchange, bytes, 0, 0);
            case WRONG_RANGE -> send(exchange, bytes, from, from / 2);
            case DRIP -> drip(exchange, bytes);
            case SILENT -> pause(Duration.ofMillis(600));
            default -> send(exchange, bytes, from, from);
        }
    }

    private static void send(HttpExchange exchange, byte[] bytes, int asked, int from) throws IOException {
        if (asked > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
        }
        exchange.sendResponseHeaders(asked > 0 ? 206 : 200, bytes.length == from ? -1 : bytes.length - from);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes, from, bytes.length - from);
        }
    }

    private static void chunked(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void drip(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 20; i++) {
                out.write(bytes[i]);
                out.flush();
                pause(Duration.ofMillis(50));
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
