package fr.corpus.cli;

import fr.corpus.cli.command.CorpusCommand;
import fr.corpus.cli.command.console.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts the command: the only class that exits the process. */
public final class Main {

    private Main() {}

    /** Runs one command line and exits with 0 done, 1 failed, 2 usage or recipe, 3 verified and false. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.config.class", LogConfig.class.getName());
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        Console console = new Console(out, err, Console.isTerminal(System.getenv()), System.getenv());
        int code = CorpusCommand.run(arguments, console);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Under a C locale the JVM would print ? for every accent. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
