package fr.corpus.engine.local;

import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.hash.Digest;
import fr.corpus.match.DocumentKeys;
import fr.corpus.match.ReservationMatcher;
import fr.corpus.match.Reservations;
import fr.corpus.match.Reserved;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import fr.corpus.text.TokenizedText;
import java.util.List;

/** Looks documents up among the reservations. Confined to one thread. */
final class ReservationMatch {

    private final ReservationMatcher matcher;
    private final FrenchTokenizer tokenizer = new FrenchTokenizer();
    private final TokenizedText own = new TokenizedText();

    ReservationMatch(Reservations reservations) {
        matcher = new ReservationMatcher(reservations.index());
    }

    /** The reservations of a document whose view is at hand; its tokens are cut again when another tokenizer cut them. */
    List<Reserved> find(TextView view, Provenance provenance, Digest canonicalText, Metadata metadata) {
        TokenizedText tokens = view.tokens();
        if (!(view.tokenizer() instanceof FrenchTokenizer)) {
            tokenizer.tokenize(view.text(), own);
            tokens = own;
        }
        return matcher.match(DocumentKeys.of(provenance, canonicalText, metadata), tokens);
    }
}
