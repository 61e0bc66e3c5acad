package fr.corpus.identifier;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's name, made comparable: without accents, case, punctuation, dates and order of its words. Immutable. Two people may
 * share it, so it never proves who somebody is.
 *
 * @param value words in lower case without accents, sorted, one blank between
 */
public record AuthorName(String value) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}]+");

    /** The comparable form of a name; empty without letters. */
    public static Optional<AuthorName> find(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String letters = bare.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        String[] words = NOT_WORDS.split(letters.strip());
        String value = String.join(
                " ",
                Arrays.stream(words).filter(word -> !word.isEmpty()).sorted().toList());
        return value.isEmpty() ? Optional.empty() : Optional.of(new AuthorName(value));
    }

    /** Its key. */
    public Key key() {
        return new Key(KeyType.AUTHOR, value);
    }
}
