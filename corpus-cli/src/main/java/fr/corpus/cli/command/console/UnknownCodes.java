package fr.corpus.cli.command.console;

/** Says of how many near copies a release does not hold the Text-Code, where something is reserved by codes. */
public final class UnknownCodes {

    private UnknownCodes() {}

    /** Nothing is said when all are known. */
    public static void note(long copies, Console console) {
        if (copies > 0) {
            console.note("cli.copies-without-code", copies);
        }
    }
}
