package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.ReservationStatus;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records that a reservation is said to be wrong, what its holder answers, or what the operator decides. */
@Command(name = "contest")
final class OptOutContestCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    StepOptions step = new StepOptions();

    @Option(names = "--answer", descriptionKey = "contest.answer")
    boolean answer;

    @Option(names = "--decide", paramLabel = "STATUS", descriptionKey = "contest.decide")
    @Nullable
    String decision;

    OptOutContestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (decision != null) {
            ReservationStatus status = OptOutDecideCommand.status(spec, "--decide", decision);
            return step.run(console, (registry, id, reason) -> registry.decide(id, status, reason));
        }
        return step.run(console, answer ? OptOutRegistry::counterNotice : OptOutRegistry::contest);
    }
}
