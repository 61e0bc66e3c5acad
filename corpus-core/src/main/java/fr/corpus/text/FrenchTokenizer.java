package fr.corpus.text;

/**
 * The French word tokenizer of the native profiles, {@code french@1}: one pass, tables fixed to Unicode 14.0, nothing
 * allocated for a token. Thread-safe.
 *
 * <ul>
 *   <li>An elided word keeps its apostrophe ({@code l’ école}, {@code jusqu' ici}); {@code aujourd’hui}, {@code prud'homme},
 *       {@code O'Brien}, {@code quelqu’un} are one word. Apostrophes: ' ’ ʼ and the full-width one.
 *   <li>A compound is one word ({@code arc-en-ciel}, {@code chef-d’œuvre}); pronouns after a verb are cut with their hyphen
 *       ({@code dit -il}, {@code a -t-on}, {@code donne -le -moi}, {@code va -t’ en}).
 *   <li>A word cut at the end of a line is one token that spans the break ({@code conti-⏎nuer}); soft hyphens are inside words.
 *   <li>A number is one token with its decimal comma or point and its spaces between groups of three ({@code 12 500,50}), so
 *       are dates, hours and ordinals ({@code 1er}, {@code 20h30}, {@code XIXᵉ}, {@code n°}); its unit sign is another.
 *   <li>Abbreviations and acronyms keep their stops ({@code M.}, {@code etc.}, {@code S.A.R.L.}, {@code J.-C.}).
 *   <li>URLs, host names and e-mail addresses are one token; so is an emoji with its modifiers, an ellipsis, a rule of equal
 *       signs; every other sign is a token by itself. An ideograph or kana is a word by itself.
 * </ul>
 */
public final class FrenchTokenizer implements Tokenizer {

    /** Name and version. */
    public static final String VERSION = "french@1";

    /** The tokenizer; it has no parameters. */
    public FrenchTokenizer() {}

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public void tokenize(String text, TokenizedText out) {
        FrenchScanner scanner;
        if (out.scratch() instanceof FrenchScanner mine) {
            scanner = mine;
        } else {
            scanner = new FrenchScanner();
            out.scratch(scanner);
        }
        scanner.scan(text, out);
    }
}
