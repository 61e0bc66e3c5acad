package fr.corpus.text;

/**
 * One text with everything that rules measure on it, computed at most once: tokens, code-point count, language, signals.
 * Reused from document to document and confined to one thread.
 */
public final class TextView {

    private final Tokenizer tokenizer;
    private final TokenizedText tokens = new TokenizedText();
    private final SignalSet signals = new SignalSet();
    private String text = "";
    private boolean tokenized;
    private int codePoints = -1;
    private String language = "";

    /** A view whose tokens are cut by this tokenizer. */
    public TextView(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Turns to another text. */
    public TextView of(String newText) {
        text = newText;
        tokenized = false;
        codePoints = -1;
        language = "";
        signals.clear();
        return this;
    }

    /** The text. */
    public String text() {
        return text;
    }

    /** Length of the text in code points. */
    public int codePoints() {
        if (codePoints < 0) {
            codePoints = text.codePointCount(0, text.length());
        }
        return codePoints;
    }

    /** The tokens of the text; cut on the first call. */
    public TokenizedText tokens() {
        if (!tokenized) {
            tokenizer.tokenize(text, tokens);
            tokenized = true;
        }
        return tokens;
    }

    /** What has been measured; steps add to it. */
    public SignalSet signals() {
        return signals;
    }

    /** The identified language, ISO 639-3, or empty when no step identified it. */
    public String language() {
        return language;
    }

    /** Records the identified language. */
    public void language(String iso639) {
        language = iso639;
    }
}
