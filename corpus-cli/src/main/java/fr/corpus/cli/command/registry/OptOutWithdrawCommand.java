package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.optout.OptOutRegistry;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes a reservation back. */
@Command(name = "withdraw")
final class OptOutWithdrawCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    StepOptions step = new StepOptions();

    OptOutWithdrawCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return step.run(console, OptOutRegistry::withdraw);
    }
}
