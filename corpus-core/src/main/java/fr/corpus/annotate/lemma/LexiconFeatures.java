package fr.corpus.annotate.lemma;

import java.util.TreeMap;

/** Features of Universal Dependencies for tags of the lexicon. Stateless. */
final class LexiconFeatures {

    private LexiconFeatures() {}

    /** The features of a tag, {@code Name=Value} joined by bars in order of names, or {@code _}. */
    static String of(String tag) {
        TreeMap<String, String> features = new TreeMap<>();
        boolean verb = tag.startsWith("V");
        String[] parts = tag.split(" ");
        for (int i = 1; i < parts.length; i++) {
            add(features, parts[i]);
        }
        if (verb) {
            verb(features, tag);
        }
        if (features.isEmpty()) {
            return "_";
        }
        StringBuilder joined = new StringBuilder();
        features.forEach((name, value) -> joined.append(joined.isEmpty() ? "" : "|")
                .append(name)
                .append('=')
                .append(value));
        return joined.toString();
    }

    private static void add(TreeMap<String, String> features, String part) {
        switch (part) {
            case "m" -> features.put("Gender", "Masc");
            case "f" -> features.put("Gender", "Fem");
            case "s" -> features.put("Number", "Sing");
            case "p" -> features.put("Number", "Plur");
            case "1", "2", "3" -> features.put("Person", part);
            default -> {}
        }
    }

    private static void verb(TreeMap<String, String> features, String tag) {
        if (tag.contains(" inf")) {
            features.put("VerbForm", "Inf");
        } else if (tag.contains(" ppr")) {
            features.put("Tense", "Pres");
            features.put("VerbForm", "Part");
        } else if (tag.contains(" ppa")) {
            features.put("Tense", "Past");
            features.put("VerbForm", "Part");
        } else {
            features.put("VerbForm", "Fin");
            features.put(
                    "Mood",
                    tag.contains(" con ")
                            ? "Cnd"
                            : tag.contains(" sub ") ? "Sub" : tag.contains(" imp ") ? "Imp" : "Ind");
            features.put(
                    "Tense",
                    tag.contains(" impa ")
                            ? "Imp"
                            : tag.contains(" futu ") ? "Fut" : tag.contains(" psim ") ? "Past" : "Pres");
        }
    }
}
