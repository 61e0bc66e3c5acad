package fr.corpus.text;

/** Cuts a text into word and punctuation tokens. Thread-safe: all working state is in the output. */
public interface Tokenizer {

    /** Name and version, for manifests: {@code french@1}, {@code spacy-fr@1}. */
    String version();

    /** Fills {@code out}, which is cleared first, with the tokens of the text in order. */
    void tokenize(String text, TokenizedText out);
}
