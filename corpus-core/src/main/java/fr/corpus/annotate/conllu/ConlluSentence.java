package fr.corpus.annotate.conllu;

import java.util.List;
import java.util.Optional;

/**
 * A sentence of a CoNLL-U file. Immutable.
 *
 * @param comments the lines that start with {@code #}, whole, in order
 * @param tokens its surface tokens in order
 * @param emptyNodes the lines of empty nodes (ids like {@code 3.1}), whole, in order
 */
public record ConlluSentence(List<String> comments, List<ConlluToken> tokens, List<EmptyNode> emptyNodes) {

    /**
     * The line of an empty node.
     *
     * @param afterWord number of the word it follows, 0 for the start of the sentence
     * @param line the ten columns
     */
    public record EmptyNode(int afterWord, String line) {}

    public ConlluSentence {
        comments = List.copyOf(comments);
        tokens = List.copyOf(tokens);
        emptyNodes = List.copyOf(emptyNodes);
    }

    /** The value of the first comment {@code # key = value}. */
    public Optional<String> comment(String key) {
        String start = "# " + key + " = ";
        return comments.stream()
                .filter(comment -> comment.startsWith(start))
                .map(comment -> comment.substring(start.length()))
                .findFirst();
    }

    /** The text that forms and white space give, without what follows the last token. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            text.append(tokens.get(i).form());
            if (i + 1 < tokens.size()) {
                text.append(tokens.get(i).spacesAfter());
            }
        }
        return text.toString();
    }
}
