package fr.corpus.text.language;

import java.util.Map;
import java.util.TreeMap;

/**
 * How likely varieties are before anything is read, in nats: the logarithm of the letters that there are of them, within
 * bounds, and a bonus. Immutable.
 *
 * @param fewestLetters what has fewer letters is as likely as if it had so many
 * @param mostLetters what has more is as likely as if it had so many
 * @param bonuses nats by variety or, where that has none, by language
 */
public record Expectations(double fewestLetters, double mostLetters, Map<String, Double> bonuses) {

    /** Neighbours of French and of languages of France that are much rarer in what this library reads. */
    private static final String RARE =
            "acf arg ast bar cor crs csb dsb egl ext fao frr fur glv haw hsb ido ile jam kea ksh lad"
                    + " lfn lij lim lld lmo mri mwl nap nds nno pap pfl pms pov rar rup scn sco sdc srd srn stq szl vec vol wls zea";

    public Expectations {
        bonuses = Map.copyOf(bonuses);
    }

    /** Those of the library: how much likelier is chosen on texts held out, see {@code docs/models/language.md}. */
    static Expectations standard() {
        Map<String, Double> bonuses = new TreeMap<>();
        for (String language : RARE.split(" ")) {
            bonuses.put(language, -4.0);
        }
        bonuses.putAll(Map.of("eng", 3.0, "spa", 5.0, "ita", 3.0, "por", 2.5, "deu", 1.5, "nld", 2.0, "glg", -3.0));
        bonuses.putAll(Map.of("fra", 7.5, "hat", 7.0, "oci", 7.0, "cat", 6.5, "ltz", 5.5, "gsw", 5.5, "wln", 5.0));
        bonuses.putAll(Map.of("pcd-lie", 4.5, "cos", 4.0, "zdj", 4.0, "frp", 3.0, "pcd", 2.5, "crs", 2.5));
        bonuses.putAll(Map.of("bre", 1.5, "eus", 1.5, "swb", 1.5, "gcr", 1.0, "vls", 1.0, "gcf", -1.5, "acf", -2.0));
        return new Expectations(100_000, 300_000, bonuses);
    }

    /** Whether a variety is likelier than most. */
    boolean isExpected(String variety) {
        return bonus(variety) > 0;
    }

    private double bonus(String variety) {
        return bonuses.getOrDefault(variety, bonuses.getOrDefault(LanguageModel.languageOf(variety), 0.0));
    }

    /** The expectation of a variety, in nats. */
    double of(String variety, long letters) {
        if (variety.equals(LanguageIdentifier.UNKNOWN)) {
            return StrictMath.log(letters);
        }
        return StrictMath.log(Math.max(fewestLetters, Math.min(mostLetters, letters))) + bonus(variety);
    }
}
