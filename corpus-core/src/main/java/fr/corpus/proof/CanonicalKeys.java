package fr.corpus.proof;

import fr.corpus.identifier.Ark;
import fr.corpus.identifier.AuthorName;
import fr.corpus.identifier.Doi;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Isni;
import fr.corpus.identifier.Issn;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.WebAddress;
import fr.corpus.text.Folding;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells keys that a document can have from values in another spelling, of which absence would be shown without worth. */
final class CanonicalKeys {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SAMPLE = Pattern.compile("[0-9a-f]{15}0");

    private CanonicalKeys() {}

    static boolean has(Key key) {
        String value = key.value();
        return switch (key.type()) {
            case BYTES, TEXT -> DIGEST.matcher(value).matches();
            case SAMPLE -> SAMPLE.matcher(value).matches();
            case URL -> WebAddress.find("https://" + value).map(WebAddress::key).equals(Optional.of(key));
            case PREFIX ->
                value.endsWith("/")
                        && WebAddress.find("https://" + value)
                                .map(WebAddress::value)
                                .equals(Optional.of(value));
            case HOST, DOMAIN -> WebAddress.hostName(value).equals(Optional.of(value));
            case ISBN -> Isbn.find(value).map(Isbn::key).equals(Optional.of(key));
            case ISSN -> Issn.find(value).map(Issn::key).equals(Optional.of(key));
            case DOI -> Doi.find(value).map(Doi::key).equals(Optional.of(key));
            case ARK -> Ark.find(value).map(Ark::key).equals(Optional.of(key));
            case ISNI -> Isni.find(value).map(Isni::key).equals(Optional.of(key));
            case AUTHOR ->
                value.codePoints().allMatch(c -> c == ' ' || Folding.isLowerLetter(c))
                        && AuthorName.find(value).map(AuthorName::key).equals(Optional.of(key));
            case ISCC -> false;
        };
    }
}
