@NullMarked
package fr.corpus.eval.pack;

import org.jspecify.annotations.NullMarked;
