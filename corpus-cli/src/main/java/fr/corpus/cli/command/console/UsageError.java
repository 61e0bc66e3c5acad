package fr.corpus.cli.command.console;

import fr.corpus.error.UserMessage;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in our words, because picocli speaks English only. */
public final class UsageError {

    private UsageError() {}

    static UserMessage message(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing);
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return UserMessage.of("cli.option-twice", name(twice.getOverwritten()));
        }
        if (wrong instanceof Refused refused) {
            return refused.message;
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null && wrong.getValue() != null) {
            return UserMessage.of("cli.bad-value", name(argument), wrong.getValue());
        }
        if (argument != null) {
            return UserMessage.of("cli.misused-option", name(argument));
        }
        Set<String> commands = wrong.getCommandLine().getSubcommands().keySet();
        return commands.isEmpty()
                ? UserMessage.of("cli.bad-arguments")
                : UserMessage.of("cli.missing-command", String.join(", ", commands));
    }

    private static UserMessage missing(MissingParameterException missing) {
        String names = missing.getMissing().stream().map(UsageError::label).collect(Collectors.joining(", "));
        boolean alone = missing.getMissing().size() == 1;
        if (alone && missing.getMissing().get(0) instanceof OptionSpec option && !option.required()) {
            return UserMessage.of("cli.option-needs-value", name(option));
        }
        return UserMessage.of(alone ? "cli.missing" : "cli.missing-many", names);
    }

    private static UserMessage unmatched(UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().get(0);
        List<String> near = unmatched.getSuggestions();
        boolean option = word.startsWith("-");
        boolean command =
                !option && !unmatched.getCommandLine().getSubcommands().isEmpty();
        String key = option ? "cli.unknown-option" : command ? "cli.unknown-command" : "cli.unexpected-argument";
        UserMessage known = UserMessage.of(key, word);
        return near.isEmpty() ? known : UserMessage.of("cli.did-you-mean", known, near.get(0));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    /** A value that a command refuses after parsing. */
    public static final class Refused extends ParameterException {
        private static final long serialVersionUID = 1L;

        private final transient UserMessage message;

        public Refused(CommandLine line, UserMessage message) {
            super(line, message.key());
            this.message = Objects.requireNonNull(message);
        }
    }
}
