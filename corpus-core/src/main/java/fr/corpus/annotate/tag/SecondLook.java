package fr.corpus.annotate.tag;

import fr.corpus.annotate.model.Mix;

/**
 * The features by which a tag in doubt is looked at again, the tags of all other tokens of the sentence being there. Confined
 * to one thread.
 */
final class SecondLook {

    /** Number of features. */
    static final int SIZE = 32;

    /** How far verbs and negations are looked for. */
    private static final int REACH = 11;

    private static final int MOST_ADVERBS = 3;

    private final int[] out = new int[SIZE];
    private int size;

    private WordType[] types = {};
    private byte[] tags = {};
    private int end;

    private int verb;
    private int verbDistance;
    private int negation;
    private int noun;
    private int nextVerb;
    private int nextVerbFine;
    private int nextVerbTag;
    private int afterNextVerb;

    /** Takes in a sentence: {@code tags} is read again for each token. */
    void start(WordType[] types, byte[] tags, int size) {
        this.types = types;
        this.tags = tags;
        end = size;
    }

    /**
     * The hashes of the features of a token, valid until the next call.
     *
     * @param best the tag that it has
     * @param second the tag that it nearly had
     */
    int[] features(int token, int best, int second, boolean question) {
        before(token);
        after(token);
        size = 0;
        int pair = best * 32 + second;
        int form = types[token].form();
        tags(token, pair, form);
        beyondAdverbs(token, pair, form);
        verbs(token, pair, form);
        WordType here = types[token];
        int next = tag(token + 1);
        add(pair * 31 + next, here.suffix());
        add(pair, noun);
        add(pair, (question ? 1 : 0) + (token == 0 ? 2 : 0) + (here.capital() ? 4 : 0));
        add(pair * 31 + tag(token - 1), type(token + 1).form());
        add(pair * 31 + next, type(token - 1).form());
        add(pair, here.suffix() * 31 + type(token - 1).suffix());
        return out;
    }

    private void tags(int token, int pair, int form) {
        int a1 = tag(token - 1);
        int a2 = tag(token - 2);
        int b1 = tag(token + 1);
        int b2 = tag(token + 2);
        WordType here = types[token];
        add(pair, a1 * 32 + b1);
        add(pair, b1);
        add(pair, b1 * 32 + b2);
        add(pair, a2 * 32 + a1);
        add(pair, (tag(token - 3) * 32 + a2) * 32 + a1);
        add(pair, (b1 * 32 + b2) * 32 + tag(token + 3));
        add(form, b1);
        add(form, a1 * 32 + b1);
        add(form, b1 * 32 + b2);
        add(form, a1 * 32 + a2);
        add(here.coarse(), a1 * 32 + b1);
        add(here.coarse(), b1 * 32 + b2);
        add(here.fine(), b1 * 32 + a1);
        add(pair, form);
    }

    private void beyondAdverbs(int token, int pair, int form) {
        int beyond = token + 1;
        while (beyond < end && beyond <= token + MOST_ADVERBS && tags[beyond] == TagSet.ADV) {
            beyond++;
        }
        add(pair * 31 + types[token].coarse(), tag(beyond));
        add(form, tag(beyond));
        add(form, type(beyond).coarse());
        add(pair, type(beyond).form());
    }

    private void verbs(int token, int pair, int form) {
        int sides = (verb == 0 ? 0 : 2) + (nextVerb == 0 ? 0 : 1);
        add(form, verb);
        add(pair, verb);
        add(form, negation * 32 + tag(token + 1));
        add(form, verbDistance * 2 + (nextVerb == 0 ? 0 : 1));
        add(pair * 31 + types[token].coarse(), sides);
        add(form, nextVerb);
        add(form * 31 + afterNextVerb, nextVerbFine);
        add(form, nextVerbTag * 32 + afterNextVerb);
    }

    private void add(int a, int b) {
        out[size] = Mix.three(Template.SECOND_LOOK + size, a, b);
        size++;
    }

    /** The tag at a place, counted from 1; 0 outside the sentence. */
    private int tag(int at) {
        return at < 0 || at >= end ? 0 : tags[at] + 1;
    }

    private WordType type(int at) {
        return at < 0 || at >= end ? WordType.EDGE : types[at];
    }

    private boolean isVerb(int at) {
        return tags[at] == TagSet.VERB || tags[at] == TagSet.AUX;
    }

    /** Looks back to the start of the clause for its verb, its noun, and a negation that is not complete. */
    private void before(int token) {
        verb = 0;
        verbDistance = 0;
        negation = 0;
        noun = 0;
        for (int k = token - 1; k >= 0 && k >= token - REACH; k--) {
            int clause = types[k].clause();
            if (clause == Clause.BREAK) {
                return;
            }
            if (negation == 0 && clause != 0) {
                negation = clause == Clause.NE ? 1 : 2;
            }
            if (verb == 0 && isVerb(k)) {
                verb = types[k].form();
                verbDistance = 1 + Math.min(3, token - k);
            }
            if (noun == 0 && (tags[k] == TagSet.NOUN || tags[k] == TagSet.PROPN)) {
                noun = types[k].suffix();
            }
        }
    }

    /** Looks ahead to the end of the clause for its next verb. */
    private void after(int token) {
        nextVerb = 0;
        nextVerbFine = 0;
        nextVerbTag = 0;
        afterNextVerb = 0;
        for (int k = token + 1; k < end && k <= token + REACH && types[k].clause() != Clause.BREAK; k++) {
            if (isVerb(k)) {
                nextVerb = types[k].form();
                nextVerbFine = types[k].fine();
                nextVerbTag = tags[k];
                afterNextVerb = tag(k + 1);
                return;
            }
        }
    }
}
