/** Scores files of model outputs against packs: what other tools wrote is read, joined to items, judged and summed up. */
@NullMarked
package fr.corpus.eval.score;

import org.jspecify.annotations.NullMarked;
