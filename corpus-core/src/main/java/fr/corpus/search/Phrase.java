package fr.corpus.search;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Words that are looked for as they follow each other. Immutable. Every character is taken as it stands, no sign is an operator,
 * but for straight quotation marks in pairs: they cut a question into phrases that must all be in one document.
 */
public final class Phrase {

    /** Most words of a phrase. */
    public static final int MAX_WORDS = 200;

    /** Most phrases of a question. */
    public static final int MAX_PHRASES = 16;

    /** Most UTF-16 units of a question. */
    public static final int MAX_UNITS = 1 << 16;

    private final String text;
    private final List<byte[]> words;
    private final List<String> forms;

    private Phrase(String text, List<byte[]> words, List<String> forms) {
        this.text = text;
        this.words = List.copyOf(words);
        this.forms = List.copyOf(forms);
    }

    /**
     * The phrases of a question: what stands between pairs of straight quotation marks, and what stands outside. A mark without its
     * fellow is a sign like any other.
     *
     * @throws RecipeException if there is no word in it, or too many
     */
    public static List<Phrase> parse(String question) {
        if (question.length() > MAX_UNITS) {
            throw new RecipeException(UserMessage.of("search.too-long", question.length(), MAX_UNITS));
        }
        List<Phrase> phrases = new ArrayList<>();
        Words words = new Words();
        for (String part : parts(question)) {
            if (words.of(part) > 0) {
                phrases.add(of(part, words));
            }
        }
        if (phrases.isEmpty()) {
            throw new RecipeException(UserMessage.of("search.no-words", question.strip()));
        }
        if (phrases.size() > MAX_PHRASES) {
            throw new RecipeException(UserMessage.of("search.too-many-phrases", phrases.size(), MAX_PHRASES));
        }
        return phrases;
    }

    private static List<String> parts(String question) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int open = question.indexOf('"');
        int close = open < 0 ? -1 : question.indexOf('"', open + 1);
        while (close >= 0) {
            parts.add(question.substring(from, open));
            parts.add(question.substring(open + 1, close));
            from = close + 1;
            open = question.indexOf('"', from);
            close = open < 0 ? -1 : question.indexOf('"', open + 1);
        }
        parts.add(question.substring(from));
        return parts;
    }

    private static Phrase of(String part, Words words) {
        if (words.size() > MAX_WORDS) {
            throw new RecipeException(UserMessage.of("search.too-many-words", words.size(), MAX_WORDS));
        }
        List<String> forms = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            forms.add(part.substring(words.start(i), words.end(i)));
        }
        return new Phrase(part.strip(), words.toList(), forms);
    }

    /** The phrase as it was asked for. */
    public String text() {
        return text;
    }

    /** Number of words. */
    public int size() {
        return words.size();
    }

    /** Its words as they are compared. */
    List<byte[]> words() {
        return words;
    }

    /** A word as it is compared. */
    String word(int at) {
        return new String(words.get(at), StandardCharsets.UTF_8);
    }

    /** A word as it was asked for. */
    String form(int at) {
        return forms.get(at);
    }

    @Override
    public String toString() {
        return text;
    }
}
