package fr.corpus.annotate.lemma;

import fr.corpus.annotate.lexicon.Lexicon;
import fr.corpus.internal.morfologik.FrenchForms.Reading;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lemmas by the lexicon, else by the ending. Confined to one thread. */
final class LexiconLemmas {

    private final Lexicon lexicon;

    LexiconLemmas(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The lemma of a form with a universal part of speech. */
    String lemma(String form, String upos) {
        switch (upos) {
            case "PUNCT", "SYM", "X", "PROPN" -> {
                return form;
            }
            default -> {}
        }
        String lower = form.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        if (upos.equals("NUM") || upos.equals("INTJ")) {
            return lower;
        }
        int open = lower.indexOf('(');
        if (open > 1 && lower.endsWith(")")) {
            return lemma(form.substring(0, open), upos);
        }
        Lexicon.Entry entry = lexicon.find(lower);
        String found = choose(entry.readings(), upos, lower);
        if (found != null) {
            return entry.source() == Lexicon.Source.TAIL
                    ? lower.substring(0, lower.lastIndexOf('-') + 1) + found
                    : found;
        }
        return isAcronym(form, upos) ? form : Endings.lemma(lower, upos);
    }

    private static boolean isAcronym(String form, String upos) {
        return upos.equals("NOUN") && form.length() > 1 && form.chars().noneMatch(Character::isLowerCase);
    }

    /** The spelling of 1990 beside that of tradition, which treebanks have: {@code connaitre}, {@code connaître}. */
    private static String plain(String lemma) {
        return lemma.replace('\u00EE', 'i').replace('\u00FB', 'u');
    }

    private static @Nullable String choose(List<Reading> readings, String upos, String lower) {
        String best = null;
        for (Reading reading : readings) {
            if (Categories.isOf(reading.tag(), upos)) {
                if (best == null
                        || upos.equals("NOUN") && reading.lemma().equals(lower)
                        || plain(reading.lemma()).equals(best)) {
                    best = reading.lemma();
                }
            }
        }
        if (best == null && (upos.equals("ADJ") || upos.equals("NOUN"))) {
            for (Reading reading : readings) {
                String tag = reading.tag();
                if (tag.contains(" ppa") || tag.startsWith(upos.equals("ADJ") ? "N" : "J")) {
                    return tag.contains(" ppa") ? Endings.lemma(lower, "ADJ") : reading.lemma();
                }
            }
        }
        return best;
    }
}
