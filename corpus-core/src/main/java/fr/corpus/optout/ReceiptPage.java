package fr.corpus.optout;

import fr.corpus.error.UserMessage;
import fr.corpus.identifier.Key;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.MerkleHash;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A receipt for a person: one page to print, French first, then English; no script, nothing from the network. Immutable. */
public final class ReceiptPage {

    private static final int MAX_SHOWN = 6;
    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH 'h' mm 'min' ss 's (UTC)'", Locale.FRENCH);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss '(UTC)'", Locale.ENGLISH);

    private static final String STYLE = """
            @page { size: A4; margin: 12mm 16mm }
            @media screen { body { padding: 8mm 0 } }
            * { box-sizing: border-box }
            body { margin: 0 auto; max-width: 178mm; color: #1a1a1a; background: #fff;
              font: 9pt/1.32 "Source Serif 4", "Noto Serif", "DejaVu Serif", Georgia, serif }
            header { border-bottom: 1.5pt solid #1a1a1a; padding-bottom: 2mm; margin-bottom: 3mm }
            h1 { font-size: 17pt; line-height: 1.2; margin: 0 }
            h2 { font-size: 12pt; margin: 0 0 1mm }
            section + section { border-top: .5pt solid #999; margin-top: 3mm; padding-top: 2mm }
            section:lang(en) { font-size: 7.8pt; color: #333 }
            .id { font: bold 12pt/1.4 "DejaVu Sans Mono", "Liberation Mono", monospace; margin: 1mm 0 0 }
            table { border-collapse: collapse; width: 100% }
            th { text-align: left; font-weight: normal; color: #555; width: 48mm; padding: .4mm 4mm .4mm 0; vertical-align: top }
            td { padding: .4mm 0; vertical-align: top; overflow-wrap: anywhere }
            td ul { margin: 0; padding: 0; list-style: none }
            p { margin: 1.5mm 0 0 }
            code, .hash { font: 8pt/1.4 "DejaVu Sans Mono", "Liberation Mono", monospace; overflow-wrap: anywhere }
            """;

    private final String name;
    private final Receipt receipt;
    private final LogEntry entry;
    private final Optional<Declaration> declared;

    private ReceiptPage(String name, Receipt receipt) {
        this.name = name;
        this.receipt = receipt;
        this.entry = LogEntry.parse(receipt.entry());
        this.declared = entry.type().declares()
                ? receipt.proof().extra().map(Opening::parse).map(opening -> PrivateRecord.read(opening.record()))
                : Optional.empty();
    }

    /**
     * The page of a receipt, HTML in UTF-8; the caller has verified the receipt.
     *
     * @param name of its files, without extension and folder
     */
    public static String of(String name, Receipt receipt) {
        return new ReceiptPage(name, receipt).html();
    }

    private String html() {
        StringBuilder html =
                new StringBuilder("<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<title>").append(text(Locale.FRENCH, "title")).append("</title>\n");
        html.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
        html.append("<header>\n<h1>").append(text(Locale.FRENCH, "title")).append("</h1>\n");
        html.append("<p class=\"id\">").append(entry.id().hex()).append("</p>\n</header>\n");
        section(html, Locale.FRENCH, FRENCH);
        section(html, Locale.ENGLISH, ENGLISH);
        return html.append("</body>\n</html>\n").toString();
    }

    private void section(StringBuilder html, Locale locale, DateTimeFormatter dates) {
        html.append("<section lang=\"").append(locale.getLanguage()).append("\">\n");
        if (locale.equals(Locale.ENGLISH)) {
            html.append("<h2>").append(text(locale, "title")).append("</h2>\n");
        }
        html.append("<table>\n");
        Checkpoint checkpoint = Checkpoint.parse(receipt.proof().checkpoint().text());
        declared.ifPresent(what -> declaration(html, locale, dates, what));
        row(html, locale, "what", text(locale, "type." + entry.type().word()));
        row(html, locale, "status", text(locale, "status." + entry.status().word()));
        Instant time = Instant.ofEpochMilli(entry.stamp().timeMillis());
        row(html, locale, "time", date(dates, time));
        row(html, locale, "due", date(dates, time.plusSeconds(entry.stamp().mmdSeconds())));
        row(
                html,
                locale,
                "log",
                text(locale, "place", checkpoint.origin(), receipt.proof().index(), checkpoint.size()));
        if (locale.equals(Locale.FRENCH)) { // the page has room for them once
            row(html, locale, "leaf", hash(MerkleHash.leaf(receipt.entry()).hex()));
            row(html, locale, "root", hash(checkpoint.root().hex()));
        }
        html.append("</table>\n<p>").append(text(locale, "shows")).append("</p>\n");
        html.append("<p>")
                .append(text(locale, "check", name))
                .append("<br><code>corpus optout receipt verify ")
                .append(escaped(name))
                .append(" --policy policy.txt</code></p>\n");
        html.append("<p>").append(text(locale, "keep")).append("</p>\n</section>\n");
    }

    private static void declaration(StringBuilder html, Locale locale, DateTimeFormatter dates, Declaration declared) {
        row(
                html,
                locale,
                "holder",
                text(
                        locale,
                        "name",
                        declared.holder().name(),
                        UserMessage.of(
                                "optout.page.kind." + declared.holder().kind().word())));
        declared.mandate()
                .ifPresent(mandate ->
                        row(html, locale, "mandate", escaped(mandate.grantor().name())));
        row(html, locale, "works", works(locale, declared.selectors()));
        List<String> uses = new ArrayList<>();
        UseCategory.words(declared.categories()).forEach(word -> uses.add(text(locale, "use." + word)));
        row(html, locale, "uses", String.join(", ", uses));
        row(html, locale, "declared", date(dates, declared.origin().declaredAt()));
        row(html, locale, "tier", text(locale, "tier." + declared.tier().number()));
    }

    private static String works(Locale locale, List<Selector> selectors) {
        StringBuilder list = new StringBuilder("<ul>");
        for (Selector selector : selectors.subList(0, Math.min(MAX_SHOWN, selectors.size()))) {
            list.append("<li>").append(selector(locale, selector)).append("</li>");
        }
        if (selectors.size() > MAX_SHOWN) {
            list.append("<li>")
                    .append(text(locale, "more", selectors.size() - MAX_SHOWN))
                    .append("</li>");
        }
        return list.append("</ul>").toString();
    }

    private static String selector(Locale locale, Selector selector) {
        if (selector instanceof Selector.Exact exact) {
            Key key = exact.key();
            String shown = key.value() + (key.type() == fr.corpus.identifier.KeyType.PREFIX ? "*" : "");
            return text(locale, "key." + key.type().word(), shown);
        }
        if (selector instanceof Selector.Pattern pattern) {
            return text(locale, "key.pattern", pattern.pattern().value());
        }
        WorkFingerprint work = ((Selector.Work) selector).fingerprint();
        return text(locale, "work", work.samples().length) + "<br>"
                + hash(work.text().hex());
    }

    private static void row(StringBuilder html, Locale locale, String label, String value) {
        html.append("<tr><th>")
                .append(text(locale, "label." + label))
                .append("</th><td>")
                .append(value)
                .append("</td></tr>\n");
    }

    private static String date(DateTimeFormatter dates, Instant time) {
        return escaped(dates.format(time.atOffset(ZoneOffset.UTC)));
    }

    private static String hash(String hex) {
        return "<span class=\"hash\">" + hex + "</span>";
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return escaped(UserMessage.of("optout.page." + key, arguments).in(locale));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
