package fr.corpus.text;

/**
 * The tokens of spaCy 3.8's blank French pipeline as datatrove uses them, {@code spacy-fr@1}: the thresholds of FineWeb-2
 * hold only for these. White-space tokens are dropped. Thread-safe.
 *
 * <p>The rules are facts of spaCy (see {@code spacy-fr.tsv}); the order in which they apply is that of its documentation: a
 * text is cut at white space; a chunk that is an exception has its own tokens; else prefixes and suffixes are peeled off
 * until an exception, a compound or an address is left, which stays whole, or a rest that is cut at its infixes; at last the
 * exceptions are looked for among the tokens.
 *
 * <p>Class bits follow datatrove: a letter is what Python calls alphabetic, punctuation is its own set, which lacks €, ° and •.
 */
public final class SpacyFrenchTokenizer implements Tokenizer {

    /** Name and version. */
    public static final String VERSION = "spacy-fr@1";

    /** The tokenizer; it has no parameters. */
    public SpacyFrenchTokenizer() {}

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public void tokenize(String text, TokenizedText out) {
        SpacyScanner scanner;
        if (out.scratch() instanceof SpacyScanner mine) {
            scanner = mine;
        } else {
            scanner = new SpacyScanner();
            out.scratch(scanner);
        }
        scanner.scan(text, out);
    }
}
