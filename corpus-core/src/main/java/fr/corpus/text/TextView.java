package fr.corpus.text;

/**
 * One text with everything that rules measure on it, computed at most once: tokens, lines, code-point count, language,
 * signals. Reused from document to document and confined to one thread.
 */
public final class TextView {

    private final Tokenizer tokenizer;
    private final TokenizedText tokens = new TokenizedText();
    private final Lines lines = new Lines();
    private final Scratch scratch = new Scratch();
    private final SignalSet signals = new SignalSet();
    private String text = "";
    private boolean tokenized;
    private boolean cut;
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
        cut = false;
        codePoints = -1;
        language = "";
        signals.clear();
        scratch.trim(newText.length());
        return this;
    }

    /** What cuts the tokens. */
    public Tokenizer tokenizer() {
        return tokenizer;
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

    /** The lines of the text; cut on the first call. */
    public Lines lines() {
        if (!cut) {
            lines.cut(text);
            cut = true;
        }
        return lines;
    }

    /** Working arrays of the signal kernels; their content is good for one call only. */
    Scratch scratch() {
        return scratch;
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
