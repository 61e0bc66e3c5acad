@NullMarked
package fr.corpus.eval.run;

import org.jspecify.annotations.NullMarked;
