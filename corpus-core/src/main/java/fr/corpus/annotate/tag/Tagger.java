package fr.corpus.annotate.tag;

import fr.corpus.annotate.lexicon.Lexicon;
import fr.corpus.annotate.model.Mix;
import fr.corpus.annotate.model.WeightRows;
import org.jspecify.annotations.Nullable;

/**
 * Gives each token of a sentence its tag, from left to right, then looks again at the tags in doubt. Confined to one thread; the
 * model is shared.
 *
 * <p>Forms met before are kept, at most {@value #MOST_FORMS}; the tags do not depend on what was met before.
 */
public final class Tagger {

    private static final int MOST_FORMS = 40_000;
    private static final int SLOTS = 1 << 17;

    private final TaggerModel model;
    private final WordTypes wordTypes;
    private final TypedWord edge;
    private @Nullable TypedWord[] slots = new TypedWord[SLOTS];
    private int kept;
    private final int[] context = new int[Context.SIZE];
    private final Doubts doubts = new Doubts();
    private final SecondLook look = new SecondLook();
    private WordType[] types = new WordType[64];

    /** A tagger with the model that the library carries. */
    public Tagger() {
        this(TaggerModel.standard());
    }

    /** A tagger with a model. */
    public Tagger(TaggerModel model) {
        this.model = model;
        wordTypes = new WordTypes(new Lexicon());
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
        TypedWord made = new TypedWord(form, wordTypes.of(form), model);
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
        doubts.clear();
        firstLook(words, size, tags, doubts);
        if (doubts.size() > 0) {
            secondLook(words, size, tags);
        }
    }

    private static boolean isQuestion(TypedWord[] words, int size) {
        return size > 0 && words[size - 1].type.question() || size > 1 && words[size - 2].type.question();
    }

    /** Tags from left to right and notes which tags are in doubt. */
    void firstLook(TypedWord[] words, int size, byte[] tags, Doubts doubts) {
        boolean question = isQuestion(words, size);
        int far = -1;
        int last = -1;
        TypedWord before = edge;
        TypedWord farBefore = edge;
        for (int i = 0; i < size; i++) {
            TypedWord here = words[i];
            TypedWord after = i + 1 < size ? words[i + 1] : edge;
            TypedWord farAfter = i + 2 < size ? words[i + 2] : edge;
            Context.fill(context, before.type, here.type, after.type, farAfter.type, far, last, i == 0, question);
            int best = best(i, here, before, after, farBefore, farAfter, doubts);
            tags[i] = (byte) best;
            far = last;
            last = best;
            farBefore = before;
            before = here;
        }
    }

    private int best(
            int token,
            TypedWord here,
            TypedWord before,
            TypedWord after,
            TypedWord farBefore,
            TypedWord farAfter,
            Doubts doubts) {
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
        e &= here.contraction ? 0xFFFF_FFFF_FFFFL : 0xFFFFL;
        long top = top(e, 16, top(d, 12, top(c, 8, top(b, 4, top(a, 0, 0)))));
        int first = (int) (top >>> 32);
        int second = (int) top;
        if ((first >>> 5) - (second >>> 5) < model.doubt()) {
            doubts.add(token, 31 - (second & 31), a, b, c, d, e);
        }
        return 31 - (first & 31);
    }

    private static long sum(
            int at, TypedWord here, TypedWord before, TypedWord after, TypedWord farBefore, TypedWord farAfter) {
        return here.lanes[TypedWord.HERE + at]
                + before.lanes[TypedWord.BEFORE + at]
                + after.lanes[TypedWord.AFTER + at]
                + farBefore.lanes[TypedWord.FAR_BEFORE + at]
                + farAfter.lanes[TypedWord.FAR_AFTER + at];
    }

    /**
     * The best and the second of four lanes and of what was best before: the best in the high half, each as score above and 31
     * less the tag in the low five bits, so that of two equal ones the lower tag is better.
     */
    private static long top(long four, int firstTag, long before) {
        int best = (int) (before >>> 32);
        int second = (int) before;
        for (int i = 0; i < 4; i++) {
            int one = (int) (four >>> i * 16 & 0xFFFF) << 5 | 31 - firstTag - i;
            second = Math.max(second, Math.min(best, one));
            best = Math.max(best, one);
        }
        return (long) best << 32 | second;
    }

    /** Looks again at the tags in doubt, from left to right, all other tags being there. */
    private void secondLook(TypedWord[] words, int size, byte[] tags) {
        if (types.length < size) {
            types = new WordType[2 * size];
        }
        for (int i = 0; i < size; i++) {
            types[i] = words[i].type;
        }
        boolean question = isQuestion(words, size);
        look.start(types, tags, size);
        WeightRows rows = model.second();
        long[] lanes = rows.lanes();
        for (int k = 0; k < doubts.size(); k++) {
            int token = doubts.token(k);
            long a = doubts.lanes(k, 0);
            long b = doubts.lanes(k, 1);
            long c = doubts.lanes(k, 2);
            long d = doubts.lanes(k, 3);
            long e = doubts.lanes(k, 4);
            for (int hash : look.features(token, tags[token], doubts.second(k), question)) {
                int row = rows.row(hash);
                a += lanes[row];
                b += lanes[row + 1];
                c += lanes[row + 2];
                d += lanes[row + 3];
                e += lanes[row + 4];
            }
            e &= words[token].contraction ? 0xFFFF_FFFF_FFFFL : 0xFFFFL;
            long top = top(e, 16, top(d, 12, top(c, 8, top(b, 4, top(a, 0, 0)))));
            tags[token] = (byte) (31 - ((int) (top >>> 32) & 31));
        }
    }
}
