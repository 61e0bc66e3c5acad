package fr.corpus.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** Asks the domain name system for TXT records (RFC 1035). Immutable; thread-safe. Answers are not checked by DNSSEC. */
public final class TxtLookup {

    private static final String FACTORY = "com.sun.jndi.dns.DnsContextFactory";
    private static final String TXT = "TXT";
    private static final int MAX_RECORDS = 100;

    private final String server;
    private final Duration timeout;

    private TxtLookup(String server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
    }

    /** Asks the name servers of the system. */
    public static TxtLookup ofSystem(Duration timeout) {
        return new TxtLookup("dns:", timeout);
    }

    /** Asks one name server. */
    public static TxtLookup of(String host, int port, Duration timeout) {
        return new TxtLookup("dns://" + host + ":" + port, timeout);
    }

    /**
     * The texts of a name, each record joined to one; none if the name has no such records.
     *
     * @throws IOException if no server answers
     */
    public List<String> find(String name) throws IOException {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put("java.naming.factory.initial", FACTORY);
        settings.put("java.naming.provider.url", server);
        settings.put("com.sun.jndi.dns.timeout.initial", String.valueOf(timeout.toMillis()));
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        try {
            DirContext context = new InitialDirContext(settings);
            try {
                return texts(Optional.ofNullable(
                        context.getAttributes(name, new String[] {TXT}).get(TXT)));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new IOException("no answer of the name server", e);
        }
    }

    private static List<String> texts(Optional<Attribute> records) throws NamingException {
        List<String> texts = new ArrayList<>();
        if (records.isPresent()) {
            NamingEnumeration<?> values = records.get().getAll();
            while (values.hasMore() && texts.size() < MAX_RECORDS) {
                texts.add(String.valueOf(values.next()).replace("\"", ""));
            }
        }
        return texts;
    }
}
