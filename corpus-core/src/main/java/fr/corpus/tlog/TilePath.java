package fr.corpus.tlog;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile or an entry bundle stands under a log's prefix (C2SP tlog-tiles): {@code tile/0/x001/x234/067.p/8}, {@code
 * tile/entries/000}. Immutable.
 *
 * @param level 0 to 63, or {@link #ENTRIES} for an entry bundle
 * @param index number within the level, from 0
 * @param width hashes or entries in it, 1 to {@value #FULL}
 */
public record TilePath(int level, long index, int width) {

    /** Hashes in a full tile. */
    public static final int FULL = 256;

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    /** What follows the path of a full tile in the directory of its partial forms. */
    static final String PARTIAL = ".p";

    private static final int MAX_LEVEL = 63;
    private static final Pattern FORM =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*)([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TilePath {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile " + level + "/" + index + " of width " + width);
        }
    }

    /** Reads a path; empty if it is not one, in the only spelling that each has. */
    public static Optional<TilePath> parse(String path) {
        Matcher matcher = path.length() > 100 ? FORM.matcher("") : FORM.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = (matcher.group(2) + matcher.group(3)).replaceAll("[x/]", "");
        OptionalLong index = Canonical.number(digits.replaceFirst("^0+(?=[0-9])", ""));
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        int width = matcher.group(4) == null ? FULL : Integer.parseInt(matcher.group(4));
        if (index.isEmpty() || level > MAX_LEVEL || width >= FULL && matcher.group(4) != null) {
            return Optional.empty();
        }
        TilePath tile = new TilePath(level, index.getAsLong(), width);
        return Optional.of(tile).filter(same -> same.toString().equals(path));
    }

    /** The same tile when it is full. */
    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** Whether it may still grow. */
    public boolean isPartial() {
        return width < FULL;
    }

    @Override
    public String toString() {
        StringBuilder path = new StringBuilder();
        for (long rest = index, last = 1; rest > 0 || last == 1; rest /= 1000, last = 0) {
            String digits = String.format(Locale.ROOT, "%03d", rest % 1000);
            path.insert(0, last == 1 ? digits : "x" + digits + "/");
        }
        path.insert(0, "tile/" + (level == ENTRIES ? "entries" : String.valueOf(level)) + "/");
        return isPartial() ? path + PARTIAL + "/" + width : path.toString();
    }
}
