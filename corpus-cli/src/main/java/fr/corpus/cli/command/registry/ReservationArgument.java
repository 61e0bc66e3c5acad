package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.ReservationId;
import picocli.CommandLine.Model.CommandSpec;

/** A reservation as an argument of a command. */
public final class ReservationArgument {

    private ReservationArgument() {}

    /** The reservation that a user names; anything else is an error of usage. */
    public static ReservationId parse(CommandSpec spec, String text) {
        if (!ReservationId.isValid(text)) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.bad-reservation", text));
        }
        return new ReservationId(text);
    }
}
