package fr.corpus.read.page;

/**
 * Where something stands on its page, in units of the file, y downward. Immutable.
 *
 * @param left smallest x
 * @param top smallest y
 * @param right largest x; smaller than left when the file does not say where it stands
 * @param bottom largest y
 */
record Box(double left, double top, double right, double bottom) {

    /** Nowhere. */
    static final Box UNKNOWN = new Box(0, 0, -1, -1);

    /** From a corner and a size as ALTO writes them; unknown when one is missing or no number. */
    static Box of(String left, String top, String width, String height) {
        double x = number(left);
        double y = number(top);
        double right = x + number(width);
        double bottom = y + number(height);
        return right >= x && bottom >= y ? new Box(x, y, right, bottom) : UNKNOWN;
    }

    /** Around points as PAGE writes them: {@code 12,40 300,40 300,80}. */
    static Box around(String points) {
        Box box = UNKNOWN;
        for (String point : points.strip().split("\\s+")) {
            int comma = point.indexOf(',');
            double x = comma < 0 ? Double.NaN : number(point.substring(0, comma));
            double y = comma < 0 ? Double.NaN : number(point.substring(comma + 1));
            if (Double.isNaN(x) || Double.isNaN(y)) {
                return UNKNOWN;
            }
            box = box.isKnown()
                    ? new Box(
                            Math.min(box.left, x),
                            Math.min(box.top, y),
                            Math.max(box.right, x),
                            Math.max(box.bottom, y))
                    : new Box(x, y, x, y);
        }
        return box;
    }

    private static double number(String text) {
        return Numbers.of(text);
    }

    /** Whether the file says where it stands. */
    boolean isKnown() {
        return right >= left;
    }

    /** Whether both are known, more than half of the lower one is beside the other, and they have no x in common. */
    boolean isBeside(Box other) {
        if (!isKnown() || !other.isKnown()) {
            return false;
        }
        double common = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        double lower = Math.min(bottom - top, other.bottom - other.top);
        return common > lower / 2 && (right <= other.left || other.right <= left);
    }
}
