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

    private static final String MAJOR = "eng spa deu ita por nld";

    /** Neighbours of French and of languages of France that are much rarer in what this library reads. */
    private static final String RARE =
            "acf arg ast bar cor crs csb dsb egl ext fao frr fur glv haw hsb ido ile jam kea ksh lad"
                    + " lfn lij lim lld lmo mri mwl nap nds nno pap pfl pms pov rar rup scn sco sdc srd srn stq szl vec vol wls zea";

    public Expectations {
        bonuses = Map.copyOf(bonuses);
    }

    /** Those of the first model. */
    static Expectations first() {
        return new Expectations(1, Double.MAX_VALUE, Map.of("fra", 3.0));
    }

    /** Those of the second model: how much likelier is chosen on texts held out, see {@code docs/models/language.md}. */
    static Expectations second() {
        Map<String, Double> bonuses = new TreeMap<>();
        for (String language : RARE.split(" ")) {
            bonuses.put(language, -4.0);
        }
        for (String language : MAJOR.split(" ")) {
            bonuses.put(language, 2.0);
        }
        bonuses.putAll(Map.of(
                "fra", 9.0, "hat", 7.0, "ltz", 5.5, "cat", 5.0, "oci", 4.5, "wln", 4.5, "cos", 3.0, "gsw", 2.0, "bre",
                1.5, "eus", 1.5));
        bonuses.putAll(Map.of("gcr", 0.5, "gcf", -1.5));
        bonuses.put("pcd-lie", 2.0);
        return new Expectations(100_000, 300_000, bonuses);
    }

    /** The expectation of a variety, in nats. */
    double of(String variety, long letters) {
        if (variety.equals(LanguageIdentifier.UNKNOWN)) {
            return StrictMath.log(letters);
        }
        double bonus = bonuses.getOrDefault(variety, bonuses.getOrDefault(LanguageModel.languageOf(variety), 0.0));
        return StrictMath.log(Math.max(fewestLetters, Math.min(mostLetters, letters))) + bonus;
    }
}
