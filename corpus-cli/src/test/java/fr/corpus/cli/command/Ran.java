package fr.corpus.cli.command;

import fr.corpus.cli.command.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What one command line printed and answered.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
public record Ran(int code, String out, String err) {

    /** Runs a command line in a German environment, hence in English. */
    public static Ran corpus(String... arguments) {
        return in(Map.of("LANG", "de_DE.UTF-8"), arguments);
    }

    public static Ran in(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                environment);
        int code = CorpusCommand.run(arguments, console);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
