package fr.corpus.cli.command.console;

/** What the process answers. Part of the API of the command. */
public final class ExitCode {

    /** The work is done. */
    public static final int DONE = 0;
    /** The work failed: source, disk, rights, bug. */
    public static final int FAILED = 1;
    /** The command line or the recipe is wrong. */
    public static final int USAGE = 2;
    /** The release was read and is not what it claims to be. */
    public static final int FALSE = 3;

    private ExitCode() {}
}
