package fr.corpus.annotate;

import fr.corpus.document.Annotations;
import fr.corpus.document.Span;
import fr.corpus.document.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence whose tokens are known, as chains take it that {@linkplain LayerChain#keepingAll keep} what a text has. Immutable.
 *
 * @param text the tokens joined by one space
 * @param layers one sentence and the tokens
 */
public record GivenTokens(String text, Annotations layers) {

    /**
     * A sentence of these tokens.
     *
     * @param forms at least one, none empty
     */
    public static GivenTokens of(List<String> forms) {
        List<Token> tokens = new ArrayList<>(forms.size());
        int at = 0;
        for (String form : forms) {
            int end = at + form.codePointCount(0, form.length());
            tokens.add(Token.of(at, end));
            at = end + 1;
        }
        Annotations layers =
                Annotations.NONE.withSentences(List.of(new Span(0, at - 1))).withTokens(tokens);
        return new GivenTokens(String.join(" ", forms), layers);
    }
}
