@NullMarked
package fr.corpus.eval.compare;

import org.jspecify.annotations.NullMarked;
