package fr.corpus.internal.yaml;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a plain scalar means in the core schema of YAML 1.2.2, section 10.3.2. */
final class CoreSchemaScalar {

    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

    private CoreSchemaScalar() {}

    /** The value; whole numbers beyond 64 bits stay text, so that whoever wants a number refuses them. */
    static @Nullable Object resolve(String text) {
        if (NULL.matcher(text).matches()) {
            return null;
        }
        if (TRUE.matcher(text).matches()) {
            return Boolean.TRUE;
        }
        if (FALSE.matcher(text).matches()) {
            return Boolean.FALSE;
        }
        try {
            if (DECIMAL.matcher(text).matches()) {
                return Long.parseLong(text);
            }
            if (OCTAL.matcher(text).matches()) {
                return Long.parseLong(text.substring(2), 8);
            }
            if (HEXADECIMAL.matcher(text).matches()) {
                return Long.parseLong(text.substring(2), 16);
            }
        } catch (NumberFormatException beyondLong) {
            return text;
        }
        if (FLOAT.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? text : (Object) value;
        }
        return NOT_FINITE.matcher(text).matches() ? notFinite(text) : text;
    }

    private static Object notFinite(String text) {
        char first = text.charAt(text.charAt(0) == '.' ? 1 : text.length() > 4 ? 2 : 1);
        if (first == 'n' || first == 'N') {
            return Double.NaN;
        }
        return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
}
