package fr.corpus.cli.command;

import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Receipt;
import fr.corpus.optout.Registered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a reservation back. */
@Command(name = "withdraw")
final class OptOutWithdrawCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RegistryOptions registry = new RegistryOptions();

    @Parameters(index = "1", paramLabel = "RESERVATION", descriptionKey = "reservation")
    String reservation = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
    String reason = "";

    @Option(names = "--out", paramLabel = "RECEIPT", descriptionKey = "receipt.out")
    @Nullable
    Path out;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    OptOutWithdrawCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (out != null) {
            Receipt.requireFree(out);
        }
        try (OptOutRegistry open = registry.open()) {
            Registered done = open.withdraw(ReservationArgument.parse(spec, reservation), reason);
            if (out != null) {
                open.receipt(done.index()).write(out);
            }
            new RegisteredView(console, json).print(registry.registry, open, done, Optional.ofNullable(out));
        }
        return ExitCode.DONE;
    }
}
