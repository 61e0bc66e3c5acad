package fr.corpus.eval.report;

import fr.corpus.error.UserMessage;
import java.util.List;
import java.util.Locale;

/** Builds a self-contained page: no script, no network, every text escaped. Confined to one thread. */
public final class Html {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1c2330;--soft:#5a6474;--line:#d9dee6;--page:#fff;--card:#f6f8fb;--mark:#1f5fbf;--warn:#9a4b00}
            @media(prefers-color-scheme:dark){:root{--ink:#e8ecf3;--soft:#a4aebd;--line:#364152;--page:#141922;--card:#1c232f;--mark:#7db1ff;--warn:#ffb066}}
            *{box-sizing:border-box}body{margin:0 auto;max-width:62rem;padding:1.5rem 1rem 4rem;font:1rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--page)}
            h1{font-size:1.7rem;line-height:1.25;margin:.2rem 0}h2{font-size:1.2rem;margin:2.2rem 0 .6rem}p{max-width:46rem}
            .lead{color:var(--soft)}.big{font-size:2.6rem;font-weight:650;color:var(--mark);line-height:1.1}
            .warn{border-left:.3rem solid var(--warn);padding:.4rem .8rem;background:var(--card)}
            .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
            caption{text-align:left;color:var(--soft);padding:.2rem 0}th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:top}
            th:first-child,td:first-child{text-align:left}thead th{color:var(--soft);font-weight:600}
            code,pre{font-family:ui-monospace,monospace;font-size:.85rem;overflow-wrap:anywhere}pre{white-space:pre-wrap;background:var(--card);padding:.6rem;margin:.3rem 0;border-radius:.3rem}
            details{border-bottom:1px solid var(--line);padding:.35rem 0}summary{cursor:pointer}summary:focus-visible{outline:2px solid var(--mark)}
            .no{color:var(--warn)}svg{width:100%;min-width:34rem;height:auto;display:block}svg text{fill:var(--ink);font:13px system-ui,sans-serif}
            svg .axis{stroke:var(--line)}svg .bar{stroke:var(--mark);stroke-width:3}svg .dot{fill:var(--mark)}dt{color:var(--soft)}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
            """;

    private final StringBuilder out = new StringBuilder(1 << 14);
    private final Locale locale;

    /** Starts a page. */
    public Html(Locale locale, String title) {
        this.locale = locale;
        String language = "fr".equals(locale.getLanguage()) ? "fr" : "en";
        out.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\"><head><meta charset=\"utf-8\">");
        out.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
        out.append(escape(title)).append("</title><style>\n").append(STYLE).append("</style></head><body><main>\n");
    }

    /** A text as it may stand in a page, an attribute or XML: marks escaped, controls replaced. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean shown = c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7F && !isControl(c));
                    safe.appendCodePoint(shown ? c : 0xFFFD);
                }
            }
        });
        return safe.toString();
    }

    /** Controls, lone surrogates, and signs that turn the direction of what follows. */
    private static boolean isControl(int c) {
        return (c >= 0x80 && c < 0xA0)
                || (c >= 0xD800 && c < 0xE000)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** A sentence of reports. */
    public String text(String key, Object... arguments) {
        return UserMessage.of("eval.report-" + key, arguments).in(locale);
    }

    /** A number with two decimals. */
    public String number(double value) {
        return String.format(locale, "%.2f", value);
    }

    /** A heading of a level from 1. */
    public Html heading(int level, String text) {
        out.append("<h")
                .append(level)
                .append('>')
                .append(escape(text))
                .append("</h")
                .append(level)
                .append(">\n");
        return this;
    }

    /** A paragraph of a kind: {@code lead}, {@code big}, {@code warn} or none. */
    public Html paragraph(String kind, String text) {
        out.append("<p class=\"")
                .append(kind)
                .append("\">")
                .append(escape(text))
                .append("</p>\n");
        return this;
    }

    /** A table; the first cell of a row names it. */
    public Html table(String caption, List<String> head, List<List<String>> rows) {
        out.append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escape(caption));
        out.append("\"><table><caption>").append(escape(caption)).append("</caption><thead><tr>");
        head.forEach(
                cell -> out.append("<th scope=\"col\">").append(escape(cell)).append("</th>"));
        out.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                out.append(i == 0 ? "<th scope=\"row\">" : "<td>").append(escape(row.get(i)));
                out.append(i == 0 ? "</th>" : "</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
        return this;
    }

    /** A point with its interval on a scale of 0 to 100. */
    public record Point(String label, double value, double low, double high) {}

    /** Points one below the other; the table beside it says the same. */
    public Html chart(String title, List<Point> points) {
        int height = 34 * points.size() + 26;
        out.append("<div class=\"wide\"><svg viewBox=\"0 0 720 ")
                .append(height)
                .append("\" role=\"img\" aria-label=\"");
        out.append(escape(title)).append("\">");
        for (int tick = 0; tick <= 100; tick += 25) {
            double x = place(tick);
            out.append(String.format(
                    Locale.ROOT,
                    "<line class=\"axis\" x1=\"%.1f\" x2=\"%.1f\" y1=\"4\" y2=\"%d\"/><text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
                    x,
                    x,
                    height - 20,
                    x,
                    height - 5,
                    tick));
        }
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            int y = 34 * i + 22;
            out.append("<text x=\"4\" y=\"").append(y + 4).append("\">").append(escape(cut(point.label())));
            out.append("</text>");
            out.append(String.format(
                    Locale.ROOT,
                    "<line class=\"bar\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><circle class=\"dot\" cx=\"%.1f\" cy=\"%d\" r=\"6\"/>",
                    place(point.low()),
                    place(point.high()),
                    y,
                    y,
                    place(point.value()),
                    y));
        }
        out.append("</svg></div>\n");
        return this;
    }

    private static double place(double value) {
        return 230 + 4.6 * Math.max(0, Math.min(100, value));
    }

    private static String cut(String label) {
        return label.codePointCount(0, label.length()) <= 28
                ? label
                : label.substring(0, label.offsetByCodePoints(0, 27)) + "…";
    }

    /** Something to open: a line, and texts with their labels. */
    public Html details(boolean good, String summary, List<List<String>> texts) {
        out.append("<details><summary").append(good ? "" : " class=\"no\"").append('>');
        out.append(escape(summary)).append("</summary>\n");
        for (List<String> pair : texts) {
            out.append("<div class=\"lead\">").append(escape(pair.get(0))).append("</div><pre>");
            out.append(escape(pair.get(1))).append("</pre>\n");
        }
        out.append("</details>\n");
        return this;
    }

    /** Names with what they are. */
    public Html facts(List<List<String>> pairs) {
        out.append("<dl>");
        for (List<String> pair : pairs) {
            out.append("<dt>").append(escape(pair.get(0))).append("</dt><dd><code>");
            out.append(escape(pair.get(1))).append("</code></dd>\n");
        }
        out.append("</dl>\n");
        return this;
    }

    /** The whole page. */
    public String end() {
        return out.append("</main></body></html>\n").toString();
    }
}
