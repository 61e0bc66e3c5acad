package fr.corpus.annotate.entity;

import fr.corpus.annotate.model.WeightRows;
import fr.corpus.annotate.token.TokenSpans;

/**
 * Finds the entities of a sentence whose tokens have their parts of speech: the best path over labels (Viterbi) for persons,
 * places and organizations, rules for dates. Confined to one thread; the model is shared. Nothing is allocated for forms met
 * before; the result does not depend on them.
 */
public final class EntityTagger {

    private static final int L = Labels.SIZE;
    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final EntityModel model;
    private final KnownWords known;
    private final KnownWord edge;
    private final Units units = new Units();
    private final EntityContext.Window window = new EntityContext.Window();
    private final int[] context = new int[EntityContext.SIZE];
    private KnownWord[] words = new KnownWord[64];
    private byte[] back = new byte[64 * L];
    private byte[] labels = new byte[64];
    private int[] before = new int[L];
    private int[] here = new int[L];

    /** A tagger with the model that the library carries. */
    public EntityTagger() {
        this(EntityModel.standard());
    }

    /** A tagger with a model. */
    public EntityTagger(EntityModel model) {
        this.model = model;
        known = new KnownWords(model);
        edge = new KnownWord("", WordKind.EDGE, model);
    }

    /**
     * Writes the entities of a sentence.
     *
     * @param tokens tokens of the sentence in the text
     * @param tags their parts of speech, numbers of {@link fr.corpus.annotate.tag.TagSet}
     * @param out emptied, then filled
     */
    public void find(String text, TokenSpans tokens, byte[] tags, EntitySpans out) {
        out.clear();
        units.fill(text, tokens, tags);
        int n = units.size;
        if (n == 0) {
            return;
        }
        if (words.length < n) {
            words = new KnownWord[2 * n];
            back = new byte[2 * n * L];
            labels = new byte[2 * n];
        }
        for (int i = 0; i < n; i++) {
            words[i] = known.of(text, units.starts[i], units.ends[i]);
        }
        decode(n);
        collect(text, n, out);
    }

    private void decode(int n) {
        for (int i = 0; i < n; i++) {
            score(i, n);
            int steps = words[i].kind.link() * L * L;
            for (int label = 0; label < L; label++) {
                int best = NEVER;
                int from = 0;
                for (int p = 0; p < L; p++) {
                    if (Labels.follows(p, label) && (i > 0 || p == 0)) {
                        int sum = (i > 0 ? before[p] : 0) + model.steps()[steps + p * L + label];
                        if (sum > best) {
                            best = sum;
                            from = p;
                        }
                    }
                }
                here[label] = best == NEVER ? NEVER : Math.max(NEVER, best + here[label]);
                back[i * L + label] = (byte) from;
            }
            int[] swap = before;
            before = here;
            here = swap;
            lower();
        }
        int last = 0;
        for (int label = 1; label < L; label++) {
            last = before[label] > before[last] ? label : last;
        }
        for (int i = n - 1; i >= 0; i--) {
            labels[i] = (byte) last;
            last = back[i * L + last];
        }
    }

    /** Keeps sums small: only their differences count. */
    private void lower() {
        int top = before[0];
        for (int label = 1; label < L; label++) {
            top = Math.max(top, before[label]);
        }
        for (int label = 0; label < L; label++) {
            before[label] = before[label] <= NEVER ? NEVER : before[label] - top;
        }
    }

    private void score(int i, int n) {
        KnownWord w = words[i];
        KnownWord b = i > 0 ? words[i - 1] : edge;
        KnownWord a = i + 1 < n ? words[i + 1] : edge;
        KnownWord bb = i > 1 ? words[i - 2] : edge;
        KnownWord aa = i + 2 < n ? words[i + 2] : edge;
        window.here = w.kind;
        window.before = b.kind;
        window.after = a.kind;
        window.farBefore = bb.kind;
        window.farAfter = aa.kind;
        window.tag = units.tags[i];
        window.tagBefore = i > 0 ? units.tags[i - 1] : -1;
        window.tagAfter = i + 1 < n ? units.tags[i + 1] : -1;
        window.first = i == 0;
        EntityContext.fill(context, window);
        long low = w.lanes[KnownWord.HERE]
                + b.lanes[KnownWord.BEFORE]
                + a.lanes[KnownWord.AFTER]
                + bb.lanes[KnownWord.FAR_BEFORE]
                + aa.lanes[KnownWord.FAR_AFTER];
        long high = w.lanes[KnownWord.HERE + 1]
                + b.lanes[KnownWord.BEFORE + 1]
                + a.lanes[KnownWord.AFTER + 1]
                + bb.lanes[KnownWord.FAR_BEFORE + 1]
                + aa.lanes[KnownWord.FAR_AFTER + 1];
        WeightRows rows = model.rows();
        long[] lanes = rows.lanes();
        for (int hash : context) {
            int row = rows.row(hash);
            low += lanes[row];
            high += lanes[row + 1];
        }
        for (int label = 0; label < 4; label++) {
            here[label] = (int) (low >>> label * 16 & 0xFFFF) - KnownWord.RAISED;
        }
        for (int label = 4; label < L; label++) {
            here[label] = (int) (high >>> (label - 4) * 16 & 0xFFFF) - KnownWord.RAISED;
        }
    }

    private void collect(String text, int n, EntitySpans out) {
        int i = 0;
        while (i < n) {
            int label = labels[i];
            if (label == Labels.OUTSIDE) {
                int end = DateRules.end(text, units, labels, i);
                if (end > i) {
                    out.add(EntityType.DATE, units.starts[i], units.ends[end - 1]);
                    i = end;
                } else {
                    i++;
                }
                continue;
            }
            int end = i + 1;
            while (end < n && labels[end] != Labels.OUTSIDE && !Labels.isBegin(labels[end])) {
                end++;
            }
            if (hasLetterOrDigit(text, units.starts[i], units.ends[end - 1])) {
                out.add(Labels.type(label), units.starts[i], units.ends[end - 1]);
            }
            i = end;
        }
    }

    private static boolean hasLetterOrDigit(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
