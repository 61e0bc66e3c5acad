package fr.corpus.cli.command.console;

/** Says, when the user interrupts a long command, that nothing is lost. */
public final class InterruptNotice {

    private final Thread hook;

    private InterruptNotice(Thread hook) {
        this.hook = hook;
    }

    /** Speaks when the process is interrupted before {@link #withdraw}. */
    public static InterruptNotice announce(Console console) {
        Thread hook = new Thread(() -> {
            console.err().println();
            console.note("cli.interrupted-resumes");
            console.err().flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new InterruptNotice(hook);
    }

    /** Says nothing any more. */
    public void withdraw() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The process is already being interrupted: the notice is right.
        }
    }
}
