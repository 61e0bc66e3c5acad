@NullMarked
package fr.corpus.eval.format;

import org.jspecify.annotations.NullMarked;
