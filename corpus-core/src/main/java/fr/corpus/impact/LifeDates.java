package fr.corpus.impact;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a work is free by the deaths of its authors, as far as a record says them in the way of libraries: {@code Hugo, Victor
 * (1802-1885)}. French law: CPI L.123-1 to L.123-9. Thread-safe.
 *
 * <p>A work is free from 1 January of the year of death + 71, of the last of its authors (L.123-1, L.123-2). Extensions for the wars
 * are absorbed by the seventy years for what is no music (Cass. 1re civ., 27 February 2007); whoever <em>died for France</em> (L.123-10) has
 * thirty more on the fifty of before and those extensions, at most until the year of death + {@value #LONGEST_AFTER_A_WAR}. No record says
 * who did, so that is supposed of all who died in the years of a war. Anonymous, pseudonymous and collective works have a term of their own
 * (L.123-3, seventy years after publication) that a record cannot show: the author may have said who they are since, {@code Anonyme} is
 * written of authors who are only not known, and its date may be that of the writing. They are left to {@link FreeWorks#LONGEST_TERM}.
 */
final class LifeDates {

    /** Years after that of death from which a work is free. */
    static final int AFTER_DEATH = 71;

    /** The same where the author may have died for France: 50 + 30, extensions of 14 years 272 days, and the rest of a year. */
    static final int LONGEST_AFTER_A_WAR = 96;

    private static final Pattern AUTHORS = Pattern.compile("\\s*(?:;|\\||&|\\bet\\b)\\s*");
    private static final Pattern LIFE = Pattern.compile("(?<![0-9])[0-9]{2}[0-9.?]{2}\\s*[-–—]\\s*([0-9]{4})(?![0-9])");

    private LifeDates() {}

    /**
     * Whether all authors are named with a year of death and the last has been dead for long enough.
     *
     * @param author as the record has it
     * @param year in which one asks
     */
    static boolean areFree(Optional<String> author, int year) {
        if (author.isEmpty() || author.get().isBlank()) {
            return false;
        }
        for (String name : AUTHORS.split(author.get())) {
            OptionalInt death = death(name);
            if (death.isEmpty() || death.getAsInt() + term(death.getAsInt()) > year) {
                return false;
            }
        }
        return true;
    }

    private static OptionalInt death(String name) {
        Matcher life = LIFE.matcher(name);
        return life.find() ? OptionalInt.of(Integer.parseInt(life.group(1))) : OptionalInt.empty();
    }

    /** The world wars and those that the mention was given for after them. */
    private static int term(int death) {
        boolean war = death >= 1914 && death <= 1919 || death >= 1939 && death <= 1962;
        return war ? LONGEST_AFTER_A_WAR : AFTER_DEATH;
    }
}
