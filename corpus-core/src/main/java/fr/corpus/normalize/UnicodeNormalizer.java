package fr.corpus.normalize;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.step.Normalizer;
import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import java.util.List;

/**
 * Brings a text to one Unicode form without broken or invisible control characters. Immutable, thread-safe, idempotent.
 *
 * <ul>
 *   <li>A lone surrogate becomes U+FFFD.
 *   <li>CR LF, CR, NEL, form feed, vertical tab, U+2028 and U+2029 become LF.
 *   <li>Every other control character but the tab vanishes, and so does U+FEFF, the byte order mark.
 *   <li>The rest is brought to the form, by default NFC, by the Unicode version of the Java platform: the normal form of a
 *       character never changes once it is assigned (Unicode Standard Annex 15).
 * </ul>
 *
 * @param form the Unicode normalization form
 * @param repairMojibake whether a text that is UTF-8 read as Windows-1252 is read again, see {@link Mojibake}
 */
public record UnicodeNormalizer(java.text.Normalizer.Form form, boolean repairMojibake) implements Normalizer {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("normalize.unicode@1");

    private static final Parameter FORM = Parameter.of("form", Parameter.Type.NAME);
    private static final Parameter REPAIR = Parameter.of("repair-mojibake", Parameter.Type.FLAG);

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = List.of(FORM, REPAIR);

    private static final int FIRST_COMBINING = 0x300;

    /**
     * The step with these parameters.
     *
     * @throws RecipeException if the form is neither NFC nor NFKC
     */
    public static UnicodeNormalizer from(Settings settings) {
        String form = settings.name(FORM.name());
        if (!form.equals("NFC") && !form.equals("NFKC")) {
            throw new RecipeException(UserMessage.of("normalize.unknown-form", FORM.name(), form, "NFC, NFKC"));
        }
        return new UnicodeNormalizer(java.text.Normalizer.Form.valueOf(form), settings.flag(REPAIR.name()));
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public String normalize(String text) {
        String read = repairMojibake ? Mojibake.repair(text) : text;
        String clean = clean(read);
        return isPlain(clean) || java.text.Normalizer.isNormalized(clean, form)
                ? clean
                : java.text.Normalizer.normalize(clean, form);
    }

    /** Whether the text has only characters that are themselves in every form this step offers. */
    private boolean isPlain(String text) {
        boolean compatibility = form == java.text.Normalizer.Form.NFKC;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c < (compatibility ? 0xA0 : FIRST_COMBINING) || !compatibility && isPunctuation(c);
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** General punctuation and the euro, which NFC leaves alone. */
    private static boolean isPunctuation(char c) {
        return c >= '\u2010' && c <= '\u2060' || c == '\u20AC';
    }

    private static String clean(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (isSuspect(text.charAt(i)) && !isPair(text, i)) {
                return clean(text, i);
            }
        }
        return text;
    }

    private static String clean(String text, int from) {
        int length = text.length();
        StringBuilder out = new StringBuilder(length).append(text, 0, from);
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (!isSuspect(c)) {
                out.append(c);
            } else if (isPair(text, i)) {
                // Both halves: the low one alone would look lone from the rest of the text.
                out.append(c);
            } else if (Character.isSurrogate(c)) {
                out.append('\uFFFD');
            } else if (c == '\r') {
                if (i + 1 == length || text.charAt(i + 1) != '\n') {
                    out.append('\n');
                }
            } else if (c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                out.append('\n');
            }
        }
        return out.toString();
    }

    /** A control character but tab and LF, a surrogate, a separator of lines or paragraphs, a byte order mark. */
    private static boolean isSuspect(char c) {
        if (c < 0x20) {
            return c != '\n' && c != '\t';
        }
        if (c < 0x2028) {
            return c >= 0x7F && c <= 0x9F;
        }
        return c <= 0x2029 || c >= 0xD800 && c <= 0xDFFF || c == '\uFEFF';
    }

    /** Whether the surrogate at an index has its other half beside it. */
    private static boolean isPair(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
