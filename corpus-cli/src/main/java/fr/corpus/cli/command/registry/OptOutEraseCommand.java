package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Registered;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Destroys what the registry keeps of the people behind a reservation. */
@Command(name = "erase")
final class OptOutEraseCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RegistryOptions registry = new RegistryOptions();

    @Parameters(index = "1", paramLabel = "RESERVATION", descriptionKey = "reservation")
    String reservation = "";

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    OptOutEraseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (OptOutRegistry open = registry.open()) {
            Registered done = open.erase(ReservationArgument.parse(spec, reservation));
            new RegisteredView(console, json).print(registry.registry, open, done, Optional.empty());
        }
        return ExitCode.DONE;
    }
}
