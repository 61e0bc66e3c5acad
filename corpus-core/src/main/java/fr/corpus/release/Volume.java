package fr.corpus.release;

/**
 * How much text. Immutable.
 *
 * @param documents number of documents
 * @param textBytes their texts in UTF-8
 * @param characters their texts in code points
 * @param tokens their tokens, each by the tokenizer of its profile
 */
public record Volume(long documents, long textBytes, long characters, long tokens) {

    static Volume of(long[] sums) {
        return new Volume(sums[0], sums[1], sums[2], sums[3]);
    }
}
