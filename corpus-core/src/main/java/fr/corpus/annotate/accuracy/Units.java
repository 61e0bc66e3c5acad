package fr.corpus.annotate.accuracy;

import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.conllu.ConlluToken;
import fr.corpus.annotate.conllu.ConlluWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sentences, tokens and words as spans of the characters that are not white space. Immutable.
 *
 * @param characters those characters
 * @param sentences spans
 * @param tokens spans
 * @param words words
 */
record Units(String characters, List<Range> sentences, List<Range> tokens, List<Word> words) {

    /** A half-open range of characters. */
    record Range(int start, int end) {}

    /**
     * A word.
     *
     * @param form as written; without white space outside multiword tokens
     * @param lemma its lemma
     * @param upos its part of speech
     * @param features its universal features, sorted
     * @param range its characters, or those of its multiword token
     * @param multiword whether it is in a multiword token
     */
    record Word(String form, String lemma, String upos, String features, Range range, boolean multiword) {}

    /** The 21 universal features of the shared task. */
    private static final Set<String> UNIVERSAL = Set.of(
            "PronType",
            "NumType",
            "Poss",
            "Reflex",
            "Foreign",
            "Abbr",
            "Gender",
            "Animacy",
            "Number",
            "Case",
            "Definite",
            "Degree",
            "VerbForm",
            "Mood",
            "Tense",
            "Aspect",
            "Voice",
            "Evident",
            "Polarity",
            "Person",
            "Polite");

    static Units of(List<ConlluSentence> sentences) {
        StringBuilder characters = new StringBuilder();
        List<Range> spans = new ArrayList<>();
        List<Range> tokens = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        for (ConlluSentence sentence : sentences) {
            int start = characters.length();
            for (ConlluToken token : sentence.tokens()) {
                int from = characters.length();
                String squeezed = squeeze(token.form());
                characters.append(squeezed);
                Range range = new Range(from, characters.length());
                tokens.add(range);
                for (ConlluWord word : token.words()) {
                    words.add(new Word(
                            token.multiword() ? word.form() : squeezed,
                            word.lemma(),
                            word.upos(),
                            universal(word.feats()),
                            range,
                            token.multiword()));
                }
            }
            spans.add(new Range(start, characters.length()));
        }
        return new Units(characters.toString(), spans, tokens, words);
    }

    private static String squeeze(String form) {
        StringBuilder squeezed = new StringBuilder();
        form.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0x85)
                .forEach(squeezed::appendCodePoint);
        return squeezed.toString();
    }

    private static String universal(String feats) {
        return Arrays.stream(feats.split("\\|"))
                .filter(feature -> UNIVERSAL.contains(feature.split("=", 2)[0]))
                .sorted()
                .collect(Collectors.joining("|"));
    }
}
