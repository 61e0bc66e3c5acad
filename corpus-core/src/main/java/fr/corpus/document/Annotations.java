package fr.corpus.document;

import java.util.List;
import java.util.Optional;

/**
 * The layers of stand-off annotation of a text; a layer that nobody made is empty. Immutable. The spans of a layer are in the
 * order of the text and do not overlap: anything else is refused.
 *
 * @param sentences sentences
 * @param tokens surface tokens with their words
 * @param entities named entities
 * @param terms occurrences of key terms
 */
public record Annotations(
        Optional<List<Span>> sentences,
        Optional<List<Token>> tokens,
        Optional<List<Mention>> entities,
        Optional<List<Mention>> terms) {

    /** No layer. */
    public static final Annotations NONE =
            new Annotations(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Fails unless spans follow each other. */
    public Annotations {
        sentences = sentences.map(List::copyOf);
        tokens = tokens.map(List::copyOf);
        entities = entities.map(List::copyOf);
        terms = terms.map(List::copyOf);
        int end = 0;
        for (Span span : sentences.orElse(List.of())) {
            end = follow("sentences", end, span.start(), span.end());
        }
        end = 0;
        for (Token token : tokens.orElse(List.of())) {
            end = follow("tokens", end, token.start(), token.end());
        }
        mentions("entities", entities);
        mentions("terms", terms);
    }

    private static void mentions(String layer, Optional<List<Mention>> mentions) {
        int end = 0;
        for (Mention mention : mentions.orElse(List.of())) {
            end = follow(layer, end, mention.start(), mention.end());
        }
    }

    private static int follow(String layer, int before, int start, int end) {
        if (start < before) {
            throw new IllegalArgumentException(layer + ": " + start + ", " + end + " comes after " + before);
        }
        return end;
    }

    /** These layers with other sentences. */
    public Annotations withSentences(List<Span> spans) {
        return new Annotations(Optional.of(spans), tokens, entities, terms);
    }

    /** These layers with other tokens. */
    public Annotations withTokens(List<Token> others) {
        return new Annotations(sentences, Optional.of(others), entities, terms);
    }

    /** These layers with other entities. */
    public Annotations withEntities(List<Mention> mentions) {
        return new Annotations(sentences, tokens, Optional.of(mentions), terms);
    }

    /** These layers with other key terms. */
    public Annotations withTerms(List<Mention> mentions) {
        return new Annotations(sentences, tokens, entities, Optional.of(mentions));
    }

    /** Whether there is a layer other than sentences. */
    public boolean isRich() {
        return tokens.isPresent() || entities.isPresent() || terms.isPresent();
    }

    /** Code point after the last of any span: what the text must have at least. */
    public int end() {
        int end = last(
                sentences.map(spans ->
                        spans.isEmpty() ? 0 : spans.get(spans.size() - 1).end()),
                0);
        end = last(
                tokens.map(
                        list -> list.isEmpty() ? 0 : list.get(list.size() - 1).end()),
                end);
        end = last(entities.map(Annotations::lastOf), end);
        return last(terms.map(Annotations::lastOf), end);
    }

    private static int lastOf(List<Mention> mentions) {
        return mentions.isEmpty() ? 0 : mentions.get(mentions.size() - 1).end();
    }

    private static int last(Optional<Integer> end, int before) {
        return Math.max(before, end.orElse(0));
    }
}
