package fr.corpus.annotate.lemma;

import fr.corpus.annotate.lexicon.Lexicon;
import fr.corpus.internal.morfologik.FrenchForms.Reading;

/** Features by the lexicon: of several readings the likeliest. Confined to one thread. */
final class DefaultFeatures {

    /** Which readings of verbs come first, by what they hold. */
    private static final String[] LIKELY = {
        " ind pres 3 s",
        " ind pres 3 p",
        " ppa ",
        " inf",
        " ind impa 3",
        " ppr",
        " ind futu 3",
        " con pres 3",
        " ind psim 3",
        " ind pres",
        " ind impa",
        " ind futu",
        " con pres",
        " sub pres 3",
        " imp pres",
        " sub",
        " ind psim"
    };

    private final Lexicon lexicon;

    DefaultFeatures(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    String features(String form, String upos) {
        String best = "";
        int rank = Integer.MAX_VALUE;
        for (Reading reading : lexicon.find(form).readings()) {
            String tag = reading.tag();
            boolean participle = upos.equals("ADJ") && tag.contains(" ppa ");
            if (Categories.isOf(tag, upos) || participle) {
                int r = participle ? LIKELY.length + 1 : rank(tag);
                if (r < rank) {
                    rank = r;
                    best = participle ? "J" + tag.substring(tag.indexOf(" ppa ") + 4) : tag;
                }
            }
        }
        return switch (upos) {
            case "NOUN", "ADJ", "VERB", "AUX", "DET", "PRON" ->
                best.isEmpty() ? guess(form, upos) : LexiconFeatures.of(best);
            case "NUM" -> "NumType=Card";
            default -> "_";
        };
    }

    private static int rank(String tag) {
        for (int i = 0; i < LIKELY.length; i++) {
            if (tag.contains(LIKELY[i])) {
                return i;
            }
        }
        return LIKELY.length;
    }

    private static String guess(String form, String upos) {
        return switch (upos) {
            case "VERB" -> form.endsWith("er") || form.endsWith("ir") ? "VerbForm=Inf" : "Tense=Past|VerbForm=Part";
            case "NOUN", "ADJ" -> form.endsWith("s") ? "Gender=Masc|Number=Plur" : "Gender=Masc|Number=Sing";
            default -> "_";
        };
    }
}
