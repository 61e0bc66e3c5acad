package fr.corpus.annotate.exchange;

import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.Span;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an {@link AnnotatedText} together from its pieces in order. Confined to one thread. */
final class TextBuilder {

    private final StringBuilder text = new StringBuilder();
    private final List<Span> sentences = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final List<String> entityTags = new ArrayList<>();
    private final List<String> termTags = new ArrayList<>();
    private int codePoints;
    private int sentenceStart = -1;
    private int sentenceEnd;

    /** Appends what belongs to no token. */
    void space(String space) {
        append(space);
    }

    /** Appends a token of the open sentence. */
    void token(String form, List<Word> words, String entity, @Nullable String term) {
        int start = codePoints;
        append(form);
        tokens.add(new Token(start, codePoints, words));
        entityTags.add(entity);
        termTags.add(term == null ? Labels.OUTSIDE : term);
        sentenceStart = sentenceStart < 0 ? start : sentenceStart;
        sentenceEnd = codePoints;
    }

    /** Ends the sentence of the tokens since the last one. */
    void endSentence() {
        if (sentenceStart >= 0) {
            sentences.add(new Span(sentenceStart, sentenceEnd));
        }
        sentenceStart = -1;
    }

    private void append(String piece) {
        text.append(piece);
        codePoints += piece.codePointCount(0, piece.length());
    }

    /** Whether there is no token. */
    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /**
     * The text.
     *
     * @param withEntities whether there is a layer of entities, if only an empty one
     * @param withTerms the same of key terms
     */
    AnnotatedText build(String id, boolean withEntities, boolean withTerms) {
        endSentence();
        Annotations layers = Annotations.NONE.withSentences(sentences).withTokens(tokens);
        layers = withEntities ? layers.withEntities(mentions(entityTags)) : layers;
        return new AnnotatedText(id, text.toString(), withTerms ? layers.withTerms(mentions(termTags)) : layers);
    }

    private List<Mention> mentions(List<String> tags) {
        return Labels.mentions(tokens, tags);
    }
}
