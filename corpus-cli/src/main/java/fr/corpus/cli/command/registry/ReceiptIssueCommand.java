package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Receipt;
import fr.corpus.optout.Registered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the receipt of a reservation's last entry anew, under the checkpoint of now. */
@Command(name = "issue")
final class ReceiptIssueCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RegistryOptions registry = new RegistryOptions();

    @Parameters(index = "1", paramLabel = "RESERVATION", descriptionKey = "reservation")
    String reservation = "";

    @Option(names = "--out", required = true, paramLabel = "RECEIPT", descriptionKey = "receipt.out")
    Path out = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    ReceiptIssueCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Receipt.requireFree(out);
        try (OptOutRegistry open = registry.open()) {
            Registered last = open.last(ReservationArgument.parse(spec, reservation));
            open.receipt(last.index()).write(out);
            Optional<byte[]> token = open.timestamp();
            if (token.isPresent()) {
                Receipt.writeTimestamp(out, token.get());
            }
            new RegisteredView(console, json).print(registry.registry, open, last, Optional.of(out));
        }
        return ExitCode.DONE;
    }
}
