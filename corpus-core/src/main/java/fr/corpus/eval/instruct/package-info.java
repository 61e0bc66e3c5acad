/**
 * Verifiers of instructions: those of M-IFEval's French part, with its verdicts, and those of our own packs, which know French
 * typography (docs/decisions/0178). Verifying is strict, on the answer as it stands, and loose, on eight variants of it.
 */
@NullMarked
package fr.corpus.eval.instruct;

import org.jspecify.annotations.NullMarked;
