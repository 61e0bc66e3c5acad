package fr.corpus.match;

import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.iscc.TextCode;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import fr.corpus.text.TokenizedText;
import java.util.HexFormat;
import java.util.List;

/** Looks documents up among the reservations by all their keys. Confined to one thread. */
public final class DocumentMatcher {

    private static final int ISCC_BITS = 256;

    private final ReservationMatcher matcher;
    private final boolean textCodes;
    private final boolean works;
    private final FrenchTokenizer tokenizer = new FrenchTokenizer();
    private final TokenizedText own = new TokenizedText();

    /** A matcher among these reservations. */
    public DocumentMatcher(Reservations reservations) {
        matcher = new ReservationMatcher(reservations.index());
        textCodes = reservations.index().needsTextCodes();
        works = reservations.index().works() > 0;
    }

    /** The reservations of a document whose view is at hand; its tokens are cut again when another tokenizer cut them. */
    public List<Reserved> find(TextView view, Provenance provenance, Digest canonicalText, Metadata metadata) {
        List<Key> keys = keys(view.text(), provenance, canonicalText, metadata);
        if (view.tokenizer() instanceof FrenchTokenizer) {
            return matcher.match(keys, view.tokens());
        }
        return matcher.match(keys, tokens(view.text()));
    }

    /** The reservations of a document, from its text. */
    public List<Reserved> find(String text, Provenance provenance, Digest canonicalText, Metadata metadata) {
        return matcher.match(keys(text, provenance, canonicalText, metadata), tokens(text));
    }

    /**
     * The reservations of a copy whose text is gone.
     *
     * @param keys what is known of its keys
     * @param samples its samples in the order of its text; none where they are not known
     */
    public List<Reserved> find(List<Key> keys, long[] samples) {
        return matcher.match(keys, samples, samples.length);
    }

    private TokenizedText tokens(String text) {
        if (works) {
            tokenizer.tokenize(text, own);
        }
        return own;
    }

    private List<Key> keys(String text, Provenance provenance, Digest canonicalText, Metadata metadata) {
        List<Key> keys = DocumentKeys.of(provenance, canonicalText, metadata);
        if (textCodes) {
            byte[] code = TextCode.of(text).unit(ISCC_BITS).body();
            keys.add(new Key(KeyType.ISCC, HexFormat.of().formatHex(code)));
        }
        return keys;
    }
}
