package fr.corpus.cli.command.console;

import fr.corpus.error.CorpusException;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.RecipeException;
import fr.corpus.error.RightsException;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ParameterException;

/** Tells a failure to the user, and to a machine when it listens: never a stack trace, unless asked for. */
public final class Failures {

    private final Console console;
    private final List<String> arguments;

    /** Failures of a run with these arguments. */
    public Failures(Console console, String[] arguments) {
        this.console = console;
        this.arguments = Arrays.asList(arguments);
    }

    /**
     * One failure as it is told.
     *
     * @param exitCode what the process answers
     * @param code who must act, for machines
     * @param message what happened and what to do
     */
    private record Told(int exitCode, String code, UserMessage message) {}

    /** Prints the failure and answers the exit code. */
    public int report(Throwable failure) {
        Told told = tell(failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure);
        String text = told.message().in(console.locale());
        console.err().println(console.text("cli.failure", text));
        if (failure instanceof ParameterException wrong) {
            console.note(
                    "cli.see-help",
                    wrong.getCommandLine().getCommandSpec().qualifiedName().substring("corpus".length()));
        }
        if (arguments.contains("--json")) {
            Map<String, Object> error = new TreeMap<>();
            error.put("code", told.code());
            error.put("message", text);
            error.put("key", told.message().key());
            console.json(Map.of("error", error));
        }
        if (arguments.contains("--debug")) {
            failure.printStackTrace(console.err());
        }
        return told.exitCode();
    }

    private Told tell(Throwable failure) {
        if (failure instanceof ParameterException wrong) {
            return new Told(ExitCode.USAGE, "usage", UsageError.message(wrong));
        }
        if (failure instanceof CorpusException known) {
            return new Told(
                    known instanceof RecipeException ? ExitCode.USAGE : ExitCode.FAILED, code(known), known.message());
        }
        if (failure instanceof IOException io) {
            return new Told(ExitCode.FAILED, "io", DiskError.message(io));
        }
        if (failure instanceof OutOfMemoryError) {
            return new Told(
                    ExitCode.FAILED,
                    "engine",
                    UserMessage.of("cli.out-of-memory", Runtime.getRuntime().maxMemory() >> 20));
        }
        if (failure instanceof InterruptedException) {
            return new Told(ExitCode.FAILED, "interrupted", UserMessage.of("cli.interrupted"));
        }
        return new Told(ExitCode.FAILED, "bug", UserMessage.of("cli.bug", describe(failure)));
    }

    private static String describe(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        String where = stack.length == 0 ? "" : " @ " + stack[0];
        return failure.getClass().getSimpleName() + where;
    }

    private static String code(CorpusException failure) {
        if (failure instanceof RecipeException) {
            return "recipe";
        }
        if (failure instanceof MalformedSourceException) {
            return "source";
        }
        if (failure instanceof IntegrityException) {
            return "integrity";
        }
        if (failure instanceof RightsException) {
            return "rights";
        }
        if (failure instanceof EngineException) {
            return "engine";
        }
        throw new AssertionError(failure);
    }
}
