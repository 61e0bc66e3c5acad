package fr.corpus.eval.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an answer is had from a server. */
public enum RunMethod {
    /** The best that the server can do for the task; settled before the first question and kept for the whole run. */
    AUTO,
    /** The log-probability of each choice, or sentence, behind the prompt, by completions that repeat their prompt. */
    LIKELIHOOD,
    /** A chat whose first tokens come with alternatives: the log-probabilities of the letters of choices. */
    LETTERS,
    /** A chat; the answer is found in the text. */
    CHAT,
    /** A completion of the bare prompt; the answer is found in the text. */
    COMPLETION;

    /** The word on command lines and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The method of a word. */
    public static Optional<RunMethod> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(RunMethod::word).toList();
    }
}
