package fr.corpus.annotate.tag;

import fr.corpus.annotate.lexicon.Lexicon;
import fr.corpus.annotate.model.WeightRows;
import org.jspecify.annotations.Nullable;

/**
 * Gives each token of a sentence its tag, from left to right. Confined to one thread; the model is shared.
 *
 * <p>Forms met before are kept, at most {@value #MOST_FORMS}; the tags do not depend on what was met before.
 */
public final class Tagger {

    private static final int MOST_FORMS = 40_000;
    private static final int SLOTS = 1 << 17;

    private final TaggerModel model;
    private final WordTypes types;
    private final TypedWord edge;
    private @Nullable TypedWord[] slots = new TypedWord[SLOTS];
    private int kept;
    private final int[] context = new int[Context.SIZE];

    /** A tagger with the model that the library carries. */
    public Tagger() {
        this(TaggerModel.standard());
    }

    /** A tagger with a model. */
    public Tagger(TaggerModel model) {
        this.model = model;
        types = new WordTypes(new Lexicon());
        edge = new TypedWord("", WordType.EDGE, model);
    }

    /** What is known of the form in a part of a text. */
    public TypedWord word(String text, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        int slot = Mix.mix(hash) & SLOTS - 1;
        while (true) {
            TypedWord word = slots[slot];
            if (word == null) {
                break;
            }
            String form = word.form();
            if (form.length() == end - start && text.startsWith(form, start)) {
                return word;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        String form = text.substring(start, end);
        TypedWord made = new TypedWord(form, types.of(form), model);
        if (kept == MOST_FORMS) {
            slots = new TypedWord[SLOTS];
            kept = 0;
            slot = Mix.mix(hash) & SLOTS - 1;
        }
        if (form.length() <= 64) {
            slots[slot] = made;
            kept++;
        }
        return made;
    }

    /** Writes the tags of a sentence, numbers of {@link TagSet}. */
    public void tag(TypedWord[] words, int size, byte[] tags) {
        boolean question = size > 0 && words[size - 1].type.question() || size > 1 && words[size - 2].type.question();
        int far = -1;
        int last = -1;
        TypedWord before = edge;
        TypedWord farBefore = edge;
        for (int i = 0; i < size; i++) {
            TypedWord here = words[i];
            TypedWord after = i + 1 < size ? words[i + 1] : edge;
            TypedWord farAfter = i + 2 < size ? words[i + 2] : edge;
            Context.fill(context, before.type, here.type, after.type, farAfter.type, far, last, i == 0, question);
            int best = best(here, before, after, farBefore, farAfter);
            tags[i] = (byte) best;
            far = last;
            last = best;
            farBefore = before;
            before = here;
        }
    }

    private int best(TypedWord here, TypedWord before, TypedWord after, TypedWord farBefore, TypedWord farAfter) {
        long a = sum(0, here, before, after, farBefore, farAfter);
        long b = sum(1, here, before, after, farBefore, farAfter);
        long c = sum(2, here, before, after, farBefore, farAfter);
        long d = sum(3, here, before, after, farBefore, farAfter);
        long e = sum(4, here, before, after, farBefore, farAfter);
        WeightRows rows = model.rows();
        long[] lanes = rows.lanes();
        for (int hash : context) {
            int row = rows.row(hash);
            a += lanes[row];
            b += lanes[row + 1];
            c += lanes[row + 2];
            d += lanes[row + 3];
            e += lanes[row + 4];
        }
        int best = top(a, 0, -1);
        best = top(b, 4, best);
        best = top(c, 8, best);
        best = top(d, 12, best);
        return top(e & (here.contraction ? 0xFFFF_FFFF_FFFFL : 0xFFFFL), 16, best) & 0xFF;
    }

    private static long sum(
            int at, TypedWord here, TypedWord before, TypedWord after, TypedWord farBefore, TypedWord farAfter) {
        return here.lanes[TypedWord.HERE + at]
                + before.lanes[TypedWord.BEFORE + at]
                + after.lanes[TypedWord.AFTER + at]
                + farBefore.lanes[TypedWord.FAR_BEFORE + at]
                + farAfter.lanes[TypedWord.FAR_AFTER + at];
    }

    /** The best of four lanes and what was best before, as score above and tag in the low eight bits. */
    private static int top(long four, int first, int best) {
        int top = best;
        for (int i = 0; i < 4; i++) {
            int score = (int) (four >>> i * 16 & 0xFFFF) << 8 | first + i;
            top = score >>> 8 > top >>> 8 || top < 0 ? score : top;
        }
        return top;
    }
}
