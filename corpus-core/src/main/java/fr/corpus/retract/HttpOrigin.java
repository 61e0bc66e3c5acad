package fr.corpus.retract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release behind a web server (RFC 9110): whole files by GET, the rest of a file by a range where the server knows ranges.
 * Redirects are followed a few times, never from https to http. Thread-safe.
 */
final class HttpOrigin implements ReleaseOrigin {

    private static final Pattern RANGE = Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\\*)");

    private final URI base;
    private final Limits limits;

    /**
     * How long a server is waited for. Immutable.
     *
     * @param silence without a byte
     * @param grace after which the least rate counts
     * @param leastBytesPerSecond on the mean of one answer
     * @param redirects followed for one file
     */
    record Limits(Duration silence, Duration grace, long leastBytesPerSecond, int redirects) {
        static final Limits STANDARD = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(60), 1024, 5);
    }

    HttpOrigin(URI base, Limits limits) {
        this.base = base;
        this.limits = limits;
    }

    @Override
    public String name() {
        return base.toString();
    }

    @Override
    public Optional<Part> open(String path, long from, long total) throws IOException {
        URI address = base.resolve(path);
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(Math.toIntExact(limits.silence().toMillis()));
            connection.setReadTimeout(Math.toIntExact(limits.silence().toMillis()));
            connection.setUseCaches(false);
            connection.setRequestProperty("User-Agent", "corpus");
            connection.setRequestProperty("Accept", "*/*");
            connection.setRequestProperty("Accept-Encoding", "identity");
            if (from > 0) {
                connection.setRequestProperty("Range", "bytes=" + from + "-");
            }
            int status = connection.getResponseCode();
            String location = connection.getHeaderField("Location");
            if (status >= 300 && status < 400 && location != null) {
                connection.disconnect();
                address = next(address, location);
                continue;
            }
            boolean badRange = status == 416 || status == 206 && !isRest(connection, from, total);
            if (from > 0 && badRange) {
                connection.disconnect();
                return open(path, 0, total);
            }
            return answer(connection, status, from, total);
        }
        throw new IOException("more than " + limits.redirects() + " redirects");
    }

    private static URI next(URI address, String location) throws IOException {
        URI target;
        try {
            target = address.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("redirected to what is not an address", e);
        }
        boolean same = address.getScheme().equalsIgnoreCase(target.getScheme());
        boolean safer = "https".equalsIgnoreCase(target.getScheme());
        if (target.getHost() == null || target.getRawUserInfo() != null || !same && !safer) {
            throw new IOException("redirected to " + target.getScheme() + ", which is not followed");
        }
        return target;
    }

    private Optional<Part> answer(HttpURLConnection connection, int status, long from, long total) throws IOException {
        String coding = connection.getContentEncoding();
        if (status == 404 || status == 410) {
            connection.disconnect();
            return Optional.empty();
        }
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            connection.disconnect();
            throw new IOException("a content coding that was not asked for");
        }
        if (status == 206 && from > 0) {
            return Optional.of(new Part(from, new Timed(connection.getInputStream())));
        }
        if (status == 200) {
            long length = connection.getContentLengthLong();
            if (total >= 0 && length >= 0 && length != total) {
                connection.disconnect();
                throw new IOException("the answer has " + length + " bytes, the manifest promises " + total);
            }
            return Optional.of(new Part(0, new Timed(connection.getInputStream())));
        }
        connection.disconnect();
        throw new IOException("HTTP status " + status);
    }

    private static boolean isRest(HttpURLConnection connection, long from, long total) {
        String range = connection.getHeaderField("Content-Range");
        Matcher matcher = RANGE.matcher(range == null ? "" : range);
        return matcher.matches()
                && Long.parseLong(matcher.group(1)) == from
                && (matcher.group(2).equals("*") || total < 0 || Long.parseLong(matcher.group(2)) == total);
    }

    /** Gives up on an answer that drips. */
    private final class Timed extends FilterInputStream {
        private final long begin = System.nanoTime();
        private long bytes;

        Timed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws IOException {
            bytes += n;
            Duration spent = Duration.ofNanos(System.nanoTime() - begin);
            boolean drips = spent.compareTo(limits.grace()) > 0
                    && bytes < limits.leastBytesPerSecond() * spent.toMillis() / 1000;
            if (drips) {
                throw new SocketTimeoutException("fewer than " + limits.leastBytesPerSecond() + " bytes a second");
            }
        }
    }
}
