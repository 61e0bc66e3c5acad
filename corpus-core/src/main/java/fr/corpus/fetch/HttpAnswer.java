package fr.corpus.fetch;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads answers of HTTP/1.1 (RFC 9112), strictly where two readers could differ. Confined to one thread. */
final class HttpAnswer {

    private static final int MAX_LINE = 16 << 10;
    private static final int MAX_HEADERS = 200;
    private static final int MAX_INTERIM = 8;

    private final InputStream in;
    private final Map<String, String> headers = new TreeMap<>();

    private HttpAnswer(InputStream in) {
        this.in = in;
    }

    static HttpExchange.Answer read(InputStream in, int maxBytes) throws IOException {
        for (int interim = 0; interim < MAX_INTERIM; interim++) {
            HttpAnswer answer = new HttpAnswer(in);
            int status = answer.head();
            if (status >= 200) {
                return answer.body(status, maxBytes);
            }
        }
        throw malformed();
    }

    private int head() throws IOException {
        String line = line();
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw malformed();
        }
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            if (colon < 1 || headers.size() >= MAX_HEADERS) {
                throw malformed();
            }
            String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, header.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private HttpExchange.Answer body(int status, int maxBytes) throws IOException {
        boolean redirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        if (redirect && headers.containsKey("location")) {
            return new HttpExchange.Answer(status, Optional.of(headers.get("location")), new byte[0], true);
        }
        String coding = headers.getOrDefault("content-encoding", "identity");
        if (!coding.equalsIgnoreCase("identity")) {
            throw new IOException("a content coding that was not asked for");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean whole;
        String transfer = headers.get("transfer-encoding");
        String length = headers.get("content-length");
        if (transfer != null) {
            if (!transfer.equalsIgnoreCase("chunked") || length != null) {
                throw malformed();
            }
            whole = chunks(body, maxBytes);
        } else if (status == 204 || status == 304) {
            whole = true;
        } else if (length != null) {
            whole = copy(number(length, 10), body, maxBytes, true);
        } else {
            whole = copy(Long.MAX_VALUE, body, maxBytes, false);
        }
        return new HttpExchange.Answer(status, Optional.empty(), body.toByteArray(), whole);
    }

    private boolean chunks(ByteArrayOutputStream body, int maxBytes) throws IOException {
        while (true) {
            String line = line();
            int extension = line.indexOf(';');
            long size = number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
            if (size == 0) {
                return true;
            }
            if (!copy(size, body, maxBytes, true)) {
                return false;
            }
            if (!line().isEmpty()) {
                throw malformed();
            }
        }
    }

    /** Copies so many bytes, or until the bound; answers whether all of them. */
    private boolean copy(long size, ByteArrayOutputStream to, int maxBytes, boolean exact) throws IOException {
        long left = size;
        byte[] buffer = new byte[8192];
        while (left > 0) {
            int room = maxBytes - to.size();
            if (room == 0) {
                return !exact && in.read() < 0;
            }
            int read = in.read(buffer, 0, (int) Math.min(Math.min(buffer.length, left), room));
            if (read < 0) {
                if (exact) {
                    throw new EOFException("the answer ends too soon");
                }
                return true;
            }
            to.write(buffer, 0, read);
            left -= read;
        }
        return true;
    }

    private static long number(String text, int radix) throws IOException {
        if (!text.matches(radix == 10 ? "[0-9]{1,15}" : "[0-9a-fA-F]{1,12}")) {
            throw malformed();
        }
        return Long.parseLong(text, radix);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the answer ends too soon");
            }
            if (line.length() >= MAX_LINE) {
                throw malformed();
            }
            line.append((char) c);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }

    private static IOException malformed() {
        return new IOException("not an answer of HTTP/1.1");
    }
}
