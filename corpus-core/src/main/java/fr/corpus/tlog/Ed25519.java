package fr.corpus.tlog;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) between raw bytes and the platform's signatures. Thread-safe. */
final class Ed25519 {

    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    /** SubjectPublicKeyInfo up to the key (RFC 8410). */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final BigInteger P = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    private static final Point BASE = Point.of(
            new BigInteger("15112221349535400772501151409588531511454012693041857206046113283949847762202"),
            new BigInteger("46316835694926478169428394003475163141307993866256225615783033603165251855960"));

    private Ed25519() {}

    /** Whether the signature is the key's over the message. */
    static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey(publicKey));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (InvalidKeySpecException | InvalidKeyException | SignatureException e) {
            return false; // not a point of the curve, or not the encoding of a signature
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 has Ed25519", e);
        }
    }

    /** The signature of the message under a private key of 32 bytes. */
    static byte[] sign(byte[] seed, byte[] message) {
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 has Ed25519", e);
        }
    }

    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        byte[] spki = new byte[SPKI_PREFIX.length + raw.length];
        System.arraycopy(SPKI_PREFIX, 0, spki, 0, SPKI_PREFIX.length);
        System.arraycopy(raw, 0, spki, SPKI_PREFIX.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
    }

    /**
     * The public key of a private key (RFC 8032 section 5.1.5), which the platform cannot derive. Its time depends on the
     * key: for loading a key, never for each signature.
     */
    static byte[] publicKeyOf(byte[] seed) {
        byte[] hash = sha512(seed);
        hash[0] &= (byte) 0xF8;
        hash[31] &= 0x7F;
        hash[31] |= 0x40;
        Point point = multiply(BASE, new BigInteger(1, reversed(hash)));
        BigInteger inverse = point.z.modInverse(P);
        BigInteger x = point.x.multiply(inverse).mod(P);
        byte[] y = point.y.multiply(inverse).mod(P).toByteArray();
        byte[] encoded = new byte[KEY_BYTES];
        for (int i = 0; i < Math.min(y.length, KEY_BYTES); i++) {
            encoded[i] = y[y.length - 1 - i];
        }
        encoded[31] |= (byte) (x.testBit(0) ? 0x80 : 0);
        return encoded;
    }

    /** A point of −x² + y² = 1 + d·x²·y² as (x/z, y/z), with t = x·y/z (RFC 8032 section 5.1.4). */
    private record Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {
        static Point of(BigInteger x, BigInteger y) {
            return new Point(x, y, BigInteger.ONE, x.multiply(y).mod(P));
        }
    }

    private static Point multiply(Point base, BigInteger scalar) {
        Point sum = Point.of(BigInteger.ZERO, BigInteger.ONE);
        for (int i = scalar.bitLength() - 1; i >= 0; i--) {
            sum = add(sum, sum);
            sum = scalar.testBit(i) ? add(sum, base) : sum;
        }
        return sum;
    }

    private static Point add(Point p, Point q) {
        BigInteger a = p.y.subtract(p.x).multiply(q.y.subtract(q.x)).mod(P);
        BigInteger b = p.y.add(p.x).multiply(q.y.add(q.x)).mod(P);
        BigInteger c = p.t.multiply(q.t).multiply(D).shiftLeft(1).mod(P);
        BigInteger d = p.z.multiply(q.z).shiftLeft(1).mod(P);
        BigInteger e = b.subtract(a);
        BigInteger f = d.subtract(c);
        BigInteger g = d.add(c);
        BigInteger h = b.add(a);
        return new Point(
                e.multiply(f).mod(P),
                g.multiply(h).mod(P),
                f.multiply(g).mod(P),
                e.multiply(h).mod(P));
    }

    /** The first 32 bytes, last first. */
    private static byte[] reversed(byte[] hash) {
        byte[] out = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            out[i] = hash[KEY_BYTES - 1 - i];
        }
        return out;
    }

    private static byte[] sha512(byte[] seed) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
    }
}
