package fr.corpus.eval.run;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a server of OpenAI’s interface is, as {@code http://localhost:8000/v1}. Immutable.
 *
 * @param base its address without a slash at the end
 */
public record ServerAddress(URI base) {

    /**
     * The server of an address.
     *
     * @throws RecipeException if it is no address by HTTP, or carries what does not belong into files: a user, a query
     */
    public static ServerAddress parse(String address) {
        URI uri;
        try {
            uri = new URI(address.strip());
        } catch (URISyntaxException e) {
            throw new RecipeException(UserMessage.of("eval.run-endpoint", shown(address)), e);
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme)
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new RecipeException(UserMessage.of("eval.run-endpoint", shown(address)));
        }
        String text = uri.toString();
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        for (String path : List.of("/chat/completions", "/completions")) {
            if (text.endsWith(path)) {
                throw new RecipeException(
                        UserMessage.of("eval.run-endpoint-path", text, text.substring(0, text.indexOf(path))));
            }
        }
        return new ServerAddress(URI.create(text));
    }

    /** What may be shown of an address that may hold a password or a key. */
    private static String shown(String address) {
        return address.replaceAll("//[^/@]*@", "//…@").replaceAll("[?#].*", "?…");
    }

    /** The address of a call, as {@code chat/completions}. */
    URI at(String path) {
        return URI.create(base + "/" + path);
    }

    /** Whether what is sent could be read on its way: no TLS, and not this machine. */
    public boolean isOpenToReaders() {
        return !"https".equalsIgnoreCase(base.getScheme()) && !isThisMachine();
    }

    /** Whether it names this machine: {@code localhost} or an address of the loopback. */
    public boolean isThisMachine() {
        String host = base.getHost().toLowerCase(Locale.ROOT);
        if (host.equals("localhost") || host.endsWith(".localhost") || host.equals("[::1]")) {
            return true;
        }
        try {
            return host.matches("127(\\.[0-9]{1,3}){3}")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (java.net.UnknownHostException e) {
            return false;
        }
    }
}
