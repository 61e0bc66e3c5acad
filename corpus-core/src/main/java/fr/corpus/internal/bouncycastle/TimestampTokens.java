package fr.corpus.internal.bouncycastle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Requests and answers of time-stamping authorities (RFC 3161). Thread-safe. */
public final class TimestampTokens {

    private TimestampTokens() {}

    /** An answer that is not a token for what was asked, or not of anybody trusted. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String why, Throwable cause) {
            super(why, cause);
        }

        RefusedException(String why) {
            super(why);
        }
    }

    /** A request for a token over a SHA-256, with the certificates of its signer. */
    public static byte[] request(byte[] sha256) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(NISTObjectIdentifiers.id_sha256, sha256).getEncoded();
    }

    /**
     * The time of a token.
     *
     * @param response what the authority answered
     * @param sha256 of what is stamped
     * @param trusted certificates of authorities, or of those who certify them, PEM or DER
     * @throws RefusedException if the token does not hold
     */
    public static Instant verify(byte[] response, byte[] sha256, byte[] trusted) throws RefusedException {
        try {
            TimeStampToken token = new TimeStampResponse(response).getTimeStampToken();
            if (token == null) {
                throw new RefusedException("status");
            }
            boolean same = token.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    && Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), sha256);
            if (!same) {
                throw new RefusedException("imprint");
            }
            Date time = token.getTimeStampInfo().getGenTime();
            List<X509Certificate> anchors = certificates(trusted);
            X509Certificate signer = signer(token, anchors);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            if (!anchors.contains(signer)) {
                requirePath(token, signer, anchors, time);
            }
            return time.toInstant();
        } catch (TSPException | IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new RefusedException("signature", e);
        } catch (RuntimeException e) {
            throw new RefusedException("form", e); // the parser meets hostile bytes with exceptions of all kinds
        }
    }

    private static List<X509Certificate> certificates(byte[] bytes) throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(bytes))
                .forEach(certificate -> certificates.add((X509Certificate) certificate));
        return certificates;
    }

    /** The certificate that the token names as its signer's: it carries it, or it is trusted itself. */
    private static X509Certificate signer(TimeStampToken token, List<X509Certificate> anchors)
            throws GeneralSecurityException, IOException, RefusedException {
        List<X509Certificate> candidates = new ArrayList<>(carried(token));
        candidates.addAll(anchors);
        for (X509Certificate candidate : candidates) {
            if (token.getSID().match(new X509CertificateHolder(candidate.getEncoded()))) {
                return candidate;
            }
        }
        throw new RefusedException("certificate");
    }

    private static List<X509Certificate> carried(TimeStampToken token) throws GeneralSecurityException, IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            certificates.addAll(certificates(holder.getEncoded()));
        }
        return certificates;
    }

    /** Some order of the carried certificates leads from the signer to a trusted one, all valid at the time. */
    private static void requirePath(
            TimeStampToken token, X509Certificate signer, List<X509Certificate> anchors, Date time)
            throws GeneralSecurityException, IOException {
        List<X509Certificate> path = new ArrayList<>(List.of(signer));
        List<X509Certificate> left = new ArrayList<>(carried(token));
        left.remove(signer);
        Optional<X509Certificate> next = Optional.of(signer);
        while (next.isPresent()) {
            X509Certificate last = next.get();
            next = left.stream()
                    .filter(candidate -> candidate.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                    .filter(candidate -> !anchors.contains(candidate))
                    .findFirst();
            next.ifPresent(path::add);
            next.ifPresent(left::remove);
        }
        Set<TrustAnchor> trust = new HashSet<>();
        anchors.forEach(anchor -> trust.add(new TrustAnchor(anchor, null)));
        PKIXParameters parameters = new PKIXParameters(trust);
        parameters.setDate(time);
        parameters.setRevocationEnabled(false); // offline
        CertPath chain = CertificateFactory.getInstance("X.509").generateCertPath(path);
        CertPathValidator.getInstance("PKIX").validate(chain, parameters);
    }
}
