package fr.corpus.eval.report;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/**
 * Points with intervals on one scale, one row below the other, as inline SVG; the table beside it says the same. Immutable.
 *
 * @param title what it shows, for those who do not see it
 * @param rows from above
 * @param series names of what a color and a shape stand for; empty when there is one only
 * @param scale from where to where
 */
public record DotChart(String title, List<Row> rows, List<String> series, Scale scale) {

    /** Series that can be told apart; more are not to be drawn. */
    public static final int MOST_SERIES = 6;

    private static final int WIDTH = 720;
    private static final int LEFT = 16;
    private static final int RIGHT = 704;
    private static final int LABEL = 48;
    private static final int LEGEND = 28;
    private static final int TICKS = 6;
    /** Height of a label, large enough for narrow screens, where the style sheet enlarges letters. */
    private static final int ABOVE = 26;

    private static final int BETWEEN = 14;
    private static final int AXIS = 34;

    public DotChart {
        rows = List.copyOf(rows);
        series = List.copyOf(series);
        if (series.size() > MOST_SERIES) {
            throw new IllegalArgumentException("at most " + MOST_SERIES + " series, got " + series.size());
        }
    }

    /**
     * One line.
     *
     * @param label its name
     * @param marks one for each series
     */
    public record Row(String label, List<Mark> marks) {
        public Row {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A point with its interval.
     *
     * @param kind {@code ""}, or {@code faint} for what nothing follows from
     */
    public record Mark(double value, double low, double high, String kind) {}

    /** The ends of the scale. */
    public record Scale(double from, double to) {

        /** From 0 to 100. */
        public static final Scale PERCENT = new Scale(0, 100);

        /** A scale on which all marks stand, with round ends, within bounds. */
        public static Scale around(List<Row> rows, double least, double most) {
            double from = Double.POSITIVE_INFINITY;
            double to = Double.NEGATIVE_INFINITY;
            for (Row row : rows) {
                for (Mark mark : row.marks()) {
                    from = Math.min(from, Math.min(mark.low(), mark.value()));
                    to = Math.max(to, Math.max(mark.high(), mark.value()));
                }
            }
            if (!(from <= to)) {
                return PERCENT;
            }
            double step = step(Math.max(to - from, 1));
            double first = Math.max(least, Math.floor(from / step) * step);
            double last = Math.min(most, Math.ceil(to / step) * step);
            return new Scale(first, Math.max(last, first + step));
        }

        /** The distance of ticks: 1, 2 or 5 of a power of ten. */
        private static double step(double width) {
            double raw = width / TICKS;
            double power = Math.pow(10, Math.floor(Math.log10(raw)));
            double ratio = raw / power;
            return power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
        }

        private double step() {
            return step(to - from);
        }

        private double place(double value) {
            double bounded = Math.max(from, Math.min(to, value));
            return LEFT + (RIGHT - LEFT) * (bounded - from) / (to - from);
        }
    }

    String svg(Locale locale) {
        int top = series.size() > 1 ? LEGEND * ((series.size() + 1) / 2) + 8 : 2;
        int height = top + rows.stream().mapToInt(DotChart::height).sum() + AXIS;
        StringBuilder out = new StringBuilder(1 << 12);
        out.append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(height);
        out.append("\" role=\"img\" aria-label=\"").append(Html.escape(title)).append("\">");
        legend(out);
        axis(out, locale, top, height);
        int y = top;
        for (Row row : rows) {
            out.append("<text x=\"4\" y=\"").append(y + ABOVE - 8).append("\">");
            out.append(Html.escape(cut(row.label(), LABEL))).append("</text>");
            for (int i = 0; i < row.marks().size(); i++) {
                mark(out, row.marks().get(i), i, y + ABOVE + 6 + BETWEEN * i);
            }
            y += height(row);
        }
        return out.append("</svg>").toString();
    }

    private static int height(Row row) {
        return ABOVE + 4 + BETWEEN * Math.max(1, row.marks().size());
    }

    private void legend(StringBuilder out) {
        for (int i = 0; series.size() > 1 && i < series.size(); i++) {
            int x = 12 + i % 2 * 352;
            int y = LEGEND * (i / 2) + 16;
            shape(out, i, x, y, "");
            out.append("<text x=\"")
                    .append(x + 14)
                    .append("\" y=\"")
                    .append(y + 4)
                    .append("\">");
            out.append(Html.escape(cut(series.get(i), 26))).append("</text>");
        }
    }

    private void axis(StringBuilder out, Locale locale, int top, int height) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        double step = scale.step();
        for (double tick = Math.ceil(scale.from() / step - 1e-9) * step;
                tick <= scale.to() + step * 1e-6;
                tick += step) {
            double value = Math.abs(tick) < step * 1e-6 ? 0 : tick;
            double x = scale.place(value);
            String kind = value == 0 && scale.from() < 0 ? "zero" : "axis";
            out.append(String.format(
                    Locale.ROOT,
                    "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
                    kind,
                    x,
                    x,
                    top,
                    height - AXIS + 6));
            out.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">", x, height - 5));
            out.append(Html.escape(format.format(value).replace('-', '−'))).append("</text>");
        }
    }

    private void mark(StringBuilder out, Mark mark, int number, int y) {
        String kind = mark.kind().isEmpty() ? "" : " " + mark.kind();
        out.append(String.format(
                Locale.ROOT,
                "<line class=\"bar s%d%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
                number,
                kind,
                scale.place(mark.low()),
                scale.place(mark.high()),
                y,
                y));
        shape(out, number, scale.place(mark.value()), y, kind);
    }

    /** A circle, a square, a diamond, a triangle… so that series differ without color, too. */
    private static void shape(StringBuilder out, int number, double x, double y, String kind) {
        String path = switch (number) {
            case 1 -> "M-5-5h10v10h-10z";
            case 2 -> "M0-7L7 0 0 7-7 0z";
            case 3 -> "M0-6L6 5H-6z";
            case 4 -> "M0 6L6-5H-6z";
            case 5 -> "M-6-2h4v-4h4v4h4v4h-4v4h-4v-4h-4z";
            default -> "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z";
        };
        out.append(String.format(
                Locale.ROOT,
                "<path class=\"dot s%d%s\" transform=\"translate(%.1f %.1f)\" d=\"%s\"/>",
                number,
                kind,
                x,
                y,
                path));
    }

    private static String cut(String label, int most) {
        return label.codePointCount(0, label.length()) <= most
                ? label
                : label.substring(0, label.offsetByCodePoints(0, most - 1)) + "…";
    }
}
