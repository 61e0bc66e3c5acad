/** Training of the models from files. Imports the other rooms of {@code annotate}. */
@NullMarked
package fr.corpus.annotate.train;

import org.jspecify.annotations.NullMarked;
