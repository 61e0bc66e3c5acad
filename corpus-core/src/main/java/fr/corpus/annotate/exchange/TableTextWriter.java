package fr.corpus.annotate.exchange;

import fr.corpus.document.Mention;
import java.util.List;

/**
 * Writes tokens and the IOB2 tags of their entities: two columns, or the ten of HIPE 2022, from whose {@code NoSpaceAfter} and
 * {@code EndOfLine} the text can be had back but for the length of white space. A token that holds white space is written in
 * pieces. Confined to one thread.
 */
final class TableTextWriter implements TextWriter {

    static final String TOKEN = "TOKEN";
    static final String ENTITY = "NE-COARSE-LIT";
    static final String DOCUMENT = "# hipe2022:document_id = ";
    static final String NO_SPACE = "NoSpaceAfter";
    static final String END_OF_LINE = "EndOfLine";

    private static final String HEADER = TOKEN + "\t" + ENTITY
            + "\tNE-COARSE-METO\tNE-FINE-LIT\tNE-FINE-METO\tNE-FINE-COMP\tNE-NESTED\tNEL-LIT\tNEL-METO\tMISC\n";

    private final boolean hipe;
    private final StringBuilder out;

    private TableTextWriter(boolean hipe, StringBuilder out) {
        this.hipe = hipe;
        this.out = out;
    }

    /** Token and tag with a tab between, an empty line after each sentence. */
    static TextWriter iob(StringBuilder out) {
        return new TableTextWriter(false, out);
    }

    /** HIPE TSV (HIPE 2022, "Data format"): the line of column names comes first, then each document with its id. */
    static TextWriter hipe(StringBuilder out) {
        return new TableTextWriter(true, out);
    }

    @Override
    public void begin() {
        if (hipe) {
            out.append(HEADER);
        }
    }

    @Override
    public void write(AnnotatedText text, Place place) {
        TextParts parts = new TextParts(text);
        List<Mention> entities = text.layers().entities().orElse(List.of());
        String[] tags = Labels.tags(text, entities);
        if (hipe && place.isFirst()) {
            out.append(DOCUMENT).append(text.id()).append("\n# hipe2022:language = fr\n");
        }
        parts.each((from, to) -> {
            for (int i = from; i < to; i++) {
                token(parts.form(i), parts.after(i), tags[i].replaceAll("\\s", "_"));
            }
            out.append('\n');
        });
    }

    private void token(String form, String after, String tag) {
        int from = 0;
        String own = tag;
        while (from < form.length()) {
            int to = from;
            while (to < form.length() && !TextParts.isSpace(form.substring(to, to + 1))) {
                to++;
            }
            int next = to;
            while (next < form.length() && TextParts.isSpace(form.substring(next, next + 1))) {
                next++;
            }
            line(form.substring(from, to), own, next < form.length() ? form.substring(to, next) : after);
            own = own.startsWith("B-") ? "I-" + own.substring(2) : own;
            from = next;
        }
    }

    private void line(String form, String tag, String space) {
        out.append(form).append('\t').append(tag);
        if (hipe) {
            String misc = space.indexOf('\n') >= 0 ? END_OF_LINE : space.isEmpty() ? NO_SPACE : "_";
            out.append("\t_\tO\t_\t_\tO\t_\t_\t").append(misc);
        }
        out.append('\n');
    }
}
