package fr.corpus.annotate.conllu;

import java.util.List;

/**
 * A surface token: one word, or several under a line of their own. Immutable.
 *
 * @param form the token as the text has it
 * @param words what it stands for, at least one
 * @param multiword whether the token has a line of its own above its words
 * @param feats features of that line ({@code Typo=Yes}), or {@code _}
 * @param misc MISC column of that line, or of the only word
 */
public record ConlluToken(String form, List<ConlluWord> words, boolean multiword, String feats, String misc) {

    public ConlluToken {
        words = List.copyOf(words);
        if (words.isEmpty() || !multiword && words.size() > 1) {
            throw new IllegalArgumentException("need one word, or several under a token, got " + words.size());
        }
    }

    /** A token of one word. */
    public static ConlluToken of(ConlluWord word) {
        return new ConlluToken(word.form(), List.of(word), false, ConlluWord.NONE, word.misc());
    }

    /** The white space between this token and the next, as {@code SpaceAfter} and {@code SpacesAfter} tell it. */
    public String spacesAfter() {
        return Misc.spacesAfter(misc);
    }
}
