package fr.corpus.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates of servers are believed. Immutable; thread-safe.
 *
 * <p>Those of the system are the JDK's, or of the store that {@code javax.net.ssl.trustStore} names.
 */
public final class TlsTrust {

    private final SSLSocketFactory sockets;

    private TlsTrust(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /** The authorities that the system believes. */
    public static TlsTrust system() {
        return new TlsTrust((SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * The authorities that the system believes, and others: those of a private network.
     *
     * @param pem their certificates, one after another
     * @throws IOException if these are no certificates
     */
    public static TlsTrust with(byte[] pem) throws IOException {
        try {
            Collection<? extends Certificate> others =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
            if (others.isEmpty()) {
                throw new CertificateException("no certificate");
            }
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (TrustManager manager : managers(null)) {
                if (manager instanceof X509TrustManager known) {
                    for (X509Certificate certificate : known.getAcceptedIssuers()) {
                        all.setCertificateEntry("system-" + number++, certificate);
                    }
                }
            }
            for (Certificate certificate : others) {
                all.setCertificateEntry("other-" + number++, certificate);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(all), null);
            return new TlsTrust(context.getSocketFactory());
        } catch (GeneralSecurityException e) {
            throw new IOException("not certificates in PEM", e);
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    SSLSocketFactory sockets() {
        return sockets;
    }
}
