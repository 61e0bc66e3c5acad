package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.ReservationStatus;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records what the operator decides about a reservation. */
@Command(name = "decide")
final class OptOutDecideCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    StepOptions step = new StepOptions();

    @Parameters(index = "2", paramLabel = "STATUS", descriptionKey = "decide.status")
    String decision = "";

    OptOutDecideCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ReservationStatus status = status(spec, "STATUS", decision);
        return step.run(console, (registry, id, reason) -> registry.decide(id, status, reason));
    }

    /** The status that a decision gives. */
    static ReservationStatus status(CommandSpec spec, String option, String word) {
        return ReservationStatus.find(word)
                .filter(found -> found == ReservationStatus.VERIFIED
                        || found == ReservationStatus.REJECTED
                        || found == ReservationStatus.SUPERSEDED)
                .orElseThrow(() ->
                        new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.bad-value", option, word)));
    }
}
