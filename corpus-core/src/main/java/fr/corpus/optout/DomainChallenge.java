package fr.corpus.optout;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.PublicSuffix;
import fr.corpus.identifier.WebAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What the operator of a host publishes to show that a reservation is theirs: {@code docs/formats/registry.md}. Immutable.
 *
 * <p>Made of the registry, the reservation and the host, so what was published for one reservation serves no other; who publishes
 * it speaks for that reservation.
 *
 * @param host in canonical form
 * @param text {@code corpus-reservation-v1:} and 64 hexadecimal digits
 */
public record DomainChallenge(String host, String text) {

    private static final String PREFIX = "corpus-reservation-v1:";
    private static final byte DOMAIN = 4;

    /**
     * The challenge of a reservation for a host.
     *
     * @param origin the name of the registry's log
     * @throws RecipeException if the host is no name of one machine or site: without a dot, an address of numbers, or shared
     */
    public static DomainChallenge of(String origin, ReservationId reservation, String host) {
        String name = WebAddress.hostName(host)
                .filter(found -> found.chars().anyMatch(c -> c >= 'a' && c <= 'z') && found.indexOf(':') < 0)
                .filter(found -> !PublicSuffix.is(found))
                .orElseThrow(() -> new RecipeException(UserMessage.of("optout.domain.shared", host)));
        MessageDigest sha = Sha256.newDigest();
        sha.update(DOMAIN);
        byte[] said = (origin + "\n" + reservation.hex() + "\n" + name).getBytes(StandardCharsets.UTF_8);
        return new DomainChallenge(name, PREFIX + HexFormat.of().formatHex(sha.digest(said)));
    }

    /** The path of the file in which it stands on a line of its own. */
    public static final String PATH = "/.well-known/corpus-reservation.txt";

    /** The name of the {@code meta} element whose content it is. */
    public static final String META = "corpus-reservation";

    /** The name in the domain name system that has it as a TXT record. */
    public String recordName() {
        return "_corpus-reservation." + host;
    }
}
