package fr.corpus.annotate.term;

import fr.corpus.document.Annotations;
import fr.corpus.document.Span;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import java.util.ArrayList;
import java.util.List;

/** Where terms of several words stand in a text, within sentences and within each other. Stateless. */
final class TermSpans {

    /**
     * A word in the order of the text.
     *
     * @param token number of its token
     */
    record Place(String lemma, TermPattern.Sort sort, int token) {}

    /** Takes terms, by their first word, then by their last. */
    interface Taker {

        /**
         * Takes a term.
         *
         * @param words of the term, valid until the method returns
         * @param lexical how many of them are nouns, names and adjectives
         */
        void take(List<Place> words, int lexical);
    }

    private TermSpans() {}

    /**
     * Gives all terms of a text.
     *
     * @param layers its sentences, and tokens with parts of speech and lemmas
     */
    static void each(Annotations layers, Taker taker) {
        List<Token> tokens = layers.tokens().orElse(List.of());
        List<Span> sentences = layers.sentences().orElse(List.of());
        List<Place> sentence = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            while (next < sentences.size() && sentences.get(next).start() <= token.start()) {
                next++;
                find(sentence, taker);
            }
            for (Word word : token.words()) {
                String lemma = Lemmas.of(word);
                sentence.add(new Place(lemma, TermPattern.sort(word, lemma), i));
            }
        }
        find(sentence, taker);
    }

    private static void find(List<Place> words, Taker taker) {
        for (int first = 0; first < words.size(); first++) {
            int state = TermPattern.START;
            int lexical = 0;
            int end = Math.min(words.size(), first + TermPattern.MOST_WORDS);
            for (int last = first; last < end; last++) {
                TermPattern.Sort sort = words.get(last).sort();
                state = TermPattern.next(state, sort);
                lexical += sort.isLexical() ? 1 : 0;
                if (state == TermPattern.DEAD || lexical > TermPattern.MOST_LEXICAL) {
                    break;
                }
                if (lexical > 1 && TermPattern.isEnd(state)) {
                    taker.take(words.subList(first, last + 1), lexical);
                }
            }
        }
        words.clear();
    }

    /** The lemmas of words, one blank between them. */
    static String key(List<Place> words) {
        StringBuilder key = new StringBuilder();
        for (Place word : words) {
            key.append(key.isEmpty() ? "" : " ").append(word.lemma());
        }
        return key.toString();
    }
}
