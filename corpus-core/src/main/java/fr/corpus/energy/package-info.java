/** Energy of a run: measured where the machine has counters, otherwise estimated and said so. Imports {@code error} only. */
@NullMarked
package fr.corpus.energy;

import org.jspecify.annotations.NullMarked;
