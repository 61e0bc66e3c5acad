package fr.corpus.engine.local;

import fr.corpus.fingerprint.Samples;
import fr.corpus.fingerprint.TextTraces;
import fr.corpus.hash.Digest;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import fr.corpus.text.TokenizedText;
import java.util.Arrays;

/** Takes the traces of texts whose tokens are at hand, so that a release need not cut them again. Confined to one thread. */
final class TextTracing {

    private final FrenchTokenizer tokenizer = new FrenchTokenizer();
    private final TokenizedText own = new TokenizedText();
    private final Samples samples = new Samples();

    /** The traces of a text; its tokens are cut again when another tokenizer cut them. */
    TextTraces of(TextView view, Digest canonicalText) {
        TokenizedText tokens = view.tokens();
        if (!(view.tokenizer() instanceof FrenchTokenizer)) {
            tokenizer.tokenize(view.text(), own);
            tokens = own;
        }
        int n = samples.of(tokens);
        return TextTraces.of(canonicalText, Arrays.copyOf(samples.hashes(), n));
    }
}
