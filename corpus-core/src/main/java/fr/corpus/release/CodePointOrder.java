package fr.corpus.release;

import java.util.Comparator;

/** Texts by code point, which is the order of their UTF-8 bytes and of every other tool, not of Java’s UTF-16 units. */
enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean xIsHalf = Character.isSurrogate(x);
                return xIsHalf == Character.isSurrogate(y) ? x - y : xIsHalf ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }
}
