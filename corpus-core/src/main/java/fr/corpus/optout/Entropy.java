package fr.corpus.optout;

/** Where ids and salts come from: {@code new SecureRandom()::nextBytes}, or fixed bytes in a test. */
@FunctionalInterface
public interface Entropy {

    /** Fills an array with bytes that nobody can guess. */
    void fill(byte[] bytes);

    /** So many bytes. */
    default byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        fill(bytes);
        return bytes;
    }
}
