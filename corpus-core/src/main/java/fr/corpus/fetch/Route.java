package fr.corpus.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * From the name of a host to the machines that may be asked. What it answers is connected to as it is, so a name cannot mean a
 * public machine when it is checked and an inner one when it is asked. Thread-safe.
 */
@FunctionalInterface
public interface Route {

    /**
     * The addresses to try in turn, at least one.
     *
     * @throws IOException if the name has none, or none that may be asked
     */
    List<InetSocketAddress> of(String host, int port) throws IOException;

    /** Every machine that the system knows by the name: for addresses that the operator chose. */
    static Route any() {
        return (host, port) -> sockets(InetAddress.getAllByName(host), port);
    }

    /** Machines of the public internet only, by their default ports: for addresses that a stranger chose. */
    static Route publicOnly() {
        return (host, port) -> {
            if (port != HTTPS_PORT) {
                throw new UnknownHostException(host + ":" + port);
            }
            InetAddress[] found = InetAddress.getAllByName(host);
            for (InetAddress address : found) {
                // One inner address among public ones is a trap, not a choice.
                if (!PublicAddress.is(address)) {
                    throw new UnknownHostException(host);
                }
            }
            return sockets(found, port);
        };
    }

    /** The port of https. */
    int HTTPS_PORT = 443;

    private static List<InetSocketAddress> sockets(InetAddress[] addresses, int port) {
        List<InetSocketAddress> sockets = new ArrayList<>();
        for (InetAddress address : addresses) {
            sockets.add(new InetSocketAddress(address, port));
        }
        return sockets;
    }
}
