package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.UsageError;
import fr.corpus.document.Identifier;
import fr.corpus.document.Metadata;
import fr.corpus.error.UserMessage;
import fr.corpus.identifier.Ark;
import fr.corpus.identifier.Doi;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Isni;
import fr.corpus.identifier.Issn;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.identifier.WebAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Addresses and identifiers that a release is asked about. */
public class IdentifierOptions {

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--url", paramLabel = "URL", descriptionKey = "url")
    List<String> urls = List.of();

    @Option(names = "--host", paramLabel = "HOST", descriptionKey = "host")
    List<String> hosts = List.of();

    @Option(names = "--domain", paramLabel = "DOMAIN", descriptionKey = "domain")
    List<String> domains = List.of();

    @Option(names = "--isbn", paramLabel = "N", descriptionKey = "isbn")
    List<String> isbns = List.of();

    @Option(names = "--issn", paramLabel = "N", descriptionKey = "issn")
    List<String> issns = List.of();

    @Option(names = "--doi", paramLabel = "DOI", descriptionKey = "doi")
    List<String> dois = List.of();

    @Option(names = "--ark", paramLabel = "ARK", descriptionKey = "ark")
    List<String> arks = List.of();

    @Option(names = "--isni", paramLabel = "N", descriptionKey = "isni")
    List<String> isnis = List.of();

    /** The keys of all identifiers. */
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        urls.forEach(url -> keys.add(one("--url", url, IdentifierOptions::address)));
        hosts.forEach(host -> keys.add(one(
                "--host", host, name -> WebAddress.hostName(name).map(value -> new Key(KeyType.HOST, value)))));
        domains.forEach(domain -> keys.add(one(
                "--domain", domain, name -> WebAddress.hostName(name).map(value -> new Key(KeyType.DOMAIN, value)))));
        isbns.forEach(value ->
                keys.add(one("--isbn", value, isbn -> Isbn.find(isbn).map(Isbn::key))));
        issns.forEach(value ->
                keys.add(one("--issn", value, issn -> Issn.find(issn).map(Issn::key))));
        dois.forEach(value -> keys.add(one("--doi", value, doi -> Doi.find(doi).map(Doi::key))));
        arks.forEach(value -> keys.add(one("--ark", value, ark -> Ark.find(ark).map(Ark::key))));
        isnis.forEach(value ->
                keys.add(one("--isni", value, isni -> Isni.find(isni).map(Isni::key))));
        return keys;
    }

    /** The identifiers of a document, as releases write them. */
    public static List<String> shown(Metadata metadata) {
        return metadata.identifiers().stream().map(Identifier::toString).toList();
    }

    final Key one(String option, String value, Function<String, Optional<Key>> canonical) {
        return canonical
                .apply(value)
                .orElseThrow(() ->
                        new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.prove-value", option, value)));
    }

    /** An address, or with a star after its last slash all addresses below it; no other pattern has one key. */
    private static Optional<Key> address(String url) {
        boolean below = url.endsWith("/*");
        String address = below ? url.substring(0, url.length() - 1) : url;
        if (address.contains("*") || below && address.contains("?")) {
            return Optional.empty();
        }
        return WebAddress.find(address).map(found -> below ? new Key(KeyType.PREFIX, found.value()) : found.key());
    }
}
