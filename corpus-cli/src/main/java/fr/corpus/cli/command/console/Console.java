package fr.corpus.cli.command.console;

import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Where a command prints and in which language. Results go to {@code out}, everything else to {@code err}. Confined to one
 * thread, but for {@code err}.
 */
public final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final Map<String, String> environment;
    private Locale locale = Locale.ENGLISH;

    /**
     * A console.
     *
     * @param out for results, UTF-8
     * @param err for everything else, UTF-8
     * @param terminal whether a person watches {@code err}
     * @param environment variables of the process
     */
    public Console(PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.environment = Map.copyOf(environment);
    }

    /** Whether standard error is a terminal, as the launcher found; the JVM cannot tell since 22. */
    public static boolean isTerminal(Map<String, String> environment) {
        return "1".equals(environment.get("CORPUS_TTY"));
    }

    /** Speaks another language from now on. */
    public void speak(Locale newLocale) {
        locale = newLocale;
    }

    /** The language that is spoken. */
    public Locale locale() {
        return locale;
    }

    /** Whether standard error is a terminal. */
    public boolean terminal() {
        return terminal;
    }

    /** Environment variables of the process. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Where results go. */
    public PrintStream out() {
        return out;
    }

    /** Where everything else goes. */
    public PrintStream err() {
        return err;
    }

    /** A sentence in the user's language. */
    public String text(String key, Object... arguments) {
        return UserMessage.of(key, arguments).in(locale);
    }

    /** A whole number as the user writes it. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A result line. */
    public void print(String key, Object... arguments) {
        out.println(text(key, arguments));
    }

    /** A line beside the result. */
    public void note(String key, Object... arguments) {
        err.println(text(key, arguments));
    }

    /** The one JSON object of a command for machines. */
    public void json(Map<String, ?> object) {
        out.println(new String(CanonicalJson.of(object), StandardCharsets.UTF_8));
    }
}
