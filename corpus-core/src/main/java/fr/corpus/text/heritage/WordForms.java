package fr.corpus.text.heritage;

import fr.corpus.internal.morfologik.FrenchForms;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Whether words are French, or were. Confined to one thread.
 *
 * <p>What was looked up once is remembered for all threads in a table of fixed size: a pure function, so that it does not
 * matter who fills it.
 */
public final class WordForms {

    /** No French word. */
    public static final int UNKNOWN = 0;

    /** A word of the lexicon, or a name. */
    public static final int KNOWN = 1;

    /** A word of the lexicon once its old spelling is modernized. */
    public static final int OLD = 2;

    /** Unknown, and no old form either. */
    private static final int NEVER = 3;

    private static final int SLOTS = 1 << 17;
    private static final long CLASS = 3;
    private static final AtomicLongArray MEMORY = new AtomicLongArray(SLOTS);
    private static final int LONGEST = 40;

    /** Parts of words that the lexicon knows as a whole only, and a few that it lacks. */
    private static final Set<String> PARTS = Set.of(
            "hui", "aujourd", "tandis", "puisqu", "lorsqu", "jusqu", "quelqu", "presqu", "parce", "ii", "iii", "iv",
            "vi", "vii", "viii", "ix");

    private @Nullable FrenchForms forms;

    /** A word as it is looked up: in lower case, with s for ſ. */
    public static String spelled(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\u017F', 's');
    }

    /**
     * The class of a word in lower case, with s for ſ.
     *
     * @param likely whether its letters are likely enough for an old form to be looked for
     */
    public int classOf(String word, boolean likely) {
        if (word.length() > LONGEST) {
            return UNKNOWN;
        }
        long hash = hash(word);
        int slot = (int) (hash >>> 40) & SLOTS - 1;
        long entry = MEMORY.getAcquire(slot);
        int found = (entry & ~CLASS) == hash ? (int) (entry & CLASS) : isKnown(word) || isName(word) ? KNOWN : UNKNOWN;
        if (found == UNKNOWN && likely) {
            found = OldSpelling.modern(word, this::isKnown).isEmpty() ? NEVER : OLD;
        }
        MEMORY.setRelease(slot, hash | found);
        return found == NEVER || found == OLD && !likely ? UNKNOWN : found;
    }

    private static long hash(String word) {
        long h = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < word.length(); i++) {
            h = (h ^ word.charAt(i)) * 0xD1342543DE82EF95L;
            h ^= h >>> 32;
        }
        return (h * 0xFF51AFD7ED558CCDL | 4) & ~CLASS;
    }

    /** Whether a form is in the lexicon as it is written. */
    public boolean isKnown(String form) {
        return !form.isEmpty()
                && (PARTS.contains(form) || has(form) || form.contains("oe") && has(form.replace("oe", "œ")));
    }

    /** Whether a word in lower case is in the lexicon as a name. */
    public boolean isName(String word) {
        return has(Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }

    private boolean has(String form) {
        FrenchForms all = forms;
        if (all == null) {
            all = new FrenchForms();
            forms = all;
        }
        return !all.readings(form).isEmpty();
    }
}
