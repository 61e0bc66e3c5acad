package fr.corpus.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.json.JsonTree;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Chromium without window, driven over its DevTools protocol: as much of a client as the tests of pages need. Thread-safe.
 */
final class Browser implements Closeable {

    private static final int SECONDS = 120;
    private static final String LISTENING = "DevTools listening on ";

    private final Path profile;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Long, CompletableFuture<Map<?, ?>>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final WebSocket socket;
    private String session = "";

    private Browser(Path profile, Process process, URI devTools) {
        this.profile = profile;
        this.process = process;
        this.socket =
                http.newWebSocketBuilder().buildAsync(devTools, new Answers()).join();
    }

    /** The program, if this machine has one: of Debian's package, or named by the environment variable CORPUS_CHROMIUM. */
    static Optional<Path> program() {
        String named = System.getenv("CORPUS_CHROMIUM");
        return Stream.of(named == null ? "/usr/bin/chromium" : named)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts a browser with an empty profile of its own. */
    static Browser start(Path program) throws IOException {
        Path profile = Files.createTempDirectory("corpus-browser");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.startsWith(LISTENING)) {
                drain(log);
                Browser browser = new Browser(profile, process, URI.create(line.substring(LISTENING.length())));
                browser.openTab();
                return browser;
            }
        }
        throw new IOException("the browser ended before it listened");
    }

    /** A browser that shows the verifier, written into a folder; the calling test is skipped, visibly, where there is none. */
    static Browser withPage(Path folder) throws IOException {
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), "skipped: no Chromium on this machine, so nothing tests the page in a browser");
        Path page = folder.resolve("verifier.html");
        Files.write(page, VerifierPage.bytes());
        Browser browser = start(program.orElseThrow());
        browser.open(page.toUri());
        return browser;
    }

    /** A full pipe would stop the browser. */
    private static void drain(BufferedReader log) {
        Thread thread = new Thread(
                () -> {
                    try (log) {
                        while (log.readLine() != null) {
                            // nobody reads it
                        }
                    } catch (IOException e) {
                        // the browser has ended
                    }
                },
                "browser log");
        thread.setDaemon(true);
        thread.start();
    }

    private void openTab() {
        Object target =
                call("Target.createTarget", Map.of("url", "about:blank")).get("targetId");
        Map<?, ?> attached = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true));
        session = (String) attached.get("sessionId");
        call("Page.enable", Map.of());
        call("DOM.enable", Map.of());
    }

    /** Takes the answers as they come, each in one or more frames. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder frames = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            frames.append(data);
            if (last) {
                Map<?, ?> message = (Map<?, ?>) JsonTree.parse(frames.toString().getBytes(StandardCharsets.UTF_8));
                frames.setLength(0);
                if (message.get("id") instanceof Long id) {
                    waiting.remove(id).complete(message);
                }
            }
            webSocket.request(1);
            return null;
        }
    }

    /** Calls a method of the protocol and answers its result. */
    private Map<?, ?> call(String method, Map<String, ?> parameters) {
        long id = lastId.incrementAndGet();
        CompletableFuture<Map<?, ?>> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        Map<String, Object> message = new HashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(new String(CanonicalJson.of(message), StandardCharsets.UTF_8), true)
                .join();
        Map<?, ?> answered = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (answered.get("error") != null) {
            throw new IllegalStateException(method + ": " + answered.get("error"));
        }
        return (Map<?, ?>) answered.get("result");
    }

    /** Opens a page and waits until it is there. */
    void open(URI page) {
        call("Page.navigate", Map.of("url", page.toString()));
        await("document.readyState === 'complete' && location.href.startsWith('" + page + "')");
    }

    /** Waits until an expression is true. */
    void await(String expression) {
        for (int i = 0; i < 20 * SECONDS; i++) {
            if (Boolean.TRUE.equals(evaluate(expression))) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        throw new IllegalStateException("never came true: " + expression);
    }

    /** The value of an expression in the page; a promise is waited for. */
    @Nullable
    Object evaluate(String expression) {
        Map<?, ?> result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.get("exceptionDetails") != null) {
            throw new IllegalStateException("in the page: " + result.get("exceptionDetails"));
        }
        return ((Map<?, ?>) result.get("result")).get("value");
    }

    /** Calls a function of the page, given as an expression, with one argument that is JSON. */
    @Nullable
    Object apply(String function, Object argument) {
        return evaluate("(" + function + ")(" + new String(CanonicalJson.of(argument), StandardCharsets.UTF_8) + ")");
    }

    /** Chooses files in an input, as a person does. */
    void choose(String selector, Path... files) {
        Map<?, ?> root = (Map<?, ?>) call("DOM.getDocument", Map.of()).get("root");
        Map<?, ?> found = call("DOM.querySelector", Map.of("nodeId", root.get("nodeId"), "selector", selector));
        List<String> paths =
                Stream.of(files).map(file -> file.toAbsolutePath().toString()).toList();
        call("DOM.setFileInputFiles", Map.of("files", paths, "nodeId", found.get("nodeId")));
    }

    /** Presses a key. */
    void press(String key) {
        call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "code", key));
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key));
    }

    /** Takes the width of a window, and light or dark. */
    void look(int width, String colorScheme) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
    }

    /** The whole page as PNG. */
    byte[] screenshot() {
        Map<?, ?> shot = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        return Base64.getDecoder().decode((String) shot.get("data"));
    }

    /** The page as it prints, PDF. */
    byte[] pdf() {
        return Base64.getDecoder()
                .decode((String) call("Page.printToPDF", Map.of()).get("data"));
    }

    /** Every node of the accessibility tree that is not ignored, as role and name. */
    List<String> accessible() {
        call("Accessibility.enable", Map.of());
        List<?> nodes = (List<?>) call("Accessibility.getFullAXTree", Map.of()).get("nodes");
        return nodes.stream()
                .map(node -> (Map<?, ?>) node)
                .filter(node -> !Boolean.TRUE.equals(node.get("ignored")))
                .map(node -> value(node.get("role")) + ": " + value(node.get("name")))
                .toList();
    }

    private static String value(@Nullable Object property) {
        return property instanceof Map<?, ?> map ? String.valueOf(map.get("value")) : "";
    }

    /** Ends the browser and all that it started, then takes away its profile. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        socket.abort();
        process.destroy();
        children.forEach(ProcessHandle::destroy);
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        children.forEach(
                child -> child.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join());
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
