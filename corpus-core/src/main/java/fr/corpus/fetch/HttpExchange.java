package fr.corpus.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One question and its answer by HTTP/1.1 (RFC 9112) on a connection of its own. */
final class HttpExchange {

    private static final int HTTP_PORT = 80;

    private HttpExchange() {}

    /** A request. */
    record Question(String method, String contentType, byte[] body) {

        static Question get() {
            return new Question("GET", "", new byte[0]);
        }

        private byte[] head(URI address) {
            String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            String port = address.getPort() < 0 ? "" : ":" + address.getPort();
            StringBuilder head = new StringBuilder(method + " " + path + query + " HTTP/1.1\r\n");
            head.append("Host: ").append(address.getHost()).append(port).append("\r\n");
            head.append("User-Agent: corpus\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
            if (!contentType.isEmpty()) {
                head.append("Content-Type: ").append(contentType).append("\r\n");
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** To which machines, and whose certificates they may show. */
    record Way(Route route, TlsTrust trust) {}

    /** An answer; the location only of a redirect. */
    record Answer(int status, Optional<String> location, byte[] body, boolean whole) {}

    static Answer ask(Way way, URI address, Question question, int maxBytes, Deadline deadline) throws IOException {
        String host = address.getHost();
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (host == null || address.getRawUserInfo() != null || !secure && !scheme.equals("http")) {
            throw new IOException("not an address to ask");
        }
        int port = address.getPort() >= 0 ? address.getPort() : secure ? Route.HTTPS_PORT : HTTP_PORT;
        try (Socket plain = connected(way.route(), host, port, deadline);
                Socket socket = secure ? secured(plain, way.trust(), host, port) : plain) {
            socket.getOutputStream().write(question.head(address));
            socket.getOutputStream().write(question.body());
            socket.getOutputStream().flush();
            InputStream in = new BufferedInputStream(new TimedInput(socket, deadline));
            return HttpAnswer.read(in, maxBytes);
        }
    }

    /** The first machine of the route that answers. */
    private static Socket connected(Route route, String host, int port, Deadline deadline) throws IOException {
        IOException last = new IOException("no machine to ask");
        for (InetSocketAddress machine : route.of(host, port)) {
            Socket socket = new Socket();
            try {
                socket.connect(machine, deadline.millisLeft());
                socket.setSoTimeout(deadline.millisLeft());
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private static Socket secured(Socket plain, TlsTrust trust, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) trust.sockets().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Reads of which none may last beyond the deadline, however slowly the bytes come. */
    private static final class TimedInput extends InputStream {
        private final Socket socket;
        private final InputStream in;
        private final Deadline deadline;

        TimedInput(Socket socket, Deadline deadline) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            socket.setSoTimeout(deadline.millisLeft());
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            socket.setSoTimeout(deadline.millisLeft());
            return in.read(bytes, from, length);
        }
    }
}
