package fr.corpus.cli.command;

/** What the process answers. Part of the API of the command. */
final class ExitCode {

    /** The work is done. */
    static final int DONE = 0;
    /** The work failed: source, disk, rights, bug. */
    static final int FAILED = 1;
    /** The command line or the recipe is wrong. */
    static final int USAGE = 2;
    /** The release was read and is not what it claims to be. */
    static final int FALSE = 3;

    private ExitCode() {}
}
