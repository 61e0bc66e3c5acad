package fr.corpus.annotate.token;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The surface tokens that stand for a preposition and an article or pronoun: du, des, au, aux, duquel and others. Stateless. */
public final class Contractions {

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("du", List.of("de", "le")),
            Map.entry("des", List.of("de", "les")),
            Map.entry("au", List.of("à", "le")),
            Map.entry("aux", List.of("à", "les")),
            Map.entry("duquel", List.of("de", "lequel")),
            Map.entry("desquels", List.of("de", "lesquels")),
            Map.entry("desquelles", List.of("de", "lesquelles")),
            Map.entry("auquel", List.of("à", "lequel")),
            Map.entry("auxquels", List.of("à", "lesquels")),
            Map.entry("auxquelles", List.of("à", "lesquelles")),
            Map.entry("ès", List.of("en", "les")),
            Map.entry("dudit", List.of("de", "ledit")),
            Map.entry("desdits", List.of("de", "lesdits")),
            Map.entry("desdites", List.of("de", "lesdites")),
            Map.entry("audit", List.of("à", "ledit")),
            Map.entry("auxdits", List.of("à", "lesdits")),
            Map.entry("auxdites", List.of("à", "lesdites")));

    private Contractions() {}

    /**
     * The two words of a contraction, the first with the capital of the token, or empty when the form is none. Whether
     * {@code des} and {@code du} are one here is for the part of speech to say.
     */
    public static Optional<List<String>> expand(String form) {
        if (form.length() > 10) {
            return Optional.empty();
        }
        List<String> words = WORDS.get(form.toLowerCase(Locale.ROOT));
        if (words == null) {
            return Optional.empty();
        }
        String first = words.get(0);
        if (Character.isUpperCase(form.charAt(0))) {
            boolean whole = form.length() > 1 && Character.isUpperCase(form.charAt(1));
            String raised = whole
                    ? first.toUpperCase(Locale.ROOT)
                    : first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1);
            return Optional.of(List.of(raised, words.get(1)));
        }
        return Optional.of(words);
    }
}
