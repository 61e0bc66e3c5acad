package fr.corpus.retract;

import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where a release is got from: plain files, in a directory or behind any web server. What it gives is believed in nothing. */
interface ReleaseOrigin {

    /**
     * An origin from what a user gives.
     *
     * @throws EngineException if an address is not one that can be asked
     */
    static ReleaseOrigin of(String from) {
        String lower = from.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            return new DirectoryOrigin(Path.of(from));
        }
        try {
            URI address = new URI(from.endsWith("/") ? from : from + "/");
            boolean plain = address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            if (plain) {
                return new HttpOrigin(address, HttpOrigin.Limits.STANDARD);
            }
        } catch (URISyntaxException e) {
            throw new EngineException(UserMessage.of("retract.bad-address", from), e);
        }
        throw new EngineException(UserMessage.of("retract.bad-address", from));
    }

    /** What it is called in messages. */
    String name();

    /**
     * A part of a file from a place on.
     *
     * @param start where the bytes begin: what was asked for, or 0 when the origin gives whole files only
     * @param in the bytes; to be closed
     */
    record Part(long start, InputStream in) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /**
     * Opens a file.
     *
     * @param path relative to the release, / separators
     * @param from first byte wanted; not beyond the end
     * @param total how long the file must be; negative if not known
     * @return empty if there is no such file
     * @throws IOException if the origin does not answer or breaks off; asking again may help
     */
    Optional<Part> open(String path, long from, long total) throws IOException;
}
