package fr.corpus.annotate.tag;

import fr.corpus.annotate.model.Mix;
import java.util.Arrays;

/** Hashed features of one kind, each told apart by its place. Confined to one thread. */
final class FeatureList {

    private final int template;
    private int[] hashes = new int[32];
    private int size;

    FeatureList(int template) {
        this.template = template;
    }

    void add(int value) {
        hashes[size] = Mix.two(template + size, value);
        size++;
    }

    int[] toArray() {
        return Arrays.copyOf(hashes, size);
    }
}
