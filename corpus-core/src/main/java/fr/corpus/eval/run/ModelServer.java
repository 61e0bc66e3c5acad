package fr.corpus.eval.run;

import fr.corpus.error.UserMessage;
import fr.corpus.eval.score.JsonValues;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.json.JsonTree;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and reads its response within bounds of time and size. Follows no redirect, so that the key never leaves for
 * another host. Thread-safe.
 */
final class ModelServer {

    private static final int SHOWN = 200;

    private final ServerAddress address;
    private final Optional<String> key;
    private final Traffic traffic;
    private final HttpClient client;

    ModelServer(ServerAddress address, Optional<String> key, Traffic traffic) {
        this.address = address;
        this.key = key;
        this.traffic = traffic;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(traffic.timeouts().connect())
                .build();
    }

    /** Sends an object and gives the one that comes back. */
    Map<String, @Nullable Object> post(String path, Map<String, @Nullable Object> body)
            throws ServerFault, InterruptedException {
        HttpRequest.Builder request = to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(CanonicalJson.of(body)));
        return exchange(request.build());
    }

    /** Asks for an object. */
    Map<String, @Nullable Object> get(String path) throws ServerFault, InterruptedException {
        return exchange(to(path).GET().build());
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.at(path))
                .header("Accept", "application/json")
                .header("User-Agent", "corpus")
                .timeout(traffic.timeouts().total());
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private Map<String, @Nullable Object> exchange(HttpRequest request) throws ServerFault, InterruptedException {
        AtomicLong lastHeard = new AtomicLong(System.nanoTime());
        CompletableFuture<HttpResponse<BoundedBody.Bytes>> coming =
                client.sendAsync(request, head -> new BoundedBody(traffic.maxResponseBytes(), lastHeard));
        HttpResponse<BoundedBody.Bytes> response = await(coming, lastHeard);
        int status = response.statusCode();
        BoundedBody.Bytes body = response.body();
        if (status < 200 || status > 299) {
            throw refused(request.uri(), response);
        }
        if (!body.whole()) {
            throw ServerFault.of(ServerFault.Reach.ITEM, "too-large", traffic.maxResponseBytes());
        }
        if (!isJson(response)) {
            throw ServerFault.again("content-type");
        }
        Object value;
        try {
            value = JsonTree.parse(body.bytes());
        } catch (IllegalArgumentException e) {
            throw ServerFault.again("not-json");
        }
        if (!(value instanceof Map)) {
            throw ServerFault.again("not-json");
        }
        return JsonValues.map(value);
    }

    /** Waits until the response is whole, the server has been silent for too long, or the time is up. */
    private <T> T await(CompletableFuture<T> coming, AtomicLong lastHeard) throws ServerFault, InterruptedException {
        long end = System.nanoTime() + traffic.timeouts().total().toNanos();
        long silence = traffic.timeouts().silence().toNanos();
        while (true) {
            long now = System.nanoTime();
            long left = Math.min(end, lastHeard.get() + silence) - now;
            if (left <= 0) {
                coming.cancel(true);
                throw ServerFault.again("timeout");
            }
            try {
                return coming.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                coming.cancel(true);
                throw e;
            } catch (ExecutionException e) {
                throw unreachable(e.getCause());
            }
        }
    }

    private static ServerFault unreachable(@Nullable Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException
                || cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException) {
            return ServerFault.again("connect");
        }
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return ServerFault.again("timeout");
        }
        if (cause instanceof SSLException) {
            return ServerFault.of(ServerFault.Reach.RUN, "tls");
        }
        if (cause instanceof IOException) {
            return ServerFault.again("cut");
        }
        throw new IllegalStateException(cause);
    }

    private static boolean isJson(HttpResponse<?> response) {
        String type = response.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        int end = type.indexOf(';');
        String media = (end < 0 ? type : type.substring(0, end)).strip();
        return media.equals("application/json") || media.endsWith("+json");
    }

    private ServerFault refused(URI asked, HttpResponse<BoundedBody.Bytes> response) {
        int status = response.statusCode();
        String code = "http-" + status;
        if (status >= 300 && status <= 399) {
            String to = response.headers()
                    .firstValue("location")
                    .map(location -> host(asked, location))
                    .orElse("?");
            return new ServerFault(
                    ServerFault.Reach.RUN, code, UserMessage.of("eval.run-fault-redirect", to), Optional.empty());
        }
        String detail = detail(response.body().bytes());
        ServerFault.Reach reach = switch (status) {
            case 401, 403, 404, 405 -> ServerFault.Reach.RUN;
            case 408, 409, 425, 429 -> ServerFault.Reach.AGAIN;
            default -> status >= 500 && status != 501 ? ServerFault.Reach.AGAIN : ServerFault.Reach.ITEM;
        };
        Optional<Duration> retryAfter =
                response.headers().firstValue("retry-after").flatMap(RetryAfter::parse);
        return new ServerFault(
                reach,
                code,
                detail.isEmpty()
                        ? UserMessage.of("eval.run-fault-http", String.valueOf(status))
                        : UserMessage.of("eval.run-fault-http-detail", String.valueOf(status), detail),
                reach == ServerFault.Reach.AGAIN ? retryAfter : Optional.empty());
    }

    private static String host(URI asked, String location) {
        try {
            URI to = asked.resolve(location);
            return to.getScheme() + "://" + to.getRawAuthority();
        } catch (IllegalArgumentException e) {
            return "?";
        }
    }

    /** What the server says of an error, short, on one line and without the key should it be repeated there. */
    private String detail(byte[] body) {
        Object error;
        try {
            Map<String, @Nullable Object> root = JsonValues.map(JsonTree.parse(body));
            error = root.containsKey("error") ? root.get("error") : root;
        } catch (IllegalArgumentException e) {
            return "";
        }
        Map<String, @Nullable Object> map = JsonValues.map(error);
        String text = JsonValues.text(error)
                .or(() -> JsonValues.text(map.get("message")))
                .or(() -> JsonValues.text(map.get("detail")))
                .orElse("");
        for (String secret : key.stream().toList()) {
            text = text.replace(secret, "…");
        }
        text = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
    }
}
