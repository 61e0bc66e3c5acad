package fr.corpus.eval.instruct;

/** Says whether a response follows one kind of instruction. */
interface Verifier {

    /**
     * Whether it does.
     *
     * @param arguments of the instruction
     * @param response not blank
     * @param draw number of the draw where chance decides ({@link LanguageDraw})
     */
    boolean follows(Arguments arguments, String response, long draw);
}
