package fr.corpus.annotate.entity;

import org.jspecify.annotations.Nullable;

/** The forms met before, at most {@value #MOST}. Confined to one thread. */
final class KnownWords {

    private static final int MOST = 40_000;
    private static final int SLOTS = 1 << 17;
    private static final int LONGEST_KEPT = 64;

    private final EntityModel model;
    private final WordKinds kinds = new WordKinds();
    private @Nullable KnownWord[] slots = new KnownWord[SLOTS];
    private int kept;

    KnownWords(EntityModel model) {
        this.model = model;
    }

    /** What is known of the form in a part of a text. */
    KnownWord of(String text, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        int slot = Hash.mix(hash) & SLOTS - 1;
        while (true) {
            KnownWord word = slots[slot];
            if (word == null) {
                break;
            }
            if (word.form.length() == end - start && text.startsWith(word.form, start)) {
                return word;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        String form = text.substring(start, end);
        KnownWord made = new KnownWord(form, kinds.of(form), model);
        if (kept == MOST) {
            slots = new KnownWord[SLOTS];
            kept = 0;
            slot = Hash.mix(hash) & SLOTS - 1;
        }
        if (form.length() <= LONGEST_KEPT) {
            slots[slot] = made;
            kept++;
        }
        return made;
    }
}
