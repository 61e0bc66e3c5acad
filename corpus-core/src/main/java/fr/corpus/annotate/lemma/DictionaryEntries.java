package fr.corpus.annotate.lemma;

import java.util.HashMap;
import java.util.Map;

/**
 * Pronouns, possessives and titles under which a dictionary has them, where treebanks gather them under another: {@code Mme}
 * under {@code monsieur}. Stateless.
 */
final class DictionaryEntries {

    private static final Map<String, String> PRONOUNS = invert(
            "je je j' -je",
            "me me m' -m'",
            "tu tu -tu",
            "te te t' -t'",
            "il il ils elle elles -il -ils -elle -elles -t-il -t-ils -t-elle -t-elles",
            "se se s'",
            "le le la les l' -le -la -les",
            "lui lui leur -lui -leur",
            "on on l'on -on -t-on",
            "nous nous -nous",
            "vous vous -vous",
            "moi moi -moi",
            "toi toi -toi",
            "eux eux",
            "soi soi",
            "ce ce c' -ce ç'",
            "y y -y",
            "en en -en");

    private static final Map<String, String> POSSESSIVES = invert(
            "mon mon ma mes",
            "ton ton ta tes",
            "son son sa ses",
            "notre notre nos",
            "votre votre vos",
            "leur leur leurs");

    private static final Map<String, String> TITLES = invert(
            "monsieur m. mm.",
            "madame mme mme. mmes",
            "mademoiselle mlle mlle. mlles",
            "monseigneur mgr mgr.",
            "docteur dr dr.");

    private DictionaryEntries() {}

    private static Map<String, String> invert(String... lines) {
        Map<String, String> entries = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                entries.put(words[i], words[0]);
            }
        }
        return Map.copyOf(entries);
    }

    static String of(String lower, String upos, String lemma) {
        return switch (upos) {
            case "PRON" -> PRONOUNS.getOrDefault(lower, lemma);
            case "DET" -> POSSESSIVES.getOrDefault(lower, lemma);
            case "NOUN" -> TITLES.getOrDefault(lower, lemma);
            default -> lemma;
        };
    }
}
