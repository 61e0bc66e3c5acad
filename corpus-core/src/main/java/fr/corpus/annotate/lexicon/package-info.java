/** What the lexicon says of a form: its categories, features and lemmas. Imports {@code internal.morfologik} and below. */
@NullMarked
package fr.corpus.annotate.lexicon;

import org.jspecify.annotations.NullMarked;
