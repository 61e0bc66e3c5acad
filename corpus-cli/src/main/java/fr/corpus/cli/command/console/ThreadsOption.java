package fr.corpus.cli.command.console;

import fr.corpus.error.UserMessage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many threads work. */
public final class ThreadsOption {

    private static final int MAX = 1024;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    void threads(int count) {
        if (count < 1 || count > MAX) {
            throw new UsageError.Refused(
                    spec.commandLine(),
                    UserMessage.of("cli.threads-range", String.valueOf(MAX), String.valueOf(count)));
        }
        threads = count;
    }

    /** From 1; all cores unless the user says otherwise. */
    public int count() {
        return threads;
    }
}
