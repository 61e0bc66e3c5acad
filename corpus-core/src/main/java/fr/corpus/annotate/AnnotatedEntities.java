package fr.corpus.annotate;

/**
 * Writes the entities of a text as tokens with IOB2 tags: two columns, or the ten columns of HIPE from whose {@code
 * NoSpaceAfter} and {@code EndOfLine} the text can be had back but for the length of white space. A token that holds white
 * space is written in pieces. Confined to one thread.
 */
public final class AnnotatedEntities {

    private static final String HEADER =
            "TOKEN\tNE-COARSE-LIT\tNE-COARSE-METO\tNE-FINE-LIT\tNE-FINE-METO\tNE-FINE-COMP\tNE-NESTED\tNEL-LIT\tNEL-METO\tMISC\n";

    private final boolean hipe;
    private final StringBuilder out;

    private AnnotatedEntities(boolean hipe, StringBuilder out) {
        this.hipe = hipe;
        this.out = out;
    }

    /** Token and tag with a tab between, an empty line after each sentence. */
    public static AnnotatedEntities iob(StringBuilder out) {
        return new AnnotatedEntities(false, out);
    }

    /**
     * HIPE TSV (HIPE 2022, "Data format") of one document.
     *
     * @param id its name, without line ends
     * @param first whether the file starts here: the line of column names comes first
     */
    public static AnnotatedEntities hipe(String id, boolean first, StringBuilder out) {
        if (first) {
            out.append(HEADER);
        }
        out.append("# hipe2022:document_id = ").append(id).append("\n# hipe2022:language = fr\n");
        return new AnnotatedEntities(true, out);
    }

    /**
     * Appends a sentence.
     *
     * @param nextStart where the next sentence of the text starts, or the length of the text
     */
    public void write(SentenceView view, int nextStart) {
        String[] tags = EntityTags.of(view);
        for (int i = 0; i < tags.length; i++) {
            int next = i + 1 < tags.length ? view.start(i + 1) : nextStart;
            token(view.text(), view.start(i), new Place(view.end(i), next), tags[i]);
        }
        out.append('\n');
    }

    private record Place(int end, int next) {}

    private void token(String text, int start, Place place, String tag) {
        int from = start;
        String own = tag;
        while (from < place.end()) {
            int to = from;
            while (to < place.end() && !isBlank(text.charAt(to))) {
                to++;
            }
            int next = to;
            while (next < place.end() && isBlank(text.charAt(next))) {
                next++;
            }
            line(text.substring(from, to), own, text.substring(to, next < place.end() ? next : place.next()));
            own = own.startsWith("B-") ? "I-" + own.substring(2) : own;
            from = next;
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private void line(String form, String tag, String space) {
        out.append(form).append('\t').append(tag);
        if (hipe) {
            String misc = space.indexOf('\n') >= 0 ? "EndOfLine" : space.isEmpty() ? "NoSpaceAfter" : "_";
            out.append("\t_\tO\t_\t_\tO\t_\t_\t").append(misc);
        }
        out.append('\n');
    }
}
