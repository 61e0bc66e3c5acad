package fr.corpus.eval.report;

import fr.corpus.error.UserMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Builds a self-contained page: no script, no network, every text escaped. Confined to one thread. */
public final class Html {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1c2330;--soft:#566072;--line:#d9dee6;--page:#fff;--card:#f5f7fa;--mark:#1f5fbf;--warn:#9a4b00;--good:#1c6b3a;
            --s0:#1f5fbf;--s1:#b84a00;--s2:#00765a;--s3:#a3387d;--s4:#7a6200;--s5:#4a4f5c}
            @media(prefers-color-scheme:dark){:root{--ink:#e8ecf3;--soft:#a4aebd;--line:#364152;--page:#141922;--card:#1c232f;--mark:#7db1ff;--warn:#ffb066;--good:#7ed9a3;
            --s0:#7db1ff;--s1:#ff9a5c;--s2:#5fd3b0;--s3:#f29bd2;--s4:#e3c94f;--s5:#b9c0cc}}
            *{box-sizing:border-box}body{margin:0 auto;max-width:62rem;padding:1.5rem 1rem 4rem;font:1rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--page)}
            h1{font-size:1.7rem;line-height:1.25;margin:.2rem 0}h2{font-size:1.35rem;margin:2.6rem 0 .6rem;padding-top:.8rem;border-top:1px solid var(--line)}
            h3{font-size:1.05rem;margin:1.8rem 0 .4rem}p,ul{max-width:46rem}ul{padding-left:1.2rem}li{margin:.25rem 0}
            .lead{color:var(--soft)}.big{font-size:2.6rem;font-weight:650;color:var(--mark);line-height:1.1}
            .warn{border-left:.3rem solid var(--warn);padding:.4rem .8rem;background:var(--card)}
            .verdict{border-left:.3rem solid var(--mark);padding:.4rem .8rem;background:var(--card)}
            .wide{overflow-x:auto;margin:.4rem 0}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
            caption{text-align:left;color:var(--soft);padding:.2rem 0}th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:top}
            th:first-child,td:first-child{text-align:left}thead th{color:var(--soft);font-weight:600}tbody th{font-weight:600;overflow-wrap:anywhere;min-width:6rem}
            td.sep{color:var(--good);font-weight:650}td.same{color:var(--soft)}td.no{color:var(--warn)}
            code,pre{font-family:ui-monospace,monospace;font-size:.85rem;overflow-wrap:anywhere}pre{white-space:pre-wrap;background:var(--card);padding:.6rem;margin:.3rem 0;border-radius:.3rem}
            details{border-bottom:1px solid var(--line);padding:.35rem 0}summary{cursor:pointer}summary:focus-visible,.wide:focus-visible{outline:2px solid var(--mark)}
            .no{color:var(--warn)}svg{width:100%;max-width:46rem;height:auto;display:block}svg text{fill:var(--ink);font:14px system-ui,sans-serif;paint-order:stroke;stroke:var(--page);stroke-width:4px}
            svg .axis{stroke:var(--line)}svg .zero{stroke:var(--ink);stroke-width:1.5}svg .bar{stroke-width:3}dt{color:var(--soft)}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
            .bar.s0{stroke:var(--s0)}.bar.s1{stroke:var(--s1)}.bar.s2{stroke:var(--s2)}.bar.s3{stroke:var(--s3)}.bar.s4{stroke:var(--s4)}.bar.s5{stroke:var(--s5)}
            .dot.s0{fill:var(--s0)}.dot.s1{fill:var(--s1)}.dot.s2{fill:var(--s2)}.dot.s3{fill:var(--s3)}.dot.s4{fill:var(--s4)}.dot.s5{fill:var(--s5)}
            .bar.faint{stroke:var(--soft)}.dot.faint{fill:var(--page);stroke:var(--soft);stroke-width:2}
            @media(max-width:40rem){svg text{font-size:23px}th,td{padding:.3rem .35rem;font-size:.9rem}}
            @media print{body{max-width:none;padding:0;font-size:.85rem}.wide{overflow:visible}h1,h2,h3,caption,thead,summary{break-after:avoid}tr,svg,table{break-inside:avoid}
            svg{max-height:23cm}details:not(:has(pre))::details-content{content-visibility:visible;display:block;height:auto}}
            """;
    private static final Set<String> OUR_TAGS =
            Set.of("variety", "answerable", "domain", "phenomenon", "instruction", "exposure");
    private static final double SMALL = 0.0001;

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
    public static String sentence(Locale locale, String key, Object... arguments) {
        return UserMessage.of("eval.report-" + key, arguments).in(locale);
    }

    /** A sentence of reports in the language of the page. */
    public String text(String key, Object... arguments) {
        return sentence(locale, key, arguments);
    }

    /** The name of a tag by which items are parted. */
    public String tag(String tag) {
        return OUR_TAGS.contains(tag) ? text("tag-" + tag) : tag;
    }

    /** A number with two decimals. */
    public String number(double value) {
        return String.format(locale, "%.2f", value);
    }

    /** A number with three significant digits, never in powers of ten. */
    public String significant(double value) {
        int digits = value == 0 ? 0 : Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value))));
        return String.format(locale, "%." + Math.min(digits, 12) + "f", value);
    }

    /** A number with two decimals and its sign. */
    public String signed(double value) {
        return String.format(locale, "%+.2f", value).replace('-', '−');
    }

    /** A p-value: four decimals, or that it is smaller. */
    public String pValue(double value) {
        return value < SMALL ? "<\u00A0" + String.format(locale, "%.4f", SMALL) : String.format(locale, "%.4f", value);
    }

    /** An interval of two numbers. */
    public String range(double low, double high) {
        return number(low) + "\u00A0–\u00A0" + number(high);
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

    /**
     * A cell of a table.
     *
     * @param text what it says
     * @param kind {@code ""}, or how it is shown: {@code sep}, {@code same}, {@code tier}
     */
    public record Cell(String text, String kind) {

        /** A plain cell. */
        public static Cell of(String text) {
            return new Cell(text, "");
        }
    }

    /** A table; the first cell of a row names it. */
    public Html table(String caption, List<String> head, List<List<String>> rows) {
        return grid(
                caption,
                head,
                rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList());
    }

    /** A table whose cells differ in kind; the first cell of a row names it. */
    public Html grid(String caption, List<String> head, List<List<Cell>> rows) {
        out.append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
        out.append(escape(caption)).append("\"><table><caption>").append(escape(caption));
        out.append("</caption><thead><tr>");
        head.forEach(
                cell -> out.append("<th scope=\"col\">").append(escape(cell)).append("</th>"));
        out.append("</tr></thead><tbody>\n");
        for (List<Cell> row : rows) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                out.append(i == 0 ? "<th scope=\"row\"" : "<td");
                String kind = row.get(i).kind();
                out.append(kind.isEmpty() ? "" : " class=\"" + kind + "\"").append('>');
                out.append(escape(row.get(i).text())).append(i == 0 ? "</th>" : "</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
        return this;
    }

    /** A chart. */
    public Html chart(DotChart chart) {
        out.append("<div class=\"wide\">").append(chart.svg(locale)).append("</div>\n");
        return this;
    }

    /** Opens something that is shown when asked for: what follows until {@link #close}. */
    public Html open(String kind, String summary) {
        out.append("<details><summary").append(kind.isEmpty() ? "" : " class=\"" + kind + "\"");
        out.append('>').append(escape(summary)).append("</summary>\n");
        return this;
    }

    /** Closes what {@link #open} opened. */
    public Html close() {
        out.append("</details>\n");
        return this;
    }

    /** A text with its label, line breaks kept. */
    public Html quote(String label, String text) {
        out.append("<div class=\"lead\">").append(escape(label)).append("</div><pre>");
        out.append(escape(text)).append("</pre>\n");
        return this;
    }

    /** Something to open: a line, and texts with their labels. */
    public Html details(boolean good, String summary, List<List<String>> texts) {
        open(good ? "" : "no", summary);
        texts.forEach(pair -> quote(pair.get(0), pair.get(1)));
        return close();
    }

    /** Sentences one below the other. */
    public Html list(List<String> sentences) {
        out.append("<ul>");
        sentences.forEach(one -> out.append("<li>").append(escape(one)).append("</li>\n"));
        out.append("</ul>\n");
        return this;
    }

    /** Code points written so far, about. */
    public int length() {
        return out.length();
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
