package fr.corpus.text.heritage;

/** The two edges of a page at which lines stand that are not its text. */
enum PageEdge {
    TOP,
    BOTTOM
}
