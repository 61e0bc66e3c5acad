package fr.corpus.annotate.train;

import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.conllu.ConlluToken;
import fr.corpus.annotate.conllu.ConlluWord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Sentences with their parts of speech made from patterns of our own, for what treebanks show too rarely: written questions,
 * titles in the plural. The patterns are in {@code sentences.txt} (CC0). Stateless.
 */
final class OwnSentences {

    private static final String PATTERNS = "sentences.txt";

    /** Sentences made from each pattern. */
    private static final int VARIANTS = 6;

    private OwnSentences() {}

    /** The sentences, the same each time. */
    static List<ConlluSentence> make() {
        Map<String, String[]> choices = new HashMap<>();
        List<String> patterns = new ArrayList<>();
        for (String line : lines()) {
            int equals = line.indexOf(" = ");
            if (line.startsWith("@") && equals > 0) {
                choices.put(
                        line.substring(0, equals), line.substring(equals + 3).split(" \\| "));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                patterns.add(line);
            }
        }
        Random random = new Random(1); // the linear congruential generator that the Java platform specifies
        List<ConlluSentence> sentences = new ArrayList<>();
        for (String pattern : patterns) {
            for (int i = 0; i < VARIANTS; i++) {
                sentences.add(sentence(fill(pattern, choices, random).split(" ")));
            }
        }
        return sentences;
    }

    private static String fill(String pattern, Map<String, String[]> choices, Random random) {
        StringBuilder filled = new StringBuilder();
        for (String part : pattern.split(" ")) {
            filled.append(filled.isEmpty() ? "" : " ");
            if (part.startsWith("@")) {
                String[] choice = choices.get(part);
                if (choice == null) {
                    throw new IllegalStateException(PATTERNS + ": nothing for " + part);
                }
                filled.append(fill(choice[random.nextInt(choice.length)], choices, random));
            } else {
                filled.append(part);
            }
        }
        return filled.toString();
    }

    private static ConlluSentence sentence(String[] words) {
        List<ConlluToken> tokens = new ArrayList<>();
        for (String word : words) {
            int slash = word.lastIndexOf('/');
            tokens.add(token(word.substring(0, slash), word.substring(slash + 1)));
        }
        return new ConlluSentence(List.of(), tokens, List.of());
    }

    /** A token with its part of speech, two of them joined by {@code +} for one that stands for two words. */
    static ConlluToken token(String form, String tag) {
        List<ConlluWord> words = Arrays.stream(tag.split("\\+"))
                .map(upos -> ConlluWord.of(form, ConlluWord.NONE, upos, ConlluWord.NONE))
                .toList();
        return new ConlluToken(form, words, words.size() > 1, ConlluWord.NONE, ConlluWord.NONE);
    }

    private static List<String> lines() {
        try (InputStream in = OwnSentences.class.getResourceAsStream(PATTERNS)) {
            if (in == null) {
                throw new IllegalStateException("resource missing: " + PATTERNS);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
