package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority that certifies servers and stamps times, by OpenSSL: nothing of it is ours. Tests that need it are skipped without. */
public final class OpenSslAuthority {

    private static final String PASSWORD = "essai";
    private static final String[] NEW_KEY = {"-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"};

    private final Path folder;

    /**
     * Founds an authority.
     *
     * @param folder an empty one, for its keys
     */
    public OpenSslAuthority(Path folder) throws IOException {
        this.folder = folder;
        assumeTrue(isInstalled(), "openssl is not installed");
        Files.writeString(folder.resolve("openssl.cnf"), """
                [ req ]
                distinguished_name = name
                [ name ]
                [ authority ]
                basicConstraints = critical,CA:TRUE
                [ stamps ]
                extendedKeyUsage = critical,timeStamping
                [ tsa ]
                default_tsa = stamper
                [ stamper ]
                serial = serial
                signer_cert = stamps.pem
                certs = stamps.pem
                signer_key = stamps.key
                signer_digest = sha256
                default_policy = 1.2.3.4
                digests = sha256
                ess_cert_id_alg = sha256
                """);
        Files.writeString(folder.resolve("serial"), "01\n");
        certify("authority", "authority", "-x509", "-extensions", "authority");
        certify(
                "stamps",
                "stamps",
                "-x509",
                "-extensions",
                "stamps",
                "-CA",
                "authority.pem",
                "-CAkey",
                "authority.key");
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("openssl", "version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void certify(String file, String name, String... how) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("req", "-new", "-config", "openssl.cnf", "-days", "30"));
        arguments.addAll(List.of(NEW_KEY));
        arguments.addAll(List.of("-subj", "/CN=" + name, "-keyout", file + ".key", "-out", file + ".pem"));
        arguments.addAll(List.of(how));
        run(arguments.toArray(String[]::new));
    }

    /** Runs OpenSSL among its files; it must succeed. Answers what it printed. */
    public String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(command + "\n" + printed).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return printed;
    }

    /** Its certificate, PEM. */
    public Path certificate() {
        return folder.resolve("authority.pem");
    }

    /** What it answers to a request for a time stamp (RFC 3161), both DER. */
    public byte[] stamp(byte[] request) throws IOException {
        Files.write(folder.resolve("request"), request);
        run("ts", "-reply", "-config", "openssl.cnf", "-section", "stamper", "-queryfile", "request", "-out", "answer");
        return Files.readAllBytes(folder.resolve("answer"));
    }

    /** What a server needs to be one of these names. */
    public SSLContext server(String... names) throws IOException, GeneralSecurityException {
        String alternatives = Arrays.stream(names).map(name -> "DNS:" + name).collect(Collectors.joining(","));
        certify(
                "server",
                names[0],
                "-x509",
                "-CA",
                "authority.pem",
                "-CAkey",
                "authority.key",
                "-addext",
                "subjectAltName=" + alternatives);
        run(
                "pkcs12",
                "-export",
                "-in",
                "server.pem",
                "-inkey",
                "server.key",
                "-passout",
                "pass:" + PASSWORD,
                "-out",
                "p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
