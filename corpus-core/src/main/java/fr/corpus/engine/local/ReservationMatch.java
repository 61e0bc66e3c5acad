package fr.corpus.engine.local;

import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.iscc.TextCode;
import fr.corpus.match.DocumentKeys;
import fr.corpus.match.ReservationMatcher;
import fr.corpus.match.Reservations;
import fr.corpus.match.Reserved;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import fr.corpus.text.TokenizedText;
import java.util.HexFormat;
import java.util.List;

/** Looks documents up among the reservations. Confined to one thread. */
final class ReservationMatch {

    private static final int ISCC_BITS = 256;

    private final ReservationMatcher matcher;
    private final boolean textCodes;
    private final FrenchTokenizer tokenizer = new FrenchTokenizer();
    private final TokenizedText own = new TokenizedText();

    ReservationMatch(Reservations reservations) {
        matcher = new ReservationMatcher(reservations.index());
        textCodes = reservations.index().needsTextCodes();
    }

    /** The reservations of a document whose view is at hand; its tokens are cut again when another tokenizer cut them. */
    List<Reserved> find(TextView view, Provenance provenance, Digest canonicalText, Metadata metadata) {
        TokenizedText tokens = view.tokens();
        if (!(view.tokenizer() instanceof FrenchTokenizer)) {
            tokenizer.tokenize(view.text(), own);
            tokens = own;
        }
        List<Key> keys = DocumentKeys.of(provenance, canonicalText, metadata);
        if (textCodes) {
            byte[] code = TextCode.of(view.text()).unit(ISCC_BITS).body();
            keys.add(new Key(KeyType.ISCC, HexFormat.of().formatHex(code)));
        }
        return matcher.match(keys, tokens);
    }
}
