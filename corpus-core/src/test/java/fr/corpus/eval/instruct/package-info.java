@NullMarked
package fr.corpus.eval.instruct;

import org.jspecify.annotations.NullMarked;
