package fr.corpus.match;

import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.fingerprint.CopyTraces;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import fr.corpus.text.TokenizedText;
import java.util.List;
import java.util.Optional;

/** Looks documents up among the reservations by all their keys. Confined to one thread. */
public final class DocumentMatcher {

    private static final long[] NONE = {};

    private final ReservationMatcher matcher;
    private final boolean textCodes;
    private final boolean works;
    private final boolean codes;
    private final BareNumbers bareNumbers;
    private final FrenchTokenizer tokenizer = new FrenchTokenizer();
    private final TokenizedText own = new TokenizedText();
    private final NearText near = new NearText();

    /** A matcher among these reservations. */
    public DocumentMatcher(Reservations reservations) {
        this(reservations.index());
    }

    /** A matcher among the reservations of an index. */
    public DocumentMatcher(ReservationIndex index) {
        matcher = new ReservationMatcher(index);
        textCodes = index.needsTextCodes();
        works = index.works() > 0;
        codes = index.usesCodes();
        bareNumbers = index.bareNumbers();
    }

    /** The reservations of a document whose view is at hand; its tokens are cut again when another tokenizer cut them. */
    public List<Reserved> find(TextView view, Provenance provenance, Digest canonicalText, Metadata metadata) {
        List<Key> keys = keys(view.text(), provenance, canonicalText, metadata);
        boolean cut = view.tokenizer() instanceof FrenchTokenizer;
        return matcher.match(keys, cut ? view.tokens() : tokens(view.text()), Optional.of(near));
    }

    /** The reservations of a document, from its text. */
    public List<Reserved> find(String text, Provenance provenance, Digest canonicalText, Metadata metadata) {
        return matcher.match(keys(text, provenance, canonicalText, metadata), tokens(text), Optional.of(near));
    }

    /**
     * The reservations of a copy whose text is gone. An exact copy has those of its survivor’s text besides.
     *
     * @param sourceId its record’s id in the source
     */
    public List<Reserved> find(String sourceId, CopyTraces copy) {
        long[] samples = works ? copy.sampleHashes() : NONE;
        return matcher.match(
                DocumentKeys.ofCopy(sourceId, copy, bareNumbers),
                samples,
                samples.length,
                copy.code().map(near::of));
    }

    /**
     * Whether something is reserved by near Text-Codes and that of a near copy is not known: the release was made before it was
     * recorded, or without keys.
     */
    public boolean lacksCode(CopyTraces copy) {
        return codes && copy.lacksCode();
    }

    private TokenizedText tokens(String text) {
        if (works) {
            tokenizer.tokenize(text, own);
        }
        return own;
    }

    private List<Key> keys(String text, Provenance provenance, Digest canonicalText, Metadata metadata) {
        List<Key> keys = DocumentKeys.of(provenance, canonicalText, metadata, bareNumbers);
        near.of(text);
        if (textCodes) {
            keys.add(new Key(KeyType.ISCC, near.code().code()));
        }
        return keys;
    }
}
